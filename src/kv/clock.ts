/** Time as the store needs it; a test gives its own. */
export interface Clock {
  /** ms; only differences matter */
  now(): number;
  /** Calls back once so many ms have passed; the function that it gives calls that off. */
  after(ms: number, callBack: () => void): () => void;
}

/** The runtime's own time. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after(ms, callBack) {
    const timer = setTimeout(callBack, ms);
    return () => clearTimeout(timer);
  },
};
