import { editDistance } from '../nearest.ts';
import { compareText } from '../sweep.ts';
import type { Meaning, Names } from './names.ts';

/** A name that looks like a word of the query, letters and digits in lower case. */
export interface NearName {
  readonly name: string;
  readonly meaning: Meaning;
}

/** A name that a word was meant for. */
interface MeantName extends NearName {
  /** the word is how the name begins, which needs no excuse */
  readonly isBeginning: boolean;
}

const MAX_NAMED = 3;

/**
 * The name that a word without a meaning was meant for, if that is certain: it begins like one, or
 * like several of models, or one is nearer than all others.
 *
 * @param isUnfinished - the word is being typed: of several that begin like it all are meant
 * @returns else the nearest ones, to say
 */
export function nearestNames(
  word: string,
  names: Names,
  isUnfinished: boolean,
): { readonly certain: MeantName | null; readonly near: readonly NearName[] } {
  const speaking = [...names].filter(([, { kind }]) => kind !== 'filler' && kind !== 'unit');
  const begun = word.length < 2 ? [] : speaking.filter(([name]) => name.startsWith(word));
  const meaning = isUnfinished ? anyOf(begun) : theOne(begun);
  if (meaning !== null) {
    const [[name] = [word]] = begun;
    return { certain: { name, meaning, isBeginning: true }, near: [] };
  }
  const limit = word.length < 3 ? 0 : word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
  const near = speaking
    .filter(([name]) => name.length > 2 && Math.abs(name.length - word.length) <= limit)
    .map(([name, found]) => ({ name, meaning: found, edits: editDistance(word, name) }))
    .filter(({ edits }) => edits <= limit)
    .toSorted((a, b) => a.edits - b.edits || compareText(a.name, b.name));
  const nearest = near.filter(({ edits }) => edits === near[0]!.edits);
  const only = theOne(nearest.map((one) => [one.name, one.meaning] as const));
  if (only !== null) {
    return { certain: { name: nearest[0]!.name, meaning: only, isBeginning: false }, near: [] };
  }
  const some = near.length > 0 ? near : begun.map(([name, found]) => ({ name, meaning: found }));
  return {
    certain: null,
    near: some.slice(0, MAX_NAMED).map(({ name, meaning: found }) => ({ name, meaning: found })),
  };
}

type Named = readonly (readonly [string, Meaning])[];

/** What several names mean if it is one thing, or if they are all of models. */
function theOne(named: Named): Meaning | null {
  const meanings = new Map(named.map(([, meaning]) => [JSON.stringify(meaning), meaning]));
  const [first] = meanings.values();
  if (meanings.size === 1) return first!;
  return first?.kind === 'model' ? anyOf(named, true) : null;
}

/**
 * Everything that names of the kind of the first mean.
 *
 * @param isWhole - `null` unless all are of that kind
 */
function anyOf(named: Named, isWhole = false): Meaning | null {
  const [first] = named.map(([, meaning]) => meaning);
  const meanings = named.map(([, meaning]) => meaning);
  if (first === undefined) return null;
  if (first.kind === 'model') {
    const models = meanings.filter((one) => one.kind === 'model');
    if (isWhole && models.length < meanings.length) return null;
    // the beginning of a name is not sure of any
    const keys = models.flatMap(({ weights }) => Object.keys(weights));
    return { kind: 'model', weights: Object.fromEntries(keys.map((key) => [key, 0.5])) };
  }
  if (first.kind !== 'token') return first;
  const { dimension } = first;
  const tokens = meanings.flatMap((one) =>
    one.kind === 'token' && one.dimension === dimension ? one.keys : [],
  );
  return { kind: 'token', dimension, keys: [...new Set(tokens)], kin: [] };
}
