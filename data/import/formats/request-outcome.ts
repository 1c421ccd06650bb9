/** What became of the requests of a run; those that were cut off when its time was up are neither. */
export interface RequestOutcome {
  readonly completed: number;
  readonly failed: number;
}

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
