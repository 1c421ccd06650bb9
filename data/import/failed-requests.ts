import { compareText } from '../../src/core/sweep.ts';
import type { RowProblem } from './formats/format.ts';

/** What became of the requests of a run; those that were cut off when its time was up are neither. */
export interface RequestOutcome {
  readonly completed: number;
  readonly failed: number;
}

/**
 * The share of its requests that may have failed in a run that is taken. Their tokens are missing from
 * its throughput and their load from its latencies, so its figures are off by about that share: more
 * would be more than comparisons tell apart.
 */
export const MAX_FAILED_SHARE = 0.05;

/** What became of requests, as counted by a tool; `null` where the counts do not tell. */
export function requestOutcome(
  completed: number | null,
  failed: number | null,
): RequestOutcome | null {
  if (completed === 0) return { completed, failed: failed ?? 0 };
  return completed === null || failed === null || failed < 0 ? null : { completed, failed };
}

/** How many of the requests that were sent did not complete; `null` where either is not known. */
export function notCompleted(sent: number | null, completed: number | null): number | null {
  return sent === null || completed === null ? null : sent - completed;
}

/** Why the figures of a run are not those of its configuration; `null` where they are. */
export function failedRun({ completed, failed }: RequestOutcome): RowProblem | null {
  if (completed === 0) return { reason: 'failed-run', detail: 'no request completed' };
  const sent = completed + failed;
  if (failed / sent <= MAX_FAILED_SHARE) return null;
  return { reason: 'failed-run', detail: `${failed} of ${sent} requests failed` };
}

/** A run that was taken although some of its requests failed. */
export interface FailedRequests {
  readonly input: string;
  /** tells the runs of one input apart */
  readonly concurrency: number | null;
  readonly failed: number;
  readonly sent: number;
}

/** Runs beyond that many are counted and not named. */
const MOST = 1000;

/** Collects runs that were taken although some of their requests failed. */
export class FailedRequestTally {
  count = 0;
  readonly #runs: FailedRequests[] = [];

  add(input: string, concurrency: number | null, { completed, failed }: RequestOutcome): void {
    if (failed === 0) return;
    this.count++;
    const run = { input, concurrency, failed, sent: completed + failed };
    if (this.#runs.length < MOST) this.#runs.push(run);
  }

  /** The largest share first. */
  runs(): FailedRequests[] {
    return this.#runs.toSorted(
      (a, b) => b.failed / b.sent - a.failed / a.sent || compareText(a.input, b.input),
    );
  }
}
