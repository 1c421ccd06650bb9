import { compareText } from '../../src/core/sweep.ts';
import { editDistance, nearest } from '../../src/core/nearest.ts';
import { canStandTogether } from '../load/rules/catalog-rules.ts';
import type { ImportNames, MissingWord } from './keys.ts';
import { bareName, lastPart, plainModelName, plainName } from './words.ts';

/** An entry that the data lack, as a line ready to paste. */
export interface Proposal {
  /** within a directory of data */
  readonly file: 'models.json' | 'vocabulary.json';
  readonly dimension: MissingWord['dimension'];
  readonly line: string;
  /** the word of the rows that lacks it */
  readonly word: string;
  /** other spellings of it in the rows, which the entry lets in too */
  readonly spellings: readonly string[];
  /** rows that wait for it, in any spelling */
  readonly rows: number;
  /** the alternative, where the word may be another name of a known key */
  readonly alias: string | null;
  /** a known GPU one sign away, for which it may have been mistyped; it may as well be another product */
  readonly near: string | null;
}

const NOT_TOLD = 'unknown';

/**
 * The entries that would let rejected rows in, those that most rows wait for first. All of them
 * together keep the rules of the data.
 *
 * What a row cannot tell (a vendor, an engine family) says "unknown", for its owner to replace.
 */
export function proposals(
  missing: Iterable<readonly [MissingWord, number]>,
  names: ImportNames,
): Proposal[] {
  let known = names;
  const waiting = Array.from(missing, ([word, rows]) => ({ word, rows, spellings: [] }));
  const sorted = mostFirst(eachOnce(mostFirst(waiting)));
  return sorted.map(({ word, rows, spellings }) => {
    const { dimension } = word;
    const entry = freshEntry(word, known);
    known = withEntry(known, dimension, entry);
    const file = dimension === 'model' ? 'models.json' : 'vocabulary.json';
    const alias = aliasOf(word, names);
    const line = JSON.stringify(entry);
    const near = nearOf(word, names);
    return { file, dimension, line, word: word.word, spellings, rows, alias, near };
  });
}

/** A word with the rows that wait for it. */
interface Waiting {
  readonly word: MissingWord;
  rows: number;
  /** others of the same thing */
  readonly spellings: string[];
}

function mostFirst(words: readonly Waiting[]): Waiting[] {
  const name = ({ word: { dimension, word } }: Waiting) => `${dimension} ${word}`;
  return words.toSorted((a, b) => b.rows - a.rows || compareText(name(a), name(b)));
}

/** Each thing once, however it is spelled: under the spelling of most rows. */
function eachOnce(words: readonly Waiting[]): Waiting[] {
  const things = new Map<string, Waiting>();
  for (const waiting of words) {
    const { word } = waiting;
    const id = `${word.dimension} ${sharedName(word) || word.word}`;
    const first = things.get(id);
    if (first === undefined) {
      things.set(id, waiting);
      continue;
    }
    first.rows += waiting.rows;
    first.spellings.push(word.word);
  }
  return [...things.values()];
}

/** What one entry would be found by: a model has it of any publisher. */
function sharedName({ dimension, word, isl }: MissingWord): string {
  if (dimension === 'model') return plainModelName(word);
  return isl === undefined ? plainName(word, dimension) : word;
}

/** The names with what is proposed among them. */
export function withProposals(names: ImportNames, accepted: readonly Proposal[]): ImportNames {
  return accepted.reduce(
    (known, { dimension, line }) => withEntry(known, dimension, JSON.parse(line) as Entry),
    names,
  );
}

type Entry = { readonly key: string; readonly label: string } & Readonly<Record<string, unknown>>;

function withEntry(
  names: ImportNames,
  dimension: MissingWord['dimension'],
  entry: Entry,
): ImportNames {
  if (dimension === 'model') {
    const model = { raw: [], pools: [], aliases: [], ...entry };
    return { ...names, models: [...names.models, model] };
  }
  const entries = [...names.vocabulary[dimension], entry];
  return { ...names, vocabulary: { ...names.vocabulary, [dimension]: entries } };
}

/** The entry of a word, under the first key made of it that the data can take. */
function freshEntry(missing: MissingWord, names: ImportNames): Entry {
  const slugged = slug(lastPart(nameOf(missing)));
  const bases = [
    slugged,
    slugged.replaceAll('-', ''),
    `${missing.dimension.toLowerCase()}-${slugged}`,
  ];
  const numbered = [2, 3, 4, 5].map((n) => `${bases[1]!}x${n}`);
  const tried = [...bases, ...numbered].map((key) => entryOf(missing, key));
  return (
    tried.find((entry) => canStandTogether(withEntry(names, missing.dimension, entry))) ?? tried[0]!
  );
}

function entryOf({ dimension, word, written, isl, osl }: MissingWord, key: string): Entry {
  switch (dimension) {
    case 'model':
      return { key, label: lastPart(written), raw: [lastPart(word)], aliases: [] };
    case 'hardware':
      return {
        key,
        label: bareName(word, dimension).toUpperCase(),
        vendor: NOT_TOLD,
        architecture: NOT_TOLD,
      };
    case 'framework':
      return { key, label: bareName(written, dimension), family: NOT_TOLD };
    case 'workload': {
      if (isl === undefined || osl === undefined) {
        return { key, label: written, isl: null, osl: null };
      }
      return { key, label: [isl, osl].map(shortLength).join('/'), isl, osl };
    }
    default:
      return { key, label: word.toUpperCase() };
  }
}

/** What the key of a word is made of: a workload's `2k-512`, an engine without its version, a GPU without its vendor. */
function nameOf({ dimension, word, isl, osl }: MissingWord): string {
  if (dimension === 'model') return word;
  if (isl === undefined || osl === undefined) return bareName(word, dimension);
  const lengths = [isl, osl].map(shortLength);
  return lengths.join(lengths.every((length) => length.endsWith('k')) ? '' : '-');
}

function shortLength(tokens: number): string {
  return tokens % 1024 === 0 ? `${tokens / 1024}k` : String(tokens);
}

/**
 * The alias that the word may be, a misspelling of a known name; never where digits differ, nor of
 * hardware: H20 is not H200, B100 not H100.
 */
function aliasOf({ dimension, word }: MissingWord, names: ImportNames): string | null {
  if (dimension === 'model' || dimension === 'hardware' || dimension === 'workload') return null;
  const digits = (text: string) => text.replaceAll(/\D/g, '');
  const keys = names.vocabulary[dimension].map(({ key }) => key);
  const [near] = nearest(
    word,
    keys.filter((key) => digits(key) === digits(word)),
    1,
  );
  return near === undefined ? null : `${JSON.stringify(word)}: ${JSON.stringify(near)}`;
}

/** The known GPU that a word is one sign away from: `h10o` from H100, but H20 from H200 too. */
function nearOf({ dimension, word }: MissingWord, names: ImportNames): string | null {
  if (dimension !== 'hardware') return null;
  const plain = plainName(word, dimension);
  const near = names.vocabulary.hardware.find(({ key }) => editDistance(plain, key) === 1);
  return near?.key ?? null;
}

function slug(word: string): string {
  const text = word.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return text === '' ? 'new' : text;
}
