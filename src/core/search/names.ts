import { NAMED_DIMENSIONS } from '../vocabulary.ts';
import type { NamedDimension, Vocabulary } from '../vocabulary.ts';
import type { LatencyStat } from '../ranking/rank-options.ts';
import type { RankMetricName } from '../ranking/rank-metrics.ts';
import type { SearchCatalog } from './search-catalog.ts';
import { plainName, queryPieces } from './pieces.ts';
import type { QueryUnit, QueryWords } from './query-words.ts';

/**
 * What a word of a query stands for: models, keys of a dimension, a metric, a statistic, a unit, or
 * a joint such as "vs".
 */
export type Meaning =
  /** models, and how sure each is */
  | { readonly kind: 'model'; readonly weights: Readonly<Record<string, number>> }
  | {
      readonly kind: 'token';
      readonly dimension: NamedDimension;
      /** any of these; `kin` where none of them has data */
      readonly keys: readonly string[];
      readonly kin: readonly string[];
    }
  | { readonly kind: 'by'; readonly by: RankMetricName }
  | { readonly kind: 'about'; readonly dimension: NamedDimension }
  | { readonly kind: 'stat'; readonly stat: LatencyStat }
  | { readonly kind: 'unit'; readonly unit: QueryUnit }
  | { readonly kind: 'versus' | 'first-token' | 'filler' };

/** Meanings by {@link plainName}. */
export type Names = ReadonlyMap<string, Meaning>;

/** How sure a name is of a model: its own, the beginning of its label, a word of its label. */
const SURE = { own: 3, start: 2, word: 1 };

/** Everything that a query of a release can name. Of two meanings of one name the first stays. */
export function namesOf({ models, vocabulary }: SearchCatalog, words: QueryWords): Names {
  const names = new Map<string, Meaning>();
  const add = (name: string, meaning: Meaning): void => {
    const plain = plainName(name);
    const known = names.get(plain);
    if (plain === '') return;
    if (known?.kind === 'model' && meaning.kind === 'model') {
      names.set(plain, { kind: 'model', weights: { ...meaning.weights, ...known.weights } });
    } else if (known === undefined) names.set(plain, meaning);
  };
  for (const [name, meaning] of [...tokenNames(vocabulary), ...wordNames(vocabulary, words)]) {
    add(name, meaning);
  }
  for (const [name, model, weight] of modelNames(models)) {
    add(name, { kind: 'model', weights: { [model]: weight } });
  }
  return names;
}

function* tokenNames(vocabulary: Vocabulary): Generator<readonly [string, Meaning]> {
  for (const dimension of NAMED_DIMENSIONS) {
    for (const entry of vocabulary[dimension]) {
      const token = { kind: 'token', dimension, keys: [entry.key], kin: kinOf(entry) } as const;
      yield [entry.key, token];
      yield [entry.label, token];
    }
  }
  const { hardware, framework, workload } = vocabulary;
  yield* groups('hardware', hardware, ({ vendor }) => vendor);
  yield* groups('hardware', hardware, ({ architecture }) => architecture);
  yield* groups('framework', framework, ({ family }) => family);
  yield* groups('workload', workload, ({ label }) => label.split('/')[0]!); // "8k" of 8k/1k

  function kinOf(entry: object & { key: string }): string[] {
    if (!('family' in entry)) return [];
    const alike = vocabulary.framework.filter(({ family }) => family === entry.family);
    return alike.map(({ key }) => key).filter((key) => key !== entry.key);
  }
}

/** Names that stand for every token which has them. */
function* groups<T extends { readonly key: string }>(
  dimension: NamedDimension,
  entries: readonly T[],
  nameOf: (entry: T) => string,
): Generator<readonly [string, Meaning]> {
  for (const name of new Set(entries.map(nameOf))) {
    const keys = entries.filter((entry) => nameOf(entry) === name).map(({ key }) => key);
    yield [name, { kind: 'token', dimension, keys, kin: [] }];
  }
}

function* wordNames(
  vocabulary: Vocabulary,
  words: QueryWords,
): Generator<readonly [string, Meaning]> {
  for (const [name, keys] of Object.entries(words.tokens)) {
    const dimension = NAMED_DIMENSIONS.find((d) =>
      vocabulary[d].some(({ key }) => key === keys[0]),
    );
    if (dimension !== undefined) yield [name, { kind: 'token', dimension, keys, kin: [] }];
  }
  for (const [by, names] of Object.entries(words.by)) {
    for (const name of names) yield [name, { kind: 'by', by: by as RankMetricName }];
  }
  for (const [dimension, names] of Object.entries(words.about)) {
    const about = { kind: 'about', dimension: dimension as NamedDimension } as const;
    for (const name of names) yield [name, about];
  }
  for (const [stat, names] of Object.entries(words.stats)) {
    for (const name of names) yield [name, { kind: 'stat', stat: stat as LatencyStat }];
  }
  for (const [unit, names] of Object.entries(words.units)) {
    for (const name of names) yield [name, { kind: 'unit', unit: unit as QueryUnit }];
  }
  for (const name of words.versus) yield [name, { kind: 'versus' }];
  for (const name of words.firstToken) yield [name, { kind: 'first-token' }];
  for (const name of words.fillers) yield [name, { kind: 'filler' }];
}

function* modelNames(
  models: SearchCatalog['models'],
): Generator<readonly [name: string, model: string, weight: number]> {
  for (const { key, label, aliases } of models) {
    for (const name of [key, ...aliases, label]) yield [name, key, SURE.own];
  }
  for (const { key, label } of models) {
    const pieces = queryPieces(label);
    for (let end = 2; end < pieces.length; end++) {
      yield [pieces.slice(0, end).join(''), key, SURE.start];
    }
    yield [`${initials(label)}${pieces[1] ?? ''}`, key, SURE.start];
  }
  for (const { key, label } of models) {
    // "3.3" alone is a number
    for (const piece of queryPieces(label)) if (/\p{L}/u.test(piece)) yield [piece, key, SURE.word];
  }
}

/** "DS" of "DeepSeek R1": as DSR1 is written. */
function initials(label: string): string {
  const [first = ''] = label.split(' ');
  return (first.match(/\p{Lu}/gu) ?? []).join('');
}
