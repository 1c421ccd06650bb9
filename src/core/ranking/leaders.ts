import { leftKnot } from '../curve.ts';
import { noiseOf } from '../likely.ts';
import type { Contender } from './contender.ts';
import { isBoundAt, merit, servedAt, spreadAt } from './contender.ts';
import { decide } from './decision.ts';
import type { Decision } from './decision.ts';
import { isSteadyLead } from './steady-lead.ts';

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

/** From one speed that is read in any case to the next: what lies between is read where it may differ. */
const READ_STEP = 1.02;

/**
 * Who leads from where to where, over all speeds that some configuration serves: as if it were read at
 * every tenth of a tok/s/user.
 *
 * It is read at speeds 2 % apart, and halfway between two, down to a tenth, unless it is certainly the
 * same all along.
 *
 * @param groupOf - of the configurations of one group only the best at a speed takes part there
 */
export function leaderStretches(
  contenders: readonly Contender[],
  groupOf: (contender: Contender) => string,
): LeaderStretch[] {
  const known = contenders.filter(({ weight }) => weight !== null);
  const leadAt = (tenths: number): Lead => ({
    tenths,
    decision: decisionAt(known, groupOf, tenths / 10)!,
  });
  const changes: Lead[] = [];
  const follow = (a: Lead, b: Lead) => {
    const isSame = isSameLead(a.decision, b.decision);
    if (b.tenths - a.tenths <= 1) {
      if (!isSame) changes.push(b);
    } else if (!isSame || !isSteadyLead(known, groupOf, a.decision, a.tenths / 10, b.tenths / 10)) {
      const middle = leadAt((a.tenths + b.tenths) >> 1);
      follow(a, middle);
      follow(middle, b);
    }
  };
  const speeds = readSpeeds(known);
  let last: Lead | null = null;
  for (const tenths of speeds) {
    const lead = leadAt(tenths);
    if (last === null) changes.push(lead);
    else follow(last, lead);
    last = lead;
  }
  return changes.map(({ tenths, decision: { best, next, outcome } }, i) => ({
    from: tenths / 10,
    to: ((changes[i + 1]?.tenths ?? speeds.at(-1)! + 1) - 1) / 10,
    row: known[best]!.side.key,
    over: next === null ? null : known[next]!.side.key,
    outcome,
  }));
}

/** Who leads at a speed, in tenths of a tok/s/user. */
interface Lead {
  readonly tenths: number;
  readonly decision: Decision;
}

/** Speeds to read at, in tenths of a tok/s/user, ascending; the first and the last that are served. */
function readSpeeds(contenders: readonly Contender[]): number[] {
  const first = Math.ceil(Math.min(...contenders.map(({ curve }) => curve.min)) * 10);
  const end = Math.max(...contenders.map(({ curve }) => curve.max));
  const tenths = Math.floor(end * 10);
  const last = tenths / 10 > end ? tenths - 1 : tenths; // times ten may have rounded up
  const speeds: number[] = [];
  for (let at = first; at < last; at = Math.max(at + 1, Math.ceil(at * READ_STEP))) speeds.push(at);
  if (first <= last) speeds.push(last);
  return speeds;
}

function isSameLead(a: Decision, b: Decision): boolean {
  return a.best === b.best && a.next === b.next && a.outcome === b.outcome;
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
