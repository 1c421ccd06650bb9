import type { Words } from '../words/words.ts';
import type { Comparison, SideValue, TargetValues } from '../../core/comparison-types.ts';
import { isSamePair, savingOf } from '../../core/lead.ts';
import { labelOf } from '../figure/side-names.ts';
import { NONE, decimalsFor, percentText, targetText } from '../format.ts';
import type { Links } from '../links.ts';
import {
  alternativesSentence,
  answerSentence,
  equalLoadsSentence,
  matchedSentence,
  summarySentences,
} from './summary.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import { noticeText } from './notice-text.ts';

/**
 * A comparison as Markdown: title, answer, figures, ratios, sentences, notices, source line.
 *
 * Numbers have no thousands separators, so that a program can read them too.
 */
export function comparisonMarkdown(comparison: Comparison, links: Links, all: Words): string {
  const { title, values, notices } = comparison;
  const words = all.markdown;
  const loads = equalLoadsSentence(comparison, all);
  const blocks = [
    `# ${escaped(title)}`,
    escaped(answerSentence(comparison, all)),
    [matchedSentence(comparison, all), alternativesSentence(comparison, all)]
      .flatMap((sentence) => (sentence === null ? [] : escaped(sentence)))
      .join(' '),
    values.length === 0
      ? words.notComparable
      : [...figures(comparison, words), '', ...ratios(comparison, words)].join('\n'),
    list(summarySentences(comparison, all)),
    loads && escaped(loads),
    notices.length === 0
      ? null
      : `## ${words.notices}\n\n${list(notices.map((notice) => noticeText(notice, all)))}`,
    sources(comparison, links, all),
  ];
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
}

/** Text that stands for itself: no markup, no table cell, no formula, no line of its own. */
export function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$#]/g, String.raw`\$&`);
}

function figures({ sides, values }: Comparison, { columns }: Words['markdown']): string[] {
  const read = values.flatMap((target) => target.sides);
  const column = (field: NumberField, digits: number) => {
    const decimals = decimalsFor(
      read.map((value) => value[field]),
      digits,
    );
    return (value: SideValue) => value[field]?.toFixed(decimals) ?? NONE;
  };
  const [throughput, low, high] = [column('throughput', 4), column('low', 4), column('high', 4)];
  const [cost, perMw] = [column('costPerMillionTokens', 5), column('throughputPerMw', 5)];
  const [energy, concurrency] = [column('joulesPerToken', 4), column('concurrency', 1)];
  const { interactivity, side, bounds, status, ...names } = columns;
  return table(
    [
      interactivity,
      side,
      names.throughput,
      bounds,
      names.cost,
      names.perMw,
      names.energy,
      names.concurrency,
      status,
    ],
    values.flatMap((target) =>
      target.sides.map((value, i) => [
        targetText(target.interactivity),
        escaped(sides[i]!.label),
        throughput(value),
        value.status === 'interpolated' ? `${low(value)} to ${high(value)}` : NONE,
        cost(value),
        perMw(value),
        energy(value),
        value.status === 'interpolated' && value.concurrency !== null
          ? String.raw`\~${concurrency(value)}`
          : concurrency(value),
        value.status,
      ]),
    ),
  );
}

type NumberField =
  | 'throughput'
  | 'low'
  | 'high'
  | 'costPerMillionTokens'
  | 'throughputPerMw'
  | 'joulesPerToken'
  | 'concurrency';

function ratios(comparison: Comparison, words: Words['markdown']): string[] {
  const { interactivity, lead, ratio, likely, saving } = words.columns;
  const [metric, cost] = headlineMetrics(comparison.sides);
  return table(
    [interactivity, lead, ratio, likely, saving],
    comparison.values.map((target) => {
      const throughput = target.best[metric];
      const costs = target.best[cost];
      const saved = savingOf(costs);
      return [
        targetText(target.interactivity),
        escaped(leader(comparison, target, words)),
        throughput === null ? NONE : `${throughput.ratio.toFixed(3)}×`,
        throughput === null
          ? NONE
          : `${throughput.ratioRange.map((end) => end.toFixed(3)).join(' to ')}×`,
        saved === null || costs?.outcome !== 'ahead'
          ? NONE
          : throughput && isSamePair(costs, throughput)
            ? percentText(saved)
            : `${percentText(saved)}, ${escaped(words.over(labelOf(comparison, costs.side), labelOf(comparison, costs.over)))}`,
      ];
    }),
  );
}

function leader(c: Comparison, { best }: TargetValues, words: Words['markdown']): string {
  const lead = best[headlineMetrics(c.sides)[0]];
  if (lead === null) return NONE;
  if (lead.outcome === 'level') return words.level;
  const pair = words.over(labelOf(c, lead.side), labelOf(c, lead.over));
  return lead.outcome === 'ahead' ? pair : words.open(pair);
}

function sources(comparison: Comparison, links: Links, all: Words): string {
  const words = all.markdown;
  const read = comparison.sides.flatMap((side) => side.sources);
  const unique = (facts: readonly (string | null)[]) =>
    [...new Set(facts)].filter((fact) => fact !== null);
  const licences = unique(read.map(({ license }) => license));
  const urls = unique(read.map(({ url }) => url)).flatMap((url) => autolink(url) ?? []);
  const forms = (['page', 'json', 'csv', 'pinned'] as const).map(
    (form) => `[${words.forms[form]}](${links[form]})`,
  );
  return [
    escaped(words.source(comparison, all.figure.credits(comparison.sides), licences)),
    escaped(words.rates(comparison, all.figure.prices(comparison))),
    ...(urls.length === 0 ? [] : [urls.join(' ')]),
    forms.join(' · '),
  ].join('\n');
}

/** The address between angle brackets; `null` if it is none of the web. */
function autolink(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  return `<${url.replaceAll(/[\s<>|\\`]/g, (sign) => encodeURIComponent(sign))}>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function list(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${escaped(sentence)}`).join('\n');
}
