import { statedOnce } from '../stated-once.ts';
import type { Words } from '../words/words.ts';
import type {
  ComparedSide,
  Comparison,
  SideValue,
  TargetValues,
} from '../../core/comparison-types.ts';
import { isSamePair, savingOf } from '../../core/lead.ts';
import { concurrencyOrigin, isConcurrencyApproximate } from '../../core/values.ts';
import { sideLabel } from '../figure/side-names.ts';
import { NONE, decimalsFor, percentText, targetText } from '../format.ts';
import type { Links } from '../links.ts';
import { readFilesText } from './read-files.ts';
import {
  alternativesSentence,
  answerSentence,
  equalLoadsSentence,
  matchedSentence,
  furtherSentences,
} from './summary.ts';
import { METRICS, headlineMetrics, isOfOutput } from '../../core/metrics.ts';
import type { MetricKey } from '../../core/metrics.ts';
import { noticeText } from './notice-text.ts';

/**
 * A comparison as Markdown: title, answer, figures, ratios, sentences, notices, source line.
 *
 * Numbers have no thousands separators, so that a program can read them too.
 */
export function comparisonMarkdown(comparison: Comparison, links: Links, all: Words): string {
  const { title, values, notices } = comparison;
  const words = all.markdown;
  const further = furtherSentences(comparison, all);
  const loads = equalLoadsSentence(comparison, all);
  const blocks = [
    `# ${escapedMarkdown(title)}`,
    escapedMarkdown(answerSentence(comparison, all)),
    [matchedSentence(comparison, all), alternativesSentence(comparison, all)]
      .flatMap((sentence) => (sentence === null ? [] : escapedMarkdown(sentence)))
      .join(' '),
    values.length === 0
      ? words.notComparable
      : [...figures(comparison, all), '', ...ratios(comparison, words)].join('\n'),
    further.length === 0 ? null : markdownList(further),
    loads && escapedMarkdown(loads),
    notices.length === 0
      ? null
      : `## ${words.notices}\n\n${markdownList(notices.map((notice) => noticeText(notice, all)))}`,
    sources(comparison, links, all),
  ];
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
}

/** Text that stands for itself: no markup, no table cell, no formula, no line of its own. */
export function escapedMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~$#]/g, String.raw`\$&`);
}

/** A column of figures: its head, and its text for a side at a target. */
type Column = readonly [head: string, text: (value: SideValue, side: ComparedSide) => string];

/** Digits that the smallest number of a column has at least, where that is not four. */
const DIGITS: Partial<Record<MetricKey, number>> = {
  costPerMillionTokens: 5,
  costPerMillionOutputTokens: 5,
  throughputPerMw: 5,
};

function figures({ sides, values }: Comparison, { markdown, units }: Words): string[] {
  const { columns } = markdown;
  const sideValues = values.flatMap((target) => target.sides);
  const texts = (field: NumberField, digits: number) => {
    const decimals = decimalsFor(
      sideValues.map((value) => value[field]),
      digits,
    );
    return (value: SideValue) => value[field]?.toFixed(decimals) ?? NONE;
  };
  const [low, high, concurrency] = [texts('low', 4), texts('high', 4), texts('concurrency', 1)];
  const isOutput = isOfOutput(headlineMetrics(sides)[0]);
  const bounds: Column = [
    columns.bounds,
    (value) => (value.status === 'interpolated' ? `${low(value)} to ${high(value)}` : NONE),
  ];
  const shown: Column[] = [
    ...METRICS.filter(({ key }) => isOutput || !isOfOutput(key)).flatMap(({ key }): Column[] => [
      [units[key], texts(key, DIGITS[key] ?? 4)],
      ...(key === 'throughput' ? [bounds] : []),
    ]),
    [
      columns.concurrency,
      (value, side) =>
        value.concurrency === null
          ? escapedMarkdown(concurrencyOrigin(side, value) || NONE)
          : (isConcurrencyApproximate(side, value) ? String.raw`\~` : '') + concurrency(value),
    ],
    [columns.status, ({ status }) => status],
  ];
  return markdownTable(
    [columns.interactivity, columns.side, ...shown.map(([head]) => head)],
    values.flatMap(({ interactivity, sides: each }) =>
      each.map((value, i) => [
        targetText(interactivity),
        escapedMarkdown(sides[i]!.label),
        ...shown.map(([, text]) => text(value, sides[i]!)),
      ]),
    ),
  );
}

type NumberField = MetricKey | 'low' | 'high' | 'concurrency';

function ratios(comparison: Comparison, words: Words['markdown']): string[] {
  const [metric, cost] = headlineMetrics(comparison.sides);
  const { interactivity, lead, likely } = words.columns;
  const { ratio, saving } = words.columns[isOfOutput(metric) ? 'ofOutput' : 'ofTotal'];
  return markdownTable(
    [interactivity, lead, ratio, likely, saving],
    comparison.values.map((target) => {
      const throughput = target.best[metric];
      const costs = target.best[cost];
      const saved = savingOf(costs);
      return [
        targetText(target.interactivity),
        escapedMarkdown(leader(comparison, target, words)),
        throughput === null ? NONE : `${throughput.ratio.toFixed(3)}×`,
        throughput === null
          ? NONE
          : `${throughput.ratioRange.map((end) => end.toFixed(3)).join(' to ')}×`,
        saved === null || costs?.outcome !== 'ahead'
          ? NONE
          : throughput && isSamePair(costs, throughput)
            ? percentText(saved)
            : `${percentText(saved)}, ${escapedMarkdown(words.over(sideLabel(comparison, costs.side), sideLabel(comparison, costs.over)))}`,
      ];
    }),
  );
}

function leader(c: Comparison, { best }: TargetValues, words: Words['markdown']): string {
  const lead = best[headlineMetrics(c.sides)[0]];
  if (lead === null) return NONE;
  if (lead.outcome === 'level') return words.level;
  const pair = words.over(sideLabel(c, lead.side), sideLabel(c, lead.over));
  return lead.outcome === 'ahead' ? pair : words.open(pair);
}

function sources(comparison: Comparison, links: Links, all: Words): string {
  const words = all.markdown;
  const sideSources = comparison.sides.flatMap((side) => side.sources);
  const licences = statedOnce(sideSources.map(({ license }) => license));
  const urls = statedOnce(sideSources.map(({ url }) => url)).flatMap((url) => autolink(url) ?? []);
  const files = readFilesText(sideSources, words);
  const forms = (['page', 'json', 'csv', 'pinned'] as const).map(
    (form) => `[${words.forms[form]}](${links[form]})`,
  );
  return [
    escapedMarkdown(words.source(comparison, all.figure.credits(comparison.sides), licences)),
    escapedMarkdown(words.rates(comparison, all.figure.prices(comparison))),
    ...(urls.length === 0 ? [] : [urls.join(' ')]),
    ...(files === null ? [] : [escapedMarkdown(files)]),
    forms.join(' · '),
  ].join('\n');
}

/** The address between angle brackets; `null` if it is none of the web. */
function autolink(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  return `<${url.replaceAll(/[\s<>|\\`]/g, (sign) => encodeURIComponent(sign))}>`;
}

/** Lines of a table, whose cells are text that is escaped already. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Sentences as a list in Markdown, whatever stands in them as text. */
export function markdownList(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${escapedMarkdown(sentence)}`).join('\n');
}
