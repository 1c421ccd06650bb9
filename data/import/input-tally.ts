/** An input, how many rows were read of it, and what kept some out. */
export interface InputCount {
  readonly name: string;
  format: string;
  read: number;
  /** the first thing that kept a row of it out, or why it could not be read to its end */
  problem: string | null;
  /** first 12 hex digits of the SHA-256 of a file that was read to its end */
  sha256?: string;
}

/** All inputs together. */
export interface InputCounts {
  readonly files: number;
  readonly byFormat: readonly {
    readonly format: string;
    readonly files: number;
    readonly rows: number;
  }[];
  /** what kept rows out, with the first file that has it and how many do */
  readonly problems: readonly {
    readonly problem: string;
    readonly first: string;
    readonly files: number;
  }[];
}

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
