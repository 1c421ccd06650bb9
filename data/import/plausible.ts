import { MIN_LOAD_SHARE } from '../../src/core/limits.ts';
import { POINT_AXES, POINT_FACTS } from '../../src/core/point-facts.ts';
import type { PointFacts } from '../../src/core/point-facts.ts';
import type { RowCandidate, RowProblem } from './formats/format.ts';

/** The axes and facts of a point; `null` where not known. */
type Figures = PointFacts & Readonly<Record<keyof typeof POINT_AXES, number | null>>;

/** The numbers of a point that nothing can be measured as. */
export function outOfRange(
  figures: Figures,
): { readonly name: string; readonly value: number; readonly rule: string }[] {
  return Object.entries({ ...POINT_AXES, ...POINT_FACTS }).flatMap(([name, described]) => {
    const value = figures[name as keyof Figures];
    if (typeof value !== 'number' || !('range' in described)) return [];
    const [least, most] = described.range;
    if (value >= least && value <= most) return [];
    return { name, value, rule: `within ${least} to ${most} ${described.unit}` };
  });
}

/**
 * What of a row cannot have been measured, because a unit was mistaken; `null` where all can.
 *
 * Each figure by itself, and the load against the output: a concurrency of 16 at 50 tok/s/user makes
 * about 800 tok/s, and a time per token of 25 taken for seconds a thousandth of that.
 */
export function implausible(row: RowCandidate): RowProblem | null {
  const { interactivity, throughput, deployment } = row;
  const [broken] = outOfRange({ ...row.facts, interactivity, throughput });
  if (broken !== undefined) {
    return { reason: 'implausible', detail: `${broken.name} is not ${broken.rule}` };
  }
  const { concurrency, gpus, outputThroughput } = row.facts;
  const isKnown = concurrency !== null && gpus !== null && outputThroughput !== null;
  if (interactivity === null || !isKnown || deployment === 'disagg') return null;
  const share = (concurrency * interactivity) / (outputThroughput * gpus);
  if (share >= MIN_LOAD_SHARE) return null;
  return { reason: 'implausible', detail: 'interactivity is too low for output and concurrency' };
}
