import type { InputCount, InputCounts } from './report.ts';

/** Inputs that are named one by one without being asked for: more would not be read. */
export const FEW_INPUTS = 4;
/** Different problems that are told apart; files with others are counted together. */
const MAX_PROBLEMS = 1000;
const OTHER_PROBLEM = 'other problems';

/**
 * Counts inputs by format and by what kept their rows out. It keeps them one by one only where that is
 * asked: of a folder of many thousand files the counts are all that a report needs.
 */
export class InputTally {
  readonly listed: InputCount[] = [];
  readonly #isListing: boolean;
  #files = 0;
  readonly #formats = new Map<string, { files: number; rows: number }>();
  readonly #problems = new Map<string, { readonly first: string; files: number }>();

  constructor(isListing: boolean) {
    this.#isListing = isListing;
  }

  /** An input that was read to its end, or as far as that went. */
  add(input: InputCount): void {
    const { name, format, read, problem } = input;
    this.#files++;
    if (this.#isListing || this.listed.length < FEW_INPUTS) this.listed.push(input);
    const of = this.#formats.get(format) ?? { files: 0, rows: 0 };
    this.#formats.set(format, { files: of.files + 1, rows: of.rows + read });
    if (problem === null) return;
    const isTold = this.#problems.has(problem) || this.#problems.size < MAX_PROBLEMS;
    const told = isTold ? problem : OTHER_PROBLEM;
    const { first, files } = this.#problems.get(told) ?? { first: name, files: 0 };
    this.#problems.set(told, { first, files: files + 1 });
  }

  counts(): InputCounts {
    return {
      files: this.#files,
      byFormat: Array.from(this.#formats, ([format, of]) => ({ format, ...of })),
      problems: Array.from(this.#problems, ([problem, of]) => ({ problem, ...of })),
    };
  }
}
