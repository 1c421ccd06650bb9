import { ByteCache } from './byte-cache.ts';
import type { Patience } from './patience.ts';
import { LateError } from './patience.ts';

/** A value with how much memory it takes, bytes. */
export interface Weighed<V> {
  readonly value: V;
  readonly bytes: number;
}

/**
 * Values that never change, by key: each is made once for all requests that want it at a time, and
 * kept while there is room.
 *
 * Whoever asks first starts the work and the others wait for it, each with its own patience. Work
 * that is overdue is left alone: the next request starts anew. What it gives in
 * the end is kept all the same.
 */
export class SharedReads<V> {
  readonly #kept: ByteCache<V>;
  readonly #running = new Map<string, Promise<V>>();

  /** @param maxBytes - that are kept */
  constructor(maxBytes: number) {
    this.#kept = new ByteCache(maxBytes);
  }

  /** Bytes that are kept now. */
  get bytes(): number {
    return this.#kept.bytes;
  }

  /** One value; see {@link getMany}. */
  async get(
    key: string,
    patience: Patience,
    make: (key: string) => Promise<Weighed<V>>,
  ): Promise<V> {
    const [value] = await this.getMany([key], patience, ([first]) => [make(first!)]);
    return value!;
  }

  /**
   * Values in the order of their keys.
   *
   * @param make - of the keys that nobody has or is making, in that order
   * @throws what making one of them throws, or LateError
   */
  getMany(
    keys: readonly string[],
    patience: Patience,
    make: (missing: readonly string[]) => readonly Promise<Weighed<V>>[],
  ): Promise<V[]> {
    const known = new Map(keys.map((key) => [key, this.#kept.get(key)]));
    const missing = [...new Set(keys)].filter(
      (key) => known.get(key) === null && !this.#running.has(key),
    );
    if (missing.length > 0) {
      for (const [i, work] of make(missing).entries()) this.#start(missing[i]!, work);
    }
    return Promise.all(
      keys.map(async (key) => {
        const value = known.get(key) ?? null;
        if (value !== null) return value;
        const work = this.#running.get(key)!;
        try {
          return await patience.wait(key, work);
        } catch (error) {
          if (error instanceof LateError && error.isOverdue) this.#leave(key, work);
          throw error;
        }
      }),
    );
  }

  #start(key: string, making: Promise<Weighed<V>>): void {
    const work = making.then(({ value, bytes }) => {
      this.#kept.set(key, value, bytes);
      return value;
    });
    this.#running.set(key, work);
    const end = () => this.#leave(key, work);
    work.then(end, end);
  }

  #leave(key: string, work: Promise<V>): void {
    if (this.#running.get(key) === work) this.#running.delete(key);
  }
}
