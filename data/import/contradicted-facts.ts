import type { GivenFactName } from './given-facts.ts';
import type { GivenFacts, RowCandidate } from './formats/format.ts';

/**
 * A fact given from outside (path, folder, command line) for files that state another value: the
 * files are believed.
 */
export interface ContradictedFact {
  readonly fact: GivenFactName;
  readonly given: string;
  readonly stated: string;
  readonly rows: number;
  /** the first input of them */
  readonly input: string;
}

/** What can be given and stated at once, by the field of a row. */
const FACTS = {
  model: 'model',
  hardware: 'hardware',
  precision: 'precision',
  specMethod: 'spec',
  framework: 'engine',
  deployment: 'deployment',
} as const satisfies Partial<Record<keyof RowCandidate, GivenFactName>>;
const FIELDS = Object.keys(FACTS) as (keyof typeof FACTS)[];
/** Beyond that many only the rows are counted of those that are there. */
const MOST = 1000;

/** Collects facts from paths, folders and the command line that files contradict. */
export class ContradictedFactTally {
  readonly #lines = new Map<string, ContradictedFact | null>();

  /**
   * @param isSame - whether a row with the value in place of its own is of the same sweep: other
   *   spellings of a name are no contradiction
   */
  add(
    input: string,
    row: RowCandidate,
    given: GivenFacts,
    isSame: (field: keyof typeof FACTS, value: string) => boolean,
  ): void {
    for (const field of FIELDS) {
      const [told, stated] = [given[field], row[field]];
      if (told == null || stated === null || told === stated) continue;
      this.#count(FACTS[field], told, stated, input, () => isSame(field, told));
    }
    const { gpus } = row.facts;
    if (given.gpus !== undefined && gpus !== null && gpus !== given.gpus) {
      this.#count('gpus', String(given.gpus), String(gpus), input, () => false);
    }
  }

  /** Most rows first. */
  lines(): ContradictedFact[] {
    const all = [...this.#lines.values()].filter((line) => line !== null);
    return all.toSorted((a, b) => b.rows - a.rows);
  }

  #count(
    fact: GivenFactName,
    given: string,
    stated: string,
    input: string,
    isSame: () => boolean,
  ): void {
    const name = JSON.stringify([fact, given, stated]);
    const known = this.#lines.get(name);
    if (known === null || (known === undefined && this.#lines.size >= MOST)) return;
    if (known === undefined && isSame()) this.#lines.set(name, null);
    else {
      const before = known ?? { fact, given, stated, rows: 0, input };
      this.#lines.set(name, { ...before, rows: before.rows + 1 });
    }
  }
}
