import { OPEN_LOOP } from '../../../src/core/point-facts.ts';
import { numberAt, textAt, valueAt } from './json-path.ts';

/** How a client decided when to send the next request. */
export interface Load {
  /** requests in flight that the client kept up, or did not exceed; `null` where it had no such number */
  readonly concurrency: number | null;
  /** mean of the requests in flight, for want of a load that was kept up */
  readonly observedConcurrency: number | null;
  /** requests were sent whether or not others had been answered */
  readonly isOpenLoop: boolean;
  /** requests/s that were sent; `Infinity`: all at once; `null`: not stated, or as answers came */
  readonly requestRate: number | null;
  /** requests that were sent in all */
  readonly requests: number | null;
}

/** How the concurrency of a run was come by, in words; `null` where it is the load that was set. */
export function concurrencyOrigin(load: Load): string | null {
  const { concurrency, observedConcurrency, isOpenLoop, requestRate, requests } = load;
  const isRate = requestRate !== null && Number.isFinite(requestRate);
  const rate = isRate ? `${Number(requestRate.toPrecision(4))} requests/s` : null;
  if (concurrency !== null) return rate === null ? null : `at most, at ${rate}`;
  if (observedConcurrency !== null) return 'observed mean';
  if (!isOpenLoop) return null;
  const atOnce = requestRate === Infinity && requests !== null ? `${requests} at once` : null;
  return [OPEN_LOOP, rate ?? atOnce].filter((text) => text !== null).join(', ');
}

/**
 * The rate of a top-level field that clients write as a number, `"inf"`, or `Infinity`, which is no
 * JSON and has become `null`; `null` where there is no such field.
 */
export function requestRateOf(result: unknown, field: string): number | null {
  if (!isStated(result, field)) return null;
  const isAtOnce = valueAt(result, field) === null || /^inf/i.test(textAt(result, field) ?? '');
  return isAtOnce ? Infinity : numberAt(result, field);
}

/** Whether an object has a field, be it `null`. */
export function isStated(result: unknown, field: string): boolean {
  return typeof result === 'object' && result !== null && Object.hasOwn(result, field);
}
