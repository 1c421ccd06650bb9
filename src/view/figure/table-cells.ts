import type { Words } from '../words/words.ts';
import type { ComparedSide, Comparison, SideValue } from '../../core/comparison-types.ts';
import { leaderOf } from '../../core/lead.ts';
import { METRICS } from '../../core/metrics.ts';
import { isConcurrencyApproximate } from '../../core/values.ts';
import { NONE, decimalsFor, numberText, secondsTexts } from '../format.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import type { Measure, TableMetric } from '../../core/metrics.ts';

/** The parts of a comparison that its table is made of. */
export type TableSource = Pick<
  Comparison,
  'title' | 'targets' | 'sides' | 'values' | 'basis' | 'rates' | 'ownPrices' | 'util'
>;

/**
 * Everything that tables can show, in order: metrics with a name in addresses, then two facts
 * without a best side.
 */
export const MEASURES: readonly Measure[] = [
  ...METRICS.flatMap((metric) => (metric.name === null ? [] : metric.key)),
  'concurrency',
  'ttft',
];

/** What a measure is called in `?metrics=` and in the attribute of that name. */
export function measureName(measure: Measure): string {
  return METRICS.find(({ key }) => key === measure)?.name ?? measure;
}

/** Whether a measure has a best side; concurrency and TTFT have none. */
export function hasBest(measure: Measure): measure is TableMetric {
  return measure !== 'concurrency' && measure !== 'ttft';
}

/** Text for screen readers only. */
export function hidden(...text: readonly Child[]): Markup {
  return h('span', { class: 'visually-hidden' }, text);
}

/** The measures that at least one side has a number of, or else the first of them. */
export function shownMeasures({ values }: TableSource, measures: readonly Measure[]): Measure[] {
  const known = measures.filter((measure) =>
    values.some(({ sides }) => sides.some((value) => value[measure] !== null)),
  );
  return known[0] ? known : measures.slice(0, 1);
}

/**
 * The cell of a measure of a side at a target, by their positions: the number with the decimals of
 * its measure, bold and named if it is the best, followed by how it was come by. Where there is
 * none, an em dash and the reason.
 */
export function valueCells({ sides, values }: TableSource, words: Words['figure']) {
  const textOf: Partial<Record<Measure, ReturnType<typeof measureTexts>>> = {};
  return (measure: Measure, side: number, target: number): Markup => {
    const read = values[target]!;
    const value = read.sides[side]!;
    const text = (textOf[measure] ??= measureTexts(
      measure,
      values.flatMap((at) => at.sides),
    ))(value, sides[side]!);
    const isBest = hasBest(measure) && leaderOf(read.best[measure]) === value.side;
    const how = words.origin(value.status, sides[side]!, value.between ?? []);
    const why = text === null && value.throughput !== null ? words.notKnown : how;
    return h(
      'td',
      text !== null && value.status !== 'interpolated' ? { class: 'measured' } : { title: why },
      isBest ? h('b', null, text) : (text ?? NONE),
      hidden(`${isBest ? `, ${words.best}` : ''}${text === null ? ' ' : ', '}${why}`),
    );
  };
}

/**
 * How the numbers of a measure are written in a table, so that they stand under each other on the
 * decimal.
 *
 * @param all - every value that the table shows
 * @returns the text of one of them; `null` where the number is not known
 */
export function measureTexts(
  measure: Measure,
  all: readonly SideValue[],
): (value: SideValue, side: ComparedSide) => string | null {
  if (measure === 'ttft') {
    return ({ ttft }) => ttft && secondsTexts(ttft).join('–');
  }
  const isCost = measure.startsWith('cost');
  const numbers = all.map((value) => value[measure]);
  const isWide = isCost || Math.max(...numbers.map(Number)) >= 10_000;
  // Whole figures are printed whole: a decimal would claim a precision that nobody stated.
  const isWhole = measure === 'concurrency' || numbers.every((it) => it === null || it % 1 === 0);
  const decimals = isWhole ? 0 : Math.max(decimalsFor(numbers, isWide ? 3 : 4), isCost ? 2 : 0);
  return (value, side) => {
    const number = value[measure];
    if (number === null) return null;
    const about = measure === 'concurrency' && isConcurrencyApproximate(side, value) ? '~' : '';
    return about + (isCost ? '$' : '') + numberText(number, decimals);
  };
}
