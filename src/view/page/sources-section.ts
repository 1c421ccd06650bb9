import type { Words } from '../words/words.ts';
import type { ComparedSide, Comparison } from '../../core/comparison-types.ts';
import { hourlyPriceText } from '../format.ts';
import { sideMark } from '../figure/mark.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { statedOnce } from '../stated-once.ts';
import { section } from './section.ts';
import { sourceLinks } from './source-links.ts';

/** Addresses shown of each side; a pooled side may have dozens. */
const SHOWN = 3;

/** Where the figures come from: per side engine, date, image, address, price; rate card; release. */
export function sourcesSection(c: Comparison, pinned: string, all: Words): Markup {
  const words = all.page;
  const { id, asOf, tier, source } = c.rates;
  const sides = c.sides.map((side, i) => sideSources(c, side, i, words));
  const rates = words.rates(id, asOf, all.figure.tierNames[tier] ?? tier, source);
  const release = words.release(c.release.id, c.release.publishedAt.slice(0, 10));
  return section(
    words.sources,
    [
      h('div', { class: 'sources' }, sides),
      h(
        'p',
        { class: 'muted small' },
        `${rates} ${words.basis(c.interactivityBasis)} ${release} `,
        h('a', { href: pinned }, words.pinned),
        '.',
      ),
    ],
    'sources',
  );
}

function sideSources(
  c: Comparison,
  side: ComparedSide,
  index: number,
  words: Words['page'],
): Markup {
  const { sources, usdPerGpuHour: usd, powerKw, quality } = side;
  const stated = (pick: (source: ComparedSide['sources'][number]) => string | null) =>
    statedOnce(sources.map(pick)).join(', ') || words.sourceOf.notStated;
  const of = words.sourceOf;
  const engines = statedOnce(sources.map(({ framework }) => framework));
  const facts: (readonly [string, Child])[] = [
    [of.engine, engines.map((key) => c.labels[key] ?? key).join(', ') || of.notStated],
    [of.date, stated(({ date }) => date)],
    [of.image, stated(({ image }) => image)],
    [of.runs, addresses(sources, words)],
    ...readFiles(sources, words),
    [of.license, stated(({ license }) => license)],
    [
      of.price,
      words.priceOf(
        usd === null ? null : hourlyPriceText(usd),
        powerKw === null ? null : String(powerKw),
      ),
    ],
    [of.curve, words.curveOf(quality.knots, quality.leaveOneOutError)],
  ];
  return h(
    'div',
    null,
    h('h3', null, sideMark(index), side.label),
    h(
      'dl',
      null,
      facts.map(([name, value]) => [h('dt', null, name), h('dd', null, value)]),
    ),
  );
}

function addresses(sources: ComparedSide['sources'], words: Words['page']): Child {
  const urls = statedOnce(sources.map(({ url }) => url));
  if (urls.length === 0) return words.sourceOf.notStated;
  return sourceLinks(urls, SHOWN, words);
}

/** The files that the figures were read from; nothing where there are none. */
function readFiles(
  sources: ComparedSide['sources'],
  words: Words['page'],
): (readonly [string, Child])[] {
  const files = statedOnce(sources.map(({ file }) => file));
  if (files.length === 0) return [];
  const more = files.length > SHOWN ? ` ${words.more(files.length - SHOWN)}` : '';
  return [[words.sourceOf.files, `${files.slice(0, SHOWN).join(', ')}${more}`]];
}
