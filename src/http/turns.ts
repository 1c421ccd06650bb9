import type { Clock } from '../kv/clock.ts';

/** Those who may wait for their turn; the next one is turned away. */
const MAX_WAITING = 3;
/** How long anyone waits: ms. */
const WAIT_MS = 5_000;
/** After this a turn counts as over: whoever has it may have gone away with its request. ms */
const TURN_MS = 10_000;

/** Work that is done one at a time in an isolate, with a short queue before it. */
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
    const place: Waiting = { mine, call: () => {}, callOff: () => {} };
    const called = isFree ? null : this.#called(place);
    if (isFree) this.#hold(mine);
    try {
      await before();
      if (called !== null && !(await called)) return null;
      return { made: await work() };
    } finally {
      this.#waiting = this.#waiting.filter((one) => one !== place);
      place.callOff();
      await this.#pass(mine);
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

  /** Gives the turn to the next, after whatever else has come in meanwhile was seen to. */
  async #pass(mine: object): Promise<void> {
    if (this.#holder !== mine) return;
    const next = this.#waiting.shift();
    this.#holder = null;
    if (next === undefined) return;
    this.#hold(next.mine);
    await new Promise<void>((resolve) => void this.#clock.after(0, resolve));
    next.call();
  }

  #endLostTurn(): void {
    if (this.#holder === null || this.#clock.now() - this.#holderSinceMs < TURN_MS) return;
    this.#holder = null;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#hold(next.mine);
    next.call();
  }
}

interface Waiting {
  readonly mine: object;
  call: () => void;
  /** ends its waiting time */
  callOff: () => void;
}
