import type { Words } from '../words/words.ts';
import type { Headline } from '../../core/comparison-types.ts';
import { sideLabel } from '../figure/side-names.ts';
import { NONE } from '../format.ts';
import { cardPicture } from './card-picture.ts';
import { comparisonPath, pinKeys, rankPath } from '../links.ts';
import type { Keys } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { page } from './page.ts';
import { section } from './section.ts';
import type { Heading } from '../../core/heading.ts';
import { SITE_NAME } from '../brand.ts';

interface FeaturedView {
  readonly id: string;
  readonly heading: Heading;
  /** what it says at its middle target; `null` where the sides share no interactivity */
  readonly headline: Pick<Headline, 'interactivity' | 'lead'> | null;
  /** what readers call a side, by its key */
  readonly sides: readonly { readonly key: string; readonly label: string }[];
}

interface ComparisonGroup {
  readonly label: string;
  readonly comparisons: readonly { readonly id: string; readonly heading: Heading }[];
}

interface HomeView {
  /** absolute address of this page */
  readonly canonical: string;
  /** by model */
  readonly featured: readonly {
    readonly label: string;
    readonly comparisons: readonly FeaturedView[];
    /** workloads whose configurations are ranked */
    readonly rankings: readonly { readonly id: string; readonly label: string }[];
  }[];
  /** by model, then by hardware */
  readonly picker: readonly {
    readonly label: string;
    readonly groups: readonly ComparisonGroup[];
  }[];
  /** release that the links are pinned to; `null` for live ones */
  readonly pin: string | null;
  /** id of a comparison to show the forms of an address with; `null` where there is none */
  readonly example: string | null;
  /** what follows its address in each form */
  readonly forms: readonly { readonly name: keyof Words['forms']; readonly extension: string }[];
  /** `null` before anything is published */
  readonly release: { readonly id: string; readonly publishedAt: string } | null;
}

/** The home page: what this is, featured comparisons with their answers, a picker, the address. */
export function homePage(view: HomeView, all: Words): Markup {
  const { canonical, featured, pin, release } = view;
  const words = all.home;
  return page(
    all,
    {
      title: SITE_NAME,
      description: words.lead.join(' '),
      canonical,
      data: siteData(view, all),
    },
    h('h1', { class: 'solo' }, words.title),
    words.lead.map((sentence, i) => h('p', { class: i === 0 ? 'lead' : 'text' }, sentence)),
    featured.length > 0 &&
      section(
        words.featured,
        h(
          'div',
          { class: 'columns' },
          featured.map((one) => model(one, pin, all)),
        ),
        'comparisons',
      ),
    picker(view, all),
    forms(view, all),
    release &&
      h(
        'p',
        { class: 'section muted small' },
        all.page.release(release.id, release.publishedAt.slice(0, 10)),
      ),
  );
}

function model(
  { label, comparisons, rankings }: HomeView['featured'][number],
  pin: HomeView['pin'],
  all: Words,
): Markup {
  return h(
    'section',
    null,
    h('h3', null, label),
    h(
      'ul',
      { class: 'answers' },
      comparisons.map((one, i) => featuredItem(one, pinKeys(pin), i === 0, all)),
    ),
    rankings.length > 0 &&
      h(
        'p',
        { class: 'small' },
        `${all.ranking.every}: `,
        rankings.map(({ id, label: workload }, i) => [
          i > 0 && ' · ',
          h('a', { href: rankPath(id, pinKeys(pin)) }, workload),
        ]),
      ),
  );
}

/** @param hasCard - as the first of each model */
function featuredItem(one: FeaturedView, keys: Keys, hasCard: boolean, all: Words): Markup {
  const [figure, said] = answer(one, all.home);
  return h(
    'li',
    null,
    hasCard && cardPicture((theme) => comparisonPath(one.id, { ...keys, ...theme }, '.png'), ''),
    h('a', { href: comparisonPath(one.id, keys) }, shortTitle(one.heading, all)),
    h('b', { class: 'ratio' }, figure),
    h('span', null, said),
  );
}

/** The ratio, or the word in its place, and what it is of. */
function answer(one: FeaturedView, words: Words['home']): readonly [figure: string, said: string] {
  if (one.headline === null) return [NONE, words.noLead];
  const { lead, interactivity } = one.headline;
  if (lead.outcome === 'level') return [words.level, words.levelAt(interactivity)];
  const isAhead = lead.outcome === 'ahead';
  const [side, over] = [sideLabel(one, lead.side), sideLabel(one, lead.over)];
  return [words.ratio(lead.ratio, isAhead), words.leadOf(side, over, interactivity, isAhead)];
}

function picker({ picker: models, pin }: HomeView, all: Words): Child {
  const words = all.home;
  if (models.length === 0) return null;
  const group = ({ label, comparisons }: ComparisonGroup) =>
    h(
      'details',
      null,
      h('summary', null, label),
      h(
        'ul',
        null,
        comparisons.map((one) =>
          h(
            'li',
            null,
            h('a', { href: comparisonPath(one.id, pinKeys(pin)) }, shortTitle(one.heading, all)),
          ),
        ),
      ),
    );
  return h(
    'section',
    { class: 'section picker', id: 'find' },
    h('h2', null, words.picker),
    h('p', { class: 'muted' }, words.pickerLead),
    models.map(({ label, groups }) =>
      h('details', null, h('summary', null, label), groups.map(group)),
    ),
  );
}

/** The model's name stands above. */
function shortTitle({ shared, sides }: Heading, { address }: Words): string {
  return address.shortTitle(shared, sides);
}

function forms(
  { example, forms: all, release }: HomeView,
  { home: words, forms: said }: Words,
): Child {
  if (example === null) return null;
  const rows: (readonly [href: string, about: string])[] = [
    ...all.map(
      ({ name, extension }) => [comparisonPath(example, {}, extension), said[name].about] as const,
    ),
    ...words.queries.map(([keys, about]) => [comparisonPath(example, keys), about] as const),
    ...(release === null
      ? []
      : [[comparisonPath(example, pinKeys(release.id)), words.pinned] as const]),
  ];
  const list = rows.map(([href, about]) => [
    h('dt', null, h('a', { href }, h('code', null, href))),
    h('dd', null, about),
  ]);
  return section(
    words.address,
    [h('p', { class: 'text' }, words.addressLead), h('dl', { class: 'addresses' }, list)],
    'address',
  );
}

function siteData({ canonical }: HomeView, { home: words }: Words): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: SITE_NAME,
    url: canonical,
    description: words.lead[1],
  };
}
