import type { Clock } from '../kv/clock.ts';

/** How many may wait for their turn; one more is turned away. */
const MAX_WAITING = 3;
/** How long anyone waits: ms. */
const WAIT_MS = 5_000;
/** How long the isolate rests between two turns at most: ms. */
const REST_MS = 1_000;
/** After this a turn counts as over: whoever has it may have gone away with its request. ms */
const TURN_MS = 10_000;

/**
 * Work that is done one at a time in an isolate, with a short queue before it. Between two turns
 * there is as long a rest as the first one took, since whatever else came in meanwhile had to wait.
 */
export class Turns {
  readonly #clock: Clock;
  /** those who wait, the first in front */
  #waiting: Waiting[] = [];
  /** what marks whose turn it is */
  #holder: object | null = null;
  #holderSinceMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * What the work gives when its turn has come.
   *
   * @param before - asked once there is a place in the queue; what it throws gives the place up
   * @returns `null` where too many wait, or it took too long
   */
  async take<T>(
    before: () => Promise<void>,
    work: () => Promise<T>,
  ): Promise<{ readonly made: T } | null> {
    this.#endLostTurn();
    const isFree = this.#holder === null;
    if (!isFree && this.#waiting.length >= MAX_WAITING) return null;
    const mine = {};
    const place: Waiting = { mine, beforeMs: 0, call: () => {}, callOff: () => {} };
    const called = isFree ? null : this.#called(place);
    if (isFree) this.#hold(mine);
    try {
      await before();
      if (called !== null) {
        if (!(await called)) return null;
        await this.#rest(place);
        if (this.#holder !== mine) return null; // it took so long that the turn counted as lost
        this.#hold(mine);
      }
      return { made: await work() };
    } finally {
      this.#waiting = this.#waiting.filter((one) => one !== place);
      place.callOff();
      if (this.#holder === mine) this.#pass();
    }
  }

  /** Whether the turn came in time. */
  #called(place: Waiting): Promise<boolean> {
    this.#waiting.push(place);
    return new Promise((resolve) => {
      place.callOff = this.#clock.after(WAIT_MS, () => resolve(false));
      place.call = () => resolve(true);
    });
  }

  #hold(holder: object): void {
    this.#holder = holder;
    this.#holderSinceMs = this.#clock.now();
  }

  /** Gives the turn to the next. */
  #pass(): void {
    this.#holder = null;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    next.beforeMs = this.#holderSinceMs;
    this.#hold(next.mine);
    next.call();
  }

  async #rest({ beforeMs }: Waiting): Promise<void> {
    const pause = (ms: number) =>
      new Promise<void>((resolve) => void this.#clock.after(ms, resolve));
    await pause(0); // time is seen to pass only here
    await pause(Math.min(REST_MS, this.#clock.now() - beforeMs));
  }

  #endLostTurn(): void {
    if (this.#holder === null || this.#clock.now() - this.#holderSinceMs < TURN_MS) return;
    this.#pass();
  }
}

interface Waiting {
  readonly mine: object;
  /** when the turn before its own began */
  beforeMs: number;
  call: () => void;
  /** ends its waiting time */
  callOff: () => void;
}
