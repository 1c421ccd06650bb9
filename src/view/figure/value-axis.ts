import { tickText } from '../format.ts';
import { linearTicks, logTicks, scale, tickStep } from './scale.ts';
import type { Scale } from './scale.ts';

/** A place on an axis with the number that stands there. */
export interface Tick {
  /** px */
  readonly at: number;
  readonly text: string;
}

/** px, the height of a line of a label */
export const LINE = 15;
/** px, the width of a character of 13 px semibold in a wide font */
export const EM = 9.5;
/** A y axis is logarithmic by itself where the largest value is over this many times the smallest. */
export const LOG_FROM = 10;

/**
 * The y axis for values from `least` to `most`: from 0 to a whole step, or logarithmic.
 *
 * @param below - a logarithmic axis begins at `least` divided by this
 * @param bottom - px, as `top`
 * @returns with its ticks and where the chart begins, right of their numbers, px
 */
export function valueAxis(
  least: number,
  most: number,
  isLog: boolean,
  below: number,
  bottom: number,
  top: number,
): readonly [y: Scale, ticks: readonly Tick[], left: number] {
  const step = tickStep(most, 5);
  const domain = isLog
    ? ([least / below, most * 1.1] as const)
    : ([0, Math.ceil(most / step) * step] as const);
  return axisOver(domain, isLog, bottom, top);
}

/** The axis of values over a domain: ascending, in its units. */
export function axisOver(
  domain: readonly [number, number],
  isLog: boolean,
  bottom: number,
  top: number,
): readonly [y: Scale, ticks: readonly Tick[], left: number] {
  const y = scale(domain, [bottom, top], isLog);
  const ticks = (
    isLog ? logTicks(...domain, (bottom - top) / LINE) : linearTicks(...domain, 5)
  ).map(tickAt(y));
  return [y, ticks, Math.max(...ticks.map(({ text }) => text.length)) * EM + 12];
}

/** The tick of a value on a scale. */
export function tickAt(at: Scale) {
  return (value: number): Tick => ({ at: at(value), text: tickText(value) });
}
