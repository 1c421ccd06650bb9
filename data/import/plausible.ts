import { MIN_LOAD_SHARE, PLAUSIBLE } from '../../src/core/limits.ts';
import type { RowCandidate, RowProblem } from './formats/format.ts';

/**
 * The numbers of a point that nothing can be measured as.
 *
 * @param figures - axes and facts by name; `null` where not known
 */
export function outOfRange(
  figures: Readonly<Record<keyof typeof PLAUSIBLE, number | null>>,
): { readonly name: string; readonly value: number; readonly rule: string }[] {
  return Object.entries(PLAUSIBLE).flatMap(([name, { min, max, unit }]) => {
    const value = figures[name as keyof typeof PLAUSIBLE];
    if (value === null || (value >= min && value <= max)) return [];
    return { name, value, rule: `within ${min} to ${max} ${unit}` };
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
