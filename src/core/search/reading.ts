import { COST, MAX_TARGETS, TARGET, TTFT } from '../limits.ts';
import type { NumberLimit } from '../limits.ts';
import type { LatencyStat } from '../ranking/rank-options.ts';
import type { RankMetricName } from '../ranking/rank-metrics.ts';
import { NAMED_DIMENSIONS } from '../vocabulary.ts';
import type { NamedDimension } from '../vocabulary.ts';
import type { Meaning, Names } from './names.ts';
import { plainName, queryPieces } from './pieces.ts';
import { nearestNames } from './nearest-names.ts';
import type { NearName } from './nearest-names.ts';

/**
 * The keys of a dimension that a query accepts, any of them; and related ones (`kin`), taken where
 * none of those has data.
 */
export interface Choice {
  readonly keys: readonly string[];
  readonly kin: readonly string[];
}
/** The keys that a query accepts, by dimension. */
export type Choices = Readonly<Partial<Record<NamedDimension, Choice>>>;

/** A misspelt word of a query, with the name that it was taken for. */
interface Correction extends NearName {
  /** as written, in lower case */
  readonly word: string;
}

/** What a query asks for. */
export interface QueryReading {
  /** keys of the models that fit best, the surest first; `[]` where none is named */
  readonly models: readonly string[];
  /** what the sides name each, all the same dimensions; `[]`, or at least two */
  readonly sides: readonly Choices[];
  /** what all of them have in common */
  readonly shared: Choices;
  readonly about: NamedDimension | null;
  /** a word asked for a ranking */
  readonly isRanking: boolean;
  readonly by: RankMetricName | null;
  readonly stat: LatencyStat | null;
  /** tok/s/user */
  readonly targets: readonly number[];
  /** limit of the first token, s */
  readonly ttft: number | null;
  /** limit in $/M tokens */
  readonly cost: number | null;
  readonly corrected: readonly Correction[];
  /** words that mean nothing here, with the names nearest to each */
  readonly unknown: readonly { readonly word: string; readonly nearest: readonly NearName[] }[];
}

type Segment = Map<NamedDimension, Choice[]>;

/** More pieces in a row than any name has. */
const LONGEST_NAME = 6;
const NUMBER = /^(\d{1,7}(?:\.\d+)?)(\p{L}*)$/u;

/**
 * What the words of a query mean together, each name as long as it can be.
 *
 * @param isTyping - the last word may not be whole yet: any name that begins like it will do
 */
export function readQuery(query: string, names: Names, isTyping: boolean): QueryReading {
  const pieces = queryPieces(query);
  const segments: Segment[] = [new Map()];
  const weights = new Map<string, { words: number; weight: number }>();
  const targets = new Set<number>();
  const corrected: Correction[] = [];
  const unknown: QueryReading['unknown'][number][] = [];
  const said = { about: null, by: null, stat: null, ttft: null, cost: null } as {
    -readonly [K in 'about' | 'by' | 'stat' | 'ttft' | 'cost']: QueryReading[K];
  };
  let isRanking = false;
  let isFirstToken = false;
  let isDollars = false;

  for (let i = 0; i < pieces.length;) {
    const found = longestName(pieces, i, names);
    if (pieces[i] === '$') isDollars = true;
    else if (found !== null) take(found.meaning);
    else if (!takeNumber(pieces[i]!, pieces[i + 1])) takeUnknown(pieces[i]!, i);
    i += found?.length ?? 1;
  }
  const models = [...weights].toSorted(
    ([, a], [, b]) => b.words - a.words || b.weight - a.weight, // else in the order of the catalog
  );
  const most = models[0]?.[1].words;
  return {
    models: models.filter(([, { words }]) => words === most).map(([key]) => key),
    ...sidesOf(segments),
    ...said,
    by: said.cost === null ? said.by : null, // within a cost, by the speed
    isRanking,
    targets: [...targets].toSorted((a, b) => a - b).slice(0, MAX_TARGETS),
    corrected,
    unknown,
  };

  function take(meaning: Meaning): void {
    if (meaning.kind === 'token') {
      const segment = segments.at(-1)!;
      const { dimension, keys, kin } = meaning;
      segment.set(dimension, [...(segment.get(dimension) ?? []), { keys, kin }]);
    } else if (meaning.kind === 'model') {
      for (const [key, weight] of Object.entries(meaning.weights)) {
        const { words = 0, weight: before = 0 } = weights.get(key) ?? {};
        weights.set(key, { words: words + 1, weight: before + weight });
      }
    } else if (meaning.kind === 'by') {
      isRanking = true;
      said.by ??= meaning.by;
    } else if (meaning.kind === 'about') said.about ??= meaning.dimension;
    else if (meaning.kind === 'stat') said.stat = meaning.stat;
    else if (meaning.kind === 'versus') segments.push(new Map());
    else if (meaning.kind === 'first-token') isFirstToken = true;
  }

  /** @returns whether the piece is a number that an address can take */
  function takeNumber(piece: string, next: string | undefined): boolean {
    const [, digits, glued = ''] = NUMBER.exec(piece) ?? [];
    if (digits === undefined) return false;
    const own = glued === '' ? null : names.get(glued);
    if (own === undefined) return false; // "70b" is a word
    const after = next === '$' ? { kind: 'unit', unit: 'usd' } : names.get(plainName(next ?? ''));
    const meant = own ?? after ?? null;
    const unit = meant !== null && meant.kind === 'unit' && 'unit' in meant ? meant.unit : null;
    const value = Number(digits);
    if (isDollars || unit === 'usd') return takeCost(value);
    if (isFirstToken || unit === 's' || unit === 'ms') {
      return takeTtft(unit === 'ms' ? value / 1000 : value);
    }
    if (!isWithin(value, TARGET)) return false;
    targets.add(value);
    return true;
  }

  function takeCost(value: number): boolean {
    isDollars = false;
    if (!isWithin(value, COST)) return false;
    said.cost = value;
    return true;
  }

  function takeTtft(value: number): boolean {
    isFirstToken = false;
    if (!isWithin(value, TTFT)) return false;
    said.ttft = value;
    return true;
  }

  function takeUnknown(word: string, i: number): void {
    const isUnfinished = isTyping && i === pieces.length - 1;
    const { certain, near } = nearestNames(word, names, isUnfinished);
    if (certain === null) {
      if (!isUnfinished) unknown.push({ word, nearest: near });
      return;
    }
    take(certain.meaning);
    const { name, meaning, isBeginning } = certain;
    if (!isBeginning) corrected.push({ word, name, meaning });
  }
}

function longestName(
  pieces: readonly string[],
  from: number,
  names: Names,
): { readonly meaning: Meaning; readonly length: number } | null {
  for (let length = Math.min(LONGEST_NAME, pieces.length - from); length > 0; length--) {
    const some = pieces.slice(from, from + length);
    if (some.includes('$')) continue;
    const meaning = names.get(some.map(plainName).join(''));
    if (meaning !== undefined) return { meaning, length };
  }
  return null;
}

function isWithin(value: number, { min, max, decimals }: NumberLimit): boolean {
  return value >= min && value <= max && Number(value.toFixed(decimals)) === value;
}

/**
 * Sides and what they share. What several parts between "vs" name, or one part several times, is
 * compared; what one part names once is shared.
 */
function sidesOf(segments: readonly Segment[]): Pick<QueryReading, 'sides' | 'shared'> {
  const parts = segments.filter(({ size }) => size > 0);
  const naming = (dimension: NamedDimension) => parts.filter((part) => part.has(dimension));
  const listed = NAMED_DIMENSIONS.flatMap((d) => naming(d).flatMap((part) => part.get(d)!));
  const compared = NAMED_DIMENSIONS.filter((d) => naming(d).length > 1);
  const choice = (choices: readonly Choice[]): Choice => ({
    keys: [...new Set(choices.flatMap(({ keys }) => keys))],
    kin: [...new Set(choices.flatMap(({ kin }) => kin))],
  });
  let sides: Choices[] = [];
  if (compared.length > 0) {
    const whole = parts.filter((part) => compared.every((d) => part.has(d)));
    const isList = compared.length === 1; // "b200, b300 vs h200" has three sides
    sides = whole.flatMap((part) =>
      isList
        ? part.get(compared[0]!)!.map((one) => ({ [compared[0]!]: one }))
        : [Object.fromEntries(compared.map((d) => [d, choice(part.get(d)!)]))],
    );
  } else if (listed.length > 1) {
    const all = (dimension: NamedDimension) => naming(dimension).flatMap((p) => p.get(dimension)!);
    const several = NAMED_DIMENSIONS.filter((d) => all(d).length > 1);
    const [most] = several.toSorted((a, b) => all(b).length - all(a).length);
    if (most !== undefined) sides = all(most).map((one) => ({ [most]: one }));
  }
  const isOnSides = (dimension: NamedDimension) => sides.length > 1 && dimension in sides[0]!;
  const shared = NAMED_DIMENSIONS.filter((d) => !isOnSides(d) && naming(d).length > 0);
  return {
    sides: sides.length > 1 ? sides : [],
    shared: Object.fromEntries(
      shared.map((d) => [d, choice(naming(d).flatMap((part) => part.get(d)!))]),
    ),
  };
}
