import { compareText } from '../../src/core/sweep.ts';
import type { RowCandidate } from './formats/format.ts';
import { setArgument } from './given-facts.ts';
import type { FactName } from './given-facts.ts';
import type { AbsentFact } from './absent-fact.ts';
import type { ImportNames } from './keys.ts';

/** Inputs that leave the same facts open. */
export interface OpenGroup {
  readonly facts: readonly FactName[];
  readonly inputs: number;
  /** the first few of them */
  readonly examples: readonly string[];
  /** an argument a fact, with what the fact can be */
  readonly supply: readonly string[];
  readonly hints: readonly string[];
}

/** What inputs leave open: needed facts, without which rows stay out, and others. */
export interface OpenReport {
  readonly needed: readonly OpenGroup[];
  readonly optional: readonly OpenGroup[];
}

interface Group {
  readonly facts: readonly FactName[];
  readonly supply: readonly string[];
  readonly hints: Set<string>;
  readonly examples: string[];
  inputs: number;
  /** the input that was counted last: inputs are read one after the other */
  last: string | null;
}

/** Facts that a sweep may lack, by the field of a row. */
const OPTIONAL = {
  framework: 'engine',
  specMethod: 'spec',
  deployment: 'deployment',
} as const satisfies Partial<Record<keyof RowCandidate, FactName>>;

const EXAMPLES = 3;

/** Collects what inputs leave open, alike ones together: memory does not grow with their number. */
export class OpenFacts {
  readonly #needed = new Map<string, Group>();
  readonly #optional = new Map<string, Group>();
  readonly #names: ImportNames;

  constructor(names: ImportNames) {
    this.#names = names;
  }

  /** Rows of one input that stay out for these facts. */
  addNeeded(input: string, absent: readonly AbsentFact[]): void {
    const facts = absent.map(({ fact }) => fact);
    const supply = absent.map(({ fact, choices }) => setArgument(fact, choices));
    const hints = absent.flatMap(({ hint }) => hint ?? []);
    add(this.#needed, { input, facts, supply, hints });
  }

  /** What a row leaves open that it need not state. */
  addOptional(input: string, row: RowCandidate): void {
    const fields = (['framework', 'specMethod', 'deployment'] as const).filter(
      (field) => row[field] === null && !(field === 'specMethod' && row.missing.includes('spec')),
    );
    if (fields.length === 0) return;
    const facts = fields.map((field) => OPTIONAL[field]);
    const supply = fields.map((field) =>
      setArgument(
        OPTIONAL[field],
        this.#names.vocabulary[field].map(({ key }) => key),
      ),
    );
    add(this.#optional, { input, facts, supply, hints: [] });
  }

  report(): OpenReport {
    return { needed: listed(this.#needed), optional: listed(this.#optional) };
  }
}

interface Leaving {
  readonly input: string;
  readonly facts: readonly FactName[];
  readonly supply: readonly string[];
  readonly hints: readonly string[];
}

function add(groups: Map<string, Group>, { input, facts, supply, hints }: Leaving): void {
  const name = supply.join(' ');
  let group = groups.get(name);
  if (group === undefined) {
    group = { facts, supply, hints: new Set(), examples: [], inputs: 0, last: null };
    groups.set(name, group);
  }
  for (const hint of hints) if (group.hints.size < EXAMPLES) group.hints.add(hint);
  if (group.last === input) return;
  group.last = input;
  group.inputs++;
  if (group.examples.length < EXAMPLES) group.examples.push(input);
}

function listed(groups: ReadonlyMap<string, Group>): OpenGroup[] {
  return [...groups.values()]
    .toSorted((a, b) => b.inputs - a.inputs || compareText(a.supply.join(), b.supply.join()))
    .map(({ facts, inputs, examples, supply, hints }) => ({
      facts,
      inputs,
      examples,
      supply,
      hints: [...hints],
    }));
}
