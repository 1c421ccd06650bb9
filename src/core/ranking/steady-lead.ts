import { leftKnot } from '../curve.ts';
import { LEVEL_WITHIN } from '../lead.ts';
import { noiseOf } from '../likely.ts';
import { isBoundAt, merit, servedAt, spreadAt } from './contender.ts';
import type { Contender } from './contender.ts';
import type { Decision } from './decision.ts';

/** A merit and the ends of its likely range, in logarithms. */
interface LogRead {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Over a stretch, what a merit and the ends of its likely range are at most and at least. All three fall
 * with speed but for the noise, which between two knots lies between theirs: so they are most at the
 * first speed and least at the last, or where the curve ends before that, but for a factor of noise.
 */
interface Span {
  readonly most: LogRead;
  readonly least: LogRead;
  /** it serves every speed of the stretch */
  readonly isWhole: boolean;
}

/** Arithmetic in logarithms is this exact; what is nearer than that is not certain. */
const EXACT = 1e-9;
const LEVEL = Math.log(LEVEL_WITHIN);

/**
 * Whether a decision that is the same at two speeds certainly is at every speed between them.
 *
 * It is certain where what everyone reaches at best and at worst over the stretch leaves no other
 * decision. As the stretch gets shorter these come together, so that halving finds every change.
 *
 * @param groupOf - of the configurations of one group only the best at a speed takes part there
 * @param from - tok/s/user
 * @param to - tok/s/user
 */
export function isSteadyLead(
  contenders: readonly Contender[],
  groupOf: (contender: Contender) => string,
  { best, next, outcome }: Pick<Decision, 'best' | 'next' | 'outcome'>,
  from: number,
  to: number,
): boolean {
  const spans = new Map<number, Span>();
  const span = (i: number) => {
    const known = spans.get(i) ?? spanOf(contenders[i]!, from, to);
    spans.set(i, known);
    return known;
  };
  const values = contenders.map((one) => Math.log(merit(one, from, servedAt(one, from) ?? NaN)));
  const groups = contenders.map(groupOf);
  const leader = span(best);
  if (!leader.isWhole || (next !== null && !span(next).isWhole)) return false;
  const isLeading = (i: number, among: (j: number) => boolean) =>
    values.every(
      (value, j) => j === i || !among(j) || !(value > span(i).least.value - EXACT), // NaN serves none
    );
  const isRival = (j: number) => groups[j] !== groups[best];
  if (!isLeading(best, () => true)) return false;
  if (next === null) return true;
  if (!isLeading(next, isRival)) return false;

  const rivals = [...contenders.keys()].filter((j) => isRival(j) && !Number.isNaN(values[j]!));
  if (outcome === 'ahead') {
    return rivals.every((j) => {
      if (mostOver(contenders[j]!, from, to) < leader.least.low - EXACT) return true;
      return ratioOf(leader, span(j)).least - ratioOf(leader, span(j)).mostBelow > EXACT;
    });
  }
  // the leader is not decidedly ahead of one that takes part all along
  const isOpenAgainst = (j: number) => {
    const { most, leastBelow } = ratioOf(leader, span(j));
    return span(j).isWhole && leastBelow - most > EXACT;
  };
  const isBestOfGroup = (j: number) => isLeading(j, (other) => groups[other] === groups[j]);
  if (!isOpenAgainst(next) && !rivals.some((j) => isOpenAgainst(j) && isBestOfGroup(j))) {
    return false;
  }
  const pair = ratioOf(leader, span(next));
  const isBound = (x: number) => [best, next].some((i) => isBoundAt(contenders[i]!, x));
  if (outcome === 'level') {
    const isInside =
      pair.most + pair.mostAbove < LEVEL - EXACT && pair.least - pair.mostBelow > EXACT - LEVEL;
    return isInside && !isBound(from);
  }
  return (
    isBound(to) ||
    pair.least + pair.leastAbove > LEVEL + EXACT ||
    pair.most - pair.leastBelow < -LEVEL - EXACT
  );
}

function spanOf(one: Contender, from: number, to: number): Span {
  const isWhole = to <= one.curve.max;
  const [most, least] = [from, isWhole ? to : Math.max(from, one.curve.max)].map((x) =>
    readAt(one, x),
  ) as [LogRead, LogRead];
  const noises = knotsAround(one, from, to).map((knot) => Math.log(noiseOf(knot)));
  const swing = Math.max(...noises) - Math.min(...noises);
  return {
    most: { ...most, low: most.low + swing, high: most.high + swing },
    least: { ...least, low: least.low - swing, high: least.high - swing },
    isWhole,
  };
}

/** The knots that a contender is read between over a stretch; its first below that. */
function knotsAround({ curve, side: { knots } }: Contender, from: number, to: number) {
  const first = leftKnot(knots, Math.min(Math.max(from, curve.min), curve.max));
  const last = leftKnot(knots, Math.min(Math.max(to, curve.min), curve.max));
  return knots.slice(first, last + 2);
}

/** All `NaN` above the last knot. */
function readAt(one: Contender, x: number): LogRead {
  const served = servedAt(one, x) ?? NaN;
  const value = Math.log(merit(one, x, served));
  if (Number.isNaN(value)) return { value, low: value, high: value };
  const { low, high } = spreadAt(one, x, served);
  return { value, low: value - low, high: value + high };
}

/** A logarithm that the likely range of a merit does not exceed over a stretch. */
function mostOver(one: Contender, from: number, to: number): number {
  const knots = knotsAround(one, from, to);
  return Math.log(merit(one, from, knots[0]!.throughput) * Math.max(...knots.map(noiseOf)));
}

/**
 * Over a stretch, the logarithm of a ratio of two merits at least and at most, and how far its likely
 * range reaches below and above it, at least and at most.
 */
function ratioOf(a: Span, b: Span) {
  const least = (from: number, to: number) => Math.max(0, from - to);
  return {
    least: a.least.value - b.most.value,
    most: a.most.value - b.least.value,
    leastBelow: Math.hypot(least(a.least.value, a.most.low), least(b.least.high, b.most.value)),
    mostBelow: Math.hypot(a.most.value - a.least.low, b.most.high - b.least.value),
    leastAbove: Math.hypot(least(a.least.high, a.most.value), least(b.least.value, b.most.low)),
    mostAbove: Math.hypot(a.most.high - a.least.value, b.most.value - b.least.low),
  };
}
