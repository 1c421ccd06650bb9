import { leftKnot } from '../curve.ts';
import { noiseOf } from '../likely.ts';
import type { Contender } from './contender.ts';
import { isBoundAt, merit, servedAt, spreadAt } from './contender.ts';
import { decide } from './decision.ts';
import type { Decision } from './decision.ts';

/** A stretch of interactivities in which one configuration leads. */
export interface LeaderStretch {
  /** first and last tok/s/user, to a tenth; the next stretch begins a tenth later */
  readonly from: number;
  readonly to: number;
  /** key of the best by value */
  readonly row: string;
  /** key of the runner-up; `null` where there is none */
  readonly over: string | null;
  readonly outcome: Decision['outcome'];
}

/** From one read speed to the next. A lead over a shorter stretch than that may go unseen. */
const READ_STEP = 1.02;

/**
 * Who leads from where to where, over all speeds that some configuration serves.
 *
 * Leaders are read at speeds 2 % apart and on both sides of every curve's end; where two neighbours
 * differ, the tenth of a tok/s/user at which that changes is found by halving.
 *
 * @param groupOf - of the configurations of one group only the best at a speed takes part there
 */
export function leaderStretches(
  contenders: readonly Contender[],
  groupOf: (contender: Contender) => string,
): LeaderStretch[] {
  const known = contenders.filter(({ weight }) => weight !== null);
  const read = (tenths: number) => stretchAt(known, groupOf, tenths);
  const stretches: LeaderStretch[] = [];
  let last: LeaderStretch | null = null;
  for (const tenths of readSpeeds(known)) {
    const found = read(tenths);
    last ??= found;
    // from the last read on, every change up to this one
    while (!isSameLead(last, found)) {
      const change = firstChange(last, tenths, read);
      stretches.push({ ...last, to: (change - 1) / 10 });
      last = read(change);
    }
    last = { ...last, to: found.to };
  }
  return last === null ? [] : [...stretches, last];
}

/** Speeds to read at, in tenths of a tok/s/user, ascending. */
function readSpeeds(contenders: readonly Contender[]): number[] {
  const first = Math.ceil(Math.min(...contenders.map(({ curve }) => curve.min)) * 10);
  const last = Math.floor(Math.max(...contenders.map(({ curve }) => curve.max)) * 10);
  const speeds = new Set<number>();
  for (let at = first; at < last; at = Math.max(at + 1, Math.ceil(at * READ_STEP))) speeds.add(at);
  for (const { curve } of contenders) {
    const end = Math.floor(curve.max * 10);
    for (const at of [end, end + 1]) if (at >= first && at <= last) speeds.add(at);
  }
  return [...speeds].sort((a, b) => a - b);
}

/** The first tenth after a stretch at which another one leads, up to one at which another does. */
function firstChange(
  before: LeaderStretch,
  tenths: number,
  read: (tenths: number) => LeaderStretch,
): number {
  let [same, changed] = [Math.round(before.to * 10), tenths];
  while (changed - same > 1) {
    const middle = (same + changed) >> 1;
    if (isSameLead(before, read(middle))) same = middle;
    else changed = middle;
  }
  return changed;
}

function isSameLead(a: LeaderStretch, b: LeaderStretch): boolean {
  return a.row === b.row && a.over === b.over && a.outcome === b.outcome;
}

/** Who leads at one speed that some configuration serves, as a stretch of its own. */
function stretchAt(
  contenders: readonly Contender[],
  groupOf: (contender: Contender) => string,
  tenths: number,
): LeaderStretch {
  const x = tenths / 10;
  const decision = decisionAt(contenders, groupOf, x)!;
  const key = (i: number) => contenders[i]!.side.key;
  const { best, next, outcome } = decision;
  return { from: x, to: x, row: key(best), over: next === null ? null : key(next), outcome };
}

/** Who leads at a speed (tok/s/user); `null` above every curve's end. */
export function decisionAt(
  contenders: readonly Contender[],
  groupOf: (contender: Contender) => string,
  x: number,
): Decision | null {
  const values = contenders.map((one) => merit(one, x, servedAt(one, x) ?? NaN));
  const bestOf = new Map<string, number>();
  for (const [i, one] of contenders.entries()) {
    if (!(values[i]! > 0)) continue;
    const group = groupOf(one);
    const other = bestOf.get(group);
    if (other === undefined) bestOf.set(group, i);
    else if (values[i]! > values[other]!) {
      values[other] = NaN;
      bestOf.set(group, i);
    } else values[i] = NaN;
  }
  return decide(
    values,
    (i) => {
      const one = contenders[i]!;
      return { ...spreadAt(one, x, servedAt(one, x)!), value: values[i]! };
    },
    (i) => {
      const one = contenders[i]!;
      const { knots } = one.side;
      const place = leftKnot(knots, Math.max(x, one.curve.min));
      const [left, right = knots[place]!] = [knots[place]!, knots[place + 1]];
      return merit(one, x, left.throughput) * Math.max(noiseOf(left), noiseOf(right));
    },
    (i) => isBoundAt(contenders[i]!, x),
  );
}
