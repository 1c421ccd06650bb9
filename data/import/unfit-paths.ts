/** Files with results whose paths a pattern does not fit, so that it states nothing of them. */
export interface UnfitPaths {
  readonly pattern: string;
  readonly count: number;
  /** files with results in all */
  readonly of: number;
  /** the first thousand */
  readonly names: readonly string[];
}

/** Paths beyond that many are counted and not named. */
const MOST = 1000;

/** Collects the files with results that a pattern for their paths does not fit. */
export class UnfitPathTally {
  readonly #pattern: string | null;
  readonly #names: string[] = [];
  #count = 0;
  #of = 0;

  /** @param pattern - `null` where there is none, and nothing to fit */
  constructor(pattern: string | null) {
    this.#pattern = pattern;
  }

  /** @param fits - as the input says it; one without a path says nothing */
  add(name: string, fits: boolean | undefined): void {
    if (fits === undefined) return;
    this.#of++;
    if (fits) return;
    this.#count++;
    if (this.#names.length < MOST) this.#names.push(name);
  }

  /** `null` where it fits every file. */
  report(): UnfitPaths | null {
    if (this.#pattern === null || this.#count === 0) return null;
    return { pattern: this.#pattern, count: this.#count, of: this.#of, names: this.#names };
  }
}
