import type { GivenFactName } from './given-facts.ts';
import { commonFolder } from './common-folder.ts';
import type { OpenGroup, OpenReport } from './open-facts.ts';

/** A fact that files of a folder do not state, to ask of whoever imports them. */
export interface Question {
  readonly fact: GivenFactName;
  /** within what was imported; `.` for that itself */
  readonly folder: string;
  readonly files: number;
  /** what it can be; `null` for any text */
  readonly choices: readonly string[] | null;
  /** what telemetry of all these files saw of it, which need not be what served; `null`: nothing, or this and that */
  readonly seen: string | null;
  /** rows stay out without it */
  readonly isNeeded: boolean;
}

/**
 * The questions to ask, one for each fact: of the folder that holds all files which need it.
 *
 * Only the way of speculating may differ between folders, for some servers speculated and others did
 * not: it is asked of each, and of none where such files lie among the others, which an answer would
 * call speculating too.
 */
export function questionsOf({ needed, optional }: OpenReport): Question[] {
  const facts = new Set(needed.flatMap((group) => group.facts).filter((fact) => fact !== 'spec'));
  const plain = Array.from(facts, (fact) => {
    const groups = needed.filter((group) => group.facts.includes(fact));
    return question(fact, groups, true);
  });
  const speculating = needed.filter(({ facts: of }) => of.includes('spec'));
  if (speculating.length === 0) return plain;
  const others = optional.filter(({ facts: of }) => of.includes('spec'));
  const ways = question('spec', speculating, true);
  const rest = others.length === 0 ? [] : [question('spec', others, false)];
  if (rest.some(({ folder }) => overlaps(folder, ways.folder))) return plain;
  return [...plain, ways, ...rest];
}

function question(fact: GivenFactName, groups: readonly OpenGroup[], isNeeded: boolean): Question {
  return {
    fact,
    folder: groups.map(({ folder }) => folder).reduce(commonFolder),
    files: groups.reduce((sum, { inputs }) => sum + inputs, 0),
    choices: groups[0]!.choices[fact] ?? null,
    seen: seenOf(fact, groups),
    isNeeded,
  };
}

/** What telemetry saw of a fact in all groups that leave it open; `null` where they differ. */
export function seenOf(fact: GivenFactName, groups: readonly OpenGroup[]): string | null {
  const leaving = groups.filter(({ facts }) => facts.includes(fact));
  const [value, ...others] = new Set(leaving.map(({ seen }) => seen[fact]));
  return others.length > 0 ? null : (value ?? null);
}

function overlaps(a: string, b: string): boolean {
  return commonFolder(a, b) === a || commonFolder(a, b) === b;
}
