import type { Clock } from '../../src/kv/clock.ts';

/**
 * A clock that stands until a test moves it, or until someone sleeps by it: then it goes on to the
 * next thing that is due as soon as nothing else happens. So nothing depends on the machine's speed.
 */
export class FakeClock implements Clock {
  nowMs = 0;
  #due: { readonly atMs: number; readonly callBack: () => void }[] = [];

  now(): number {
    return this.nowMs;
  }

  after(ms: number, callBack: () => void): () => void {
    const entry = { atMs: this.nowMs + ms, callBack };
    if (ms <= 0) setTimeout(callBack);
    else if (Number.isFinite(ms)) this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  /** Settles after so many ms, for `Infinity` never; meanwhile what is due sooner happens. */
  sleep(ms: number): Promise<void> {
    let isAwake = false;
    const sleeping = new Promise<void>((resolve) => {
      this.after(ms, () => {
        isAwake = true;
        resolve();
      });
    });
    const step = () => {
      const [next] = this.#due.toSorted((a, b) => a.atMs - b.atMs);
      if (isAwake || next === undefined) return;
      this.#due = this.#due.filter((entry) => entry !== next);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.callBack();
      setTimeout(step);
    };
    setTimeout(step);
    return sleeping;
  }
}
