import type { Clock } from './clock.ts';
import { ContentError } from './store-error.ts';

/** How long a request waits for one read: ms. */
const READ_MS = 1_500;
/** How long it waits for KV in all, from its first read on: ms. */
const REQUEST_MS = 3_000;

/** The time that one request may spend waiting for KV. What comes after it counts as failed. */
export class Patience {
  readonly #clock: Clock;
  #endsMs: number | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * What the work gives in time.
   *
   * @param key - what is read, for the error
   * @throws ContentError if it gives nothing in time, else what the work throws
   */
  wait<T>(key: string, work: Promise<T>): Promise<T> {
    const now = this.#clock.now();
    this.#endsMs ??= now + REQUEST_MS;
    const ms = Math.min(READ_MS, this.#endsMs - now);
    return new Promise((resolve, reject) => {
      const late = () => reject(new LateError(key, ms));
      if (ms <= 0) return late();
      const callOff = this.#clock.after(ms, late);
      return work.then(resolve, reject).finally(callOff);
    });
  }
}

/** KV did not answer in time. */
export class LateError extends ContentError {
  /** a whole {@link READ_MS} was waited for it, not only what was left of the request's time */
  readonly isOverdue: boolean;

  constructor(key: string, waitedMs: number) {
    super(`${key} did not come from KV within ${Math.max(0, waitedMs)} ms`);
    this.isOverdue = waitedMs >= READ_MS;
  }
}
