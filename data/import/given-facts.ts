import { nearest } from '../../src/core/nearest.ts';
import { DEPLOYMENTS } from '../../src/core/vocabulary.ts';
import type { GivenFacts } from './formats/format.ts';

/** What the facts that a file may leave open are called on the command line and in files. */
const FACTS = {
  model: 'model',
  hardware: 'hardware',
  gpus: 'gpus',
  precision: 'precision',
  engine: 'framework',
  spec: 'specMethod',
  deployment: 'deployment',
  workload: 'workload',
  offload: 'offload',
  date: 'date',
  image: 'image',
  url: 'url',
  attribution: 'attribution',
  license: 'license',
} as const satisfies Readonly<Record<string, keyof GivenFacts>>;

/** A fact that can be given, as it is called on the command line. */
export type GivenFactName = keyof typeof FACTS;

/** The names of facts that can be given, for help and messages. */
export const FACT_NAMES = Object.keys(FACTS);

/**
 * The argument that gives a fact, e.g. `--set 'hardware=<h100|h200>'`.
 *
 * @param choices - `null`: any text
 * @param seen - the value to fill in; `null` leaves it to whoever reads the choices
 */
export function setArgument(
  fact: GivenFactName,
  choices: readonly string[] | null,
  seen: string | null = null,
): string {
  if (seen !== null) return `--set '${fact}=${seen}'`;
  const value = fact === 'gpus' ? 'count' : (choices?.join('|') ?? 'name');
  return `--set '${fact}=<${value}>'`;
}

/**
 * Facts by their names, as someone wrote them.
 *
 * @param where - what states them, for errors
 * @throws Error on a name that is none, and on GPUs or a deployment that are none
 */
export function givenFacts(stated: Readonly<Record<string, unknown>>, where: string): GivenFacts {
  const facts = Object.entries(stated).map(([name, value]) => {
    if (!Object.hasOwn(FACTS, name)) {
      const [near] = nearest(name, FACT_NAMES, 1);
      const hint = near === undefined ? `name one of ${FACT_NAMES.join(', ')}` : `mean "${near}"?`;
      throw new Error(`${where}: no fact is called "${name}"; ${hint}`);
    }
    const fact = FACTS[name as keyof typeof FACTS];
    return [fact, factValue(name, value, where)] as const;
  });
  return Object.fromEntries(facts) as GivenFacts;
}

function factValue(name: string, value: unknown, where: string): string | number {
  if (typeof value !== 'string' && typeof value !== 'number') {
    const written = JSON.stringify(value).slice(0, 40);
    throw new Error(`${where}: ${name} is ${written}; write a text or a number, or leave it out`);
  }
  const text = String(value).trim();
  if (name === 'gpus') {
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
    throw new Error(`${where}: gpus is "${text}"; write the number of GPUs, such as 8`);
  }
  if (name === 'deployment' && !DEPLOYMENTS.some((known) => known === text)) {
    throw new Error(`${where}: deployment is "${text}"; write one of ${DEPLOYMENTS.join(', ')}`);
  }
  if (text === '') throw new Error(`${where}: ${name} is empty; write its value or leave it out`);
  return text;
}

/**
 * A function that takes facts from a path by a pattern such as `{hardware}_{engine}_tp{gpus}_conc*`:
 * `{name}` is a fact, `*` anything within one folder or file name. The pattern fits whole names,
 * anywhere in the path; a path that it does not fit states nothing.
 *
 * @throws Error if the pattern has no fact or one that there is not
 */
export function factsFromPath(pattern: string): (path: string) => GivenFacts | null {
  const where = `--from-path ${pattern}`;
  const names: string[] = [];
  const parts = pattern.split(/(\{[^}]*\}|\*)/).map((part) => {
    if (part === '*') return '[^/]*';
    if (!part.startsWith('{')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    names.push(part.slice(1, -1));
    return '([^/]+?)';
  });
  if (names.length === 0) {
    throw new Error(`${where}: no fact in it; write facts in braces, such as {hardware}_tp{gpus}`);
  }
  givenFacts(Object.fromEntries(names.map((name) => [name, exampleOf(name)])), where);
  const expression = new RegExp(`(?:^|/)${parts.join('')}(?:/|$)`);
  return (path) => {
    const found = expression.exec(path.replaceAll('\\', '/'));
    if (found === null) return null;
    const stated = names.map((name, i) => [name, found[i + 1]!.toLowerCase()]);
    return givenFacts(Object.fromEntries(stated), `${path} by ${where}`);
  };
}

/** Something that the fact could be, to check the names of a pattern. */
function exampleOf(name: string): string {
  if (name === 'deployment') return DEPLOYMENTS[0];
  return name === 'gpus' ? '1' : 'any';
}
