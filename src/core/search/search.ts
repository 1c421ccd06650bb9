import { NAMED_DIMENSIONS } from '../vocabulary.ts';
import type { NamedDimension } from '../vocabulary.ts';
import { comparisonHits, rankingHits, searchedModels } from './hits.ts';
import type { ComparisonHit, ModelHit, RankingHit, SearchedModel } from './hits.ts';
import { namesOf } from './names.ts';
import type { QueryWords } from './query-words.ts';
import { readQuery } from './reading.ts';
import type { Choice, Choices, QueryReading } from './reading.ts';
import type { SearchCatalog } from './search-catalog.ts';

export type Hit = ComparisonHit | RankingHit | ModelHit;

/** What a query leads to. */
export interface SearchResult {
  readonly reading: QueryReading;
  /** best first; only what has data */
  readonly hits: readonly Hit[];
  /** what was left out of the question, because nothing has it with the rest */
  readonly dropped: Choices;
  /** models that are named and have no sweep */
  readonly empty: readonly string[];
}

/** Hits of a kind, so that a page of them stays one. */
const MAX_EACH = 40;

/** A search of one release's catalog, its names read once. */
export function searchIn(
  catalog: SearchCatalog,
  words: QueryWords,
): (query: string, isTyping?: boolean) => SearchResult {
  const names = namesOf(catalog, words);
  const models = searchedModels(catalog);
  const presets = new Set(catalog.presets.map(({ id }) => id));
  return (query, isTyping = false) => found(readQuery(query, names, isTyping), models, presets);
}

function found(
  reading: QueryReading,
  models: readonly SearchedModel[],
  presets: ReadonlySet<string>,
): SearchResult {
  const named = reading.models.flatMap((key) => models.find((model) => model.key === key) ?? []);
  const empty = reading.models.filter((key) => !models.some((model) => model.key === key));
  const among = reading.models.length === 0 ? models : named;
  const none = { reading, dropped: {}, empty };
  if (!saysSomething(reading)) {
    return { ...none, hits: models.map(({ key }) => ({ kind: 'model', model: key })) };
  }
  for (const relaxed of relaxations(reading)) {
    const comparisons = among.flatMap((model) =>
      comparisonHits(model, relaxed.reading, (id) => presets.has(id)),
    );
    const rankings = among.flatMap((model) => rankingHits(model, relaxed.reading));
    if (comparisons.length + rankings.length === 0) continue;
    const hits = inOrder(
      relaxed.reading,
      comparisons.slice(0, MAX_EACH),
      rankings.slice(0, MAX_EACH),
      among.map(({ key }) => ({ kind: 'model', model: key })),
    );
    return { ...none, hits, dropped: relaxed.dropped };
  }
  return { ...none, hits: [] };
}

function saysSomething({
  models,
  sides,
  shared,
  about,
  isRanking,
  ...asked
}: QueryReading): boolean {
  const { targets, ttft, cost } = asked;
  const isNamed = models.length + sides.length + Object.keys(shared).length > 0;
  const hasLimit = targets.length > 0 || ttft !== null || cost !== null;
  return isNamed || about !== null || isRanking || hasLimit;
}

/** The kind that is asked for first. */
function inOrder(
  { sides, shared, isRanking, targets, ttft, cost, about }: QueryReading,
  comparisons: readonly ComparisonHit[],
  rankings: readonly RankingHit[],
  models: readonly ModelHit[],
): Hit[] {
  // a ranking is read at one speed
  const isCompared = sides.length > 0 || about !== null || targets.length > 1;
  const hasLimit = targets.length > 0 || ttft !== null || cost !== null;
  const isPlain = Object.keys(shared).length === 0;
  const ranks = isRanking || (!isCompared && (hasLimit || isPlain));
  return ranks
    ? [...rankings, ...comparisons, ...models]
    : [...comparisons, ...rankings, ...models];
}

/**
 * The reading as it stands; with the kin of what is named; then with less and less of it, sides
 * before what they share and the last named dimension first.
 */
function* relaxations(
  reading: QueryReading,
): Generator<{ readonly reading: QueryReading; readonly dropped: Choices }> {
  yield { reading, dropped: {} };
  const wide = { ...reading, sides: reading.sides.map(withKin), shared: withKin(reading.shared) };
  yield { reading: wide, dropped: {} };
  const all: Choices = { ...merged(wide.sides), ...wide.shared };
  for (const dimension of NAMED_DIMENSIONS.toReversed()) {
    if (all[dimension] === undefined) continue;
    const isOnSides = wide.sides.length > 0 && dimension in wide.sides[0]!;
    const less = {
      ...wide,
      sides: isOnSides ? [] : wide.sides,
      shared: without(wide.shared, dimension),
    };
    yield { reading: less, dropped: { [dimension]: all[dimension] } };
  }
  yield { reading: { ...wide, sides: [], shared: {} }, dropped: all };
}

function withKin(choices: Choices): Choices {
  const widened = Object.entries(choices).map(([dimension, { keys, kin }]) => [
    dimension,
    { keys: [...new Set([...keys, ...kin])], kin: [] },
  ]);
  return Object.fromEntries(widened);
}

function merged(sides: readonly Choices[]): Choices {
  const dimensions = Object.keys(sides[0] ?? {}) as NamedDimension[];
  return Object.fromEntries(
    dimensions.map((dimension): [string, Choice] => [
      dimension,
      { keys: sides.flatMap((side) => side[dimension]!.keys), kin: [] },
    ]),
  );
}

function without(choices: Choices, dimension: NamedDimension): Choices {
  return Object.fromEntries(Object.entries(choices).filter(([other]) => other !== dimension));
}
