import { dirname } from 'node:path';
import { compareText } from '../../src/core/sweep.ts';
import type { RowCandidate } from './formats/format.ts';
import { setArgument } from './given-facts.ts';
import type { GivenFactName } from './given-facts.ts';
import type { AbsentFact } from './absent-fact.ts';
import { commonFolder } from './common-folder.ts';
import type { ImportNames } from './keys.ts';

/** Inputs that leave the same facts open. */
export interface OpenGroup {
  readonly facts: readonly GivenFactName[];
  readonly inputs: number;
  /** the first few of them */
  readonly examples: readonly string[];
  /** the innermost folder that holds all of them, within what was imported; `.` for that itself */
  readonly folder: string;
  /** by fact, what it can be; `null` for any text */
  readonly choices: Readonly<Partial<Record<GivenFactName, readonly string[] | null>>>;
  /** by fact, what telemetry saw of it, which need not be what served */
  readonly seen: Readonly<Partial<Record<GivenFactName, string>>>;
  /** an argument a fact, with what was seen of it, else with what it can be */
  readonly supply: readonly string[];
  readonly hints: readonly string[];
}

/** Facts that inputs do not state: those without which rows stay out (`needed`), and others. */
export interface OpenReport {
  readonly needed: readonly OpenGroup[];
  readonly optional: readonly OpenGroup[];
}

interface Group {
  readonly facts: readonly GivenFactName[];
  readonly supply: readonly string[];
  readonly hints: Set<string>;
  readonly examples: string[];
  readonly choices: OpenGroup['choices'];
  readonly seen: OpenGroup['seen'];
  folder: string;
  inputs: number;
  /** the input that was counted last: inputs are read one after the other */
  last: string | null;
}

/** Facts that a sweep may lack, by the field of a row. */
const OPTIONAL = {
  framework: 'engine',
  specMethod: 'spec',
  deployment: 'deployment',
} as const satisfies Partial<Record<keyof RowCandidate, GivenFactName>>;

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
    const supply = absent.map(({ fact, choices, seen: value }) =>
      setArgument(fact, choices, value),
    );
    const hints = absent.flatMap(({ hint }) => hint ?? []);
    const choices = Object.fromEntries(absent.map(({ fact, choices: of }) => [fact, of]));
    const seen = Object.fromEntries(
      absent.flatMap(({ fact, seen: value }) => (value === null ? [] : [[fact, value]])),
    );
    add(this.#needed, { input, facts, supply, hints, choices, seen });
  }

  /** What a row leaves open that it need not state. */
  addOptional(input: string, row: RowCandidate): void {
    const fields = (['framework', 'specMethod', 'deployment'] as const).filter(
      (field) => row[field] === null && !(field === 'specMethod' && row.missing.includes('spec')),
    );
    if (fields.length === 0) return;
    const facts = fields.map((field) => OPTIONAL[field]);
    const keys = fields.map((field) => this.#names.vocabulary[field].map(({ key }) => key));
    const supply = facts.map((fact, i) => setArgument(fact, keys[i]!));
    const choices = Object.fromEntries(facts.map((fact, i) => [fact, keys[i]!]));
    add(this.#optional, { input, facts, supply, hints: [], choices, seen: {} });
  }

  report(): OpenReport {
    return { needed: listed(this.#needed), optional: listed(this.#optional) };
  }
}

interface Leaving {
  readonly input: string;
  readonly facts: readonly GivenFactName[];
  readonly supply: readonly string[];
  readonly hints: readonly string[];
  readonly choices: OpenGroup['choices'];
  readonly seen: OpenGroup['seen'];
}

function add(groups: Map<string, Group>, leaving: Leaving): void {
  const { input, facts, supply, hints, choices, seen } = leaving;
  const folder = dirname(input);
  const name = supply.join(' ');
  let group = groups.get(name);
  if (group === undefined) {
    group = {
      facts,
      supply,
      hints: new Set(),
      examples: [],
      choices,
      seen,
      folder,
      inputs: 0,
      last: null,
    };
    groups.set(name, group);
  }
  for (const hint of hints) if (group.hints.size < EXAMPLES) group.hints.add(hint);
  if (group.last === input) return;
  group.last = input;
  group.folder = commonFolder(group.folder, folder);
  group.inputs++;
  if (group.examples.length < EXAMPLES) group.examples.push(input);
}

function listed(groups: ReadonlyMap<string, Group>): OpenGroup[] {
  return [...groups.values()]
    .toSorted((a, b) => b.inputs - a.inputs || compareText(a.supply.join(), b.supply.join()))
    .map(({ facts, inputs, examples, supply, hints, folder, choices, seen }) => ({
      folder,
      choices,
      seen,
      facts,
      inputs,
      examples,
      supply,
      hints: [...hints],
    }));
}
