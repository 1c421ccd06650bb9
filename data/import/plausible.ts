import { MIN_LOAD_SHARE, PLAUSIBLE } from '../../src/core/limits.ts';
import type { RowCandidate, RowProblem } from './formats/format.ts';

/**
 * What of a row cannot have been measured, because a unit was mistaken; `null` where all can.
 *
 * Each figure by itself, and the load against the output: a concurrency of 16 at 50 tok/s/user makes
 * about 800 tok/s, and a time per token of 25 taken for seconds a thousandth of that.
 */
export function implausible(row: RowCandidate): RowProblem | null {
  const figures = { ...row.facts, interactivity: row.interactivity, throughput: row.throughput };
  for (const [name, { min, max, unit }] of Object.entries(PLAUSIBLE)) {
    const value = figures[name as keyof typeof PLAUSIBLE];
    if (value !== null && (value < min || value > max)) {
      return { reason: 'implausible', detail: `${name} is not within ${min} to ${max} ${unit}` };
    }
  }
  const { interactivity, deployment } = row;
  const { concurrency, gpus, outputThroughput } = row.facts;
  const isKnown = concurrency !== null && gpus !== null && outputThroughput !== null;
  if (interactivity === null || !isKnown || deployment === 'disagg') return null;
  const share = (concurrency * interactivity) / (outputThroughput * gpus);
  if (share >= MIN_LOAD_SHARE) return null;
  return { reason: 'implausible', detail: 'interactivity is too low for output and concurrency' };
}
