import type { ComparedSide, Comparison, SideValue } from '../core/comparison-types.ts';
import { NONE, decimalsFor, numberText, secondsText } from './format.ts';
import { h } from './markup.ts';
import type { Attrs, Child, Markup } from './markup.ts';
import type { Measure, Words } from './words.ts';

/** What of a comparison the table shows. */
export type Tabled = Pick<
  Comparison,
  'title' | 'targets' | 'sides' | 'values' | 'basis' | 'rates' | 'util'
>;

/** Text for screen readers only. */
export function hidden(...text: readonly Child[]): Markup {
  return h('span', { class: 'vh' }, ...text);
}

/** The measures that at least one side has a number of; throughput always. */
export function shownMeasures(c: Tabled, measures: readonly Measure[]): Measure[] {
  const read = c.values.flatMap(({ sides }) => sides);
  return measures.filter((m) => m === 'throughput' || read.some((value) => value[m] !== null));
}

export interface ReadCell {
  readonly value: SideValue;
  readonly side: ComparedSide;
  readonly isBest: boolean;
  /** says how it was come by on hover too */
  readonly hasTitle: boolean;
}

/**
 * The number of a side in a cell: with the decimals of its measure, bold and named if it is the
 * best, followed by how it was come by. Where there is none, an em dash and the reason.
 */
export function valueCell(
  c: Tabled,
  measure: Measure,
  { value, side, isBest, hasTitle }: ReadCell,
  words: Words,
): Markup {
  const text = valueText(c, measure, value);
  const how = origin(value, side, words);
  if (text === null) {
    const why = value.throughput === null ? how : words.notKnown;
    return cell({ title: hasTitle && why }, NONE, hidden(` ${why}`));
  }
  const isInterpolated = value.status === 'interpolated';
  return cell(
    isInterpolated ? { title: hasTitle && how } : { class: 'm' },
    isBest ? h('b', null, text) : text,
    hidden(`${isBest ? `, ${words.best}` : ''}, ${how}`),
  );
}

/** A plain cell. */
export function cell(attrs: Attrs | null, ...children: readonly Child[]): Markup {
  return h('td', attrs, ...children);
}

function origin({ status, between }: SideValue, side: ComparedSide, words: Words): string {
  if (status !== 'interpolated') {
    const why = words.status[status];
    return status.endsWith('range') ? words.outside(why, side.range) : why;
  }
  const [left, right] = (between ?? []).map((i) => side.knots[i]!.interactivity);
  return words.interpolated(left!, right!);
}

function valueText(c: Tabled, measure: Measure, value: SideValue): string | null {
  if (measure === 'ttft') return ttftText(value.ttft);
  const number = value[measure];
  if (number === null) return null;
  if (measure === 'concurrency') {
    return `${value.status === 'interpolated' ? '~' : ''}${numberText(number, 0)}`;
  }
  const all = c.values.flatMap(({ sides }) => sides.map((other) => other[measure]));
  const isCost = measure === 'costPerMillionTokens';
  const isWide = all.some((other) => other !== null && other >= 10_000);
  const decimals = Math.max(decimalsFor(all, isCost || isWide ? 3 : 4), isCost ? 2 : 0);
  return `${isCost ? '$' : ''}${numberText(number, decimals)}`;
}

function ttftText(ttft: SideValue['ttft']): string | null {
  const known = ttft?.map((seconds) => (seconds === null ? NONE : secondsText(seconds)));
  return known === undefined ? null : [...new Set(known)].join('–');
}
