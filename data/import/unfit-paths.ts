import type { Input } from './inputs.ts';

/** Files with results whose paths a pattern does not fit, so that it states nothing of them. */
export interface UnfitPaths {
  readonly pattern: string;
  readonly count: number;
  /** files with results in all */
  readonly of: number;
  /** the first thousand */
  readonly names: readonly string[];
}

/** Facts in the paths of files, as someone wrote where they stand. */
export interface PathPattern {
  readonly text: string;
  /** @param path - within the folder that was imported */
  fits(path: string): boolean;
}

/** Paths beyond that many are counted and not named. */
const MOST = 1000;

/** Collects the files with results that a pattern for their paths does not fit. */
export class UnfitPathTally {
  readonly #pattern: PathPattern | null;
  readonly #names: string[] = [];
  #count = 0;
  #of = 0;

  /** @param pattern - `null` where there is none, and nothing to fit */
  constructor(pattern: PathPattern | null) {
    this.#pattern = pattern;
  }

  /** An input with results; one that was not come across in a folder has no path to fit. */
  add({ name, isFound }: Pick<Input, 'name' | 'isFound'>): void {
    if (this.#pattern === null) return;
    this.#of++;
    if (isFound === true && this.#pattern.fits(name)) return;
    this.#count++;
    if (this.#names.length < MOST) this.#names.push(name);
  }

  /** `null` where it fits every file. */
  report(): UnfitPaths | null {
    if (this.#pattern === null || this.#count === 0) return null;
    return { pattern: this.#pattern.text, count: this.#count, of: this.#of, names: this.#names };
  }
}
