import { compareText } from '../../src/core/sweep.ts';
import type { RowProblem } from './formats/format.ts';
import type { RequestOutcome } from './formats/request-outcome.ts';

/**
 * The share of its requests that may have failed in a run that is taken. Their tokens are missing from
 * its throughput and their load from its latencies, so its figures are off by about that share: more
 * would be more than comparisons tell apart.
 */
export const MAX_FAILED_SHARE = 0.05;

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
