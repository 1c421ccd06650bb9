import type { ComparedSide, Knot, SideSource } from '../../core/comparison-types.ts';
import type { TokenShares } from '../../core/cost.ts';
import type { UnpricedSide } from '../../core/ranking/ranked-side.ts';
import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { Basis } from '../../core/sweep.ts';
import { secondsText } from '../format.ts';
import type { RateCard, Vocabulary } from '../../core/vocabulary.ts';

/**
 * What a script draws a ranking from, version 1: every configuration with its frontier, in columns of
 * equal length within each object. No choice of metric, prices, filters or target needs another;
 * what the curves themselves follow from does: basis, pooling, a limit of the first token, release.
 *
 * Interactivity and throughput are as exact as in any other document, so that every number worked
 * out from them is the same; seconds have four digits, or as many as they take to be shown the same.
 * Unknown is `null`.
 */
export interface RankChartDocument {
  readonly version: 1;
  /** `<model>/<workload>` */
  readonly id: string;
  readonly release: string;
  readonly model: { readonly key: string; readonly label: string };
  readonly workload: { readonly key: string; readonly label: string };
  readonly basis: Basis;
  /** the target where none is asked for, tok/s/user; `null` without a curve */
  readonly at: number | null;
  readonly tokenShares: TokenShares | null;
  readonly card: Pick<RateCard, 'id' | 'asOf' | 'source' | 'hardware'>;
  /** the tier of prices where none is asked for */
  readonly tier: string;
  readonly vocabulary: Vocabulary;
  /** absolute addresses: all points, those that others beat too */
  readonly links: { readonly points: string };
  readonly configurations: Columns<(typeof CONFIGURATION)[number], string | null> & {
    /** how many of the knots, which stand in the same order, are its own */
    readonly knots: readonly number[];
  };
  readonly knots: Columns<(typeof NUMBERS)[number], number | null> & {
    /** the factor by which the repeats differ that it is the median of; `null` where it is one run */
    readonly spread: readonly (number | null)[];
    /** positions in `texts`; `null` where not stated */
    readonly parallelism: readonly (number | null)[];
    readonly concurrencyOrigin: readonly (number | null)[];
    /** position in `sources` */
    readonly source: readonly number[];
  };
  readonly texts: readonly string[];
  readonly sources: SourceColumns;
}

/** Each a source; `sweep` has the tokens of its sweep where several are pooled. */
export type SourceColumns = Columns<SourceField, string | null>;

export type Columns<Name extends string, T> = Readonly<Record<Name, readonly T[]>>;

const CONFIGURATION = [
  'key',
  'hardware',
  'precision',
  'specMethod',
  'framework',
  'deployment',
  'run',
  'date',
] as const;
const NUMBERS = ['interactivity', 'throughput', 'concurrency', 'gpus', 'ttft'] as const;
const SOURCE = ['date', 'framework', 'image', 'url', 'license', 'attribution', 'sweep'] as const;
type SourceField = (typeof SOURCE)[number];

/** The parts of the document beside the curves. */
type RankChartFrame = Omit<
  RankChartDocument,
  'version' | 'configurations' | 'knots' | 'texts' | 'sources'
>;

/** The document of some configurations, whose prices are not looked at. */
export function rankChartDocument(
  frame: RankChartFrame,
  sides: readonly ComparedSide[],
): RankChartDocument {
  const texts: string[] = [];
  const sources: string[] = [];
  const knots = sides.flatMap((side) =>
    side.knots.map((knot) => ({
      ...knot,
      ttft: knot.ttft === null ? null : shownSeconds(knot.ttft),
      spread: knot.spread ?? null,
      parallelism: knot.parallelism === null ? null : among(texts, knot.parallelism),
      concurrencyOrigin:
        knot.concurrencyOrigin === undefined ? null : among(texts, knot.concurrencyOrigin),
      source: sourceAmong(sources, side.sources[knot.source]!),
    })),
  );
  return {
    version: 1,
    ...frame,
    configurations: {
      ...columns(CONFIGURATION, sides),
      knots: sides.map((side) => side.knots.length),
    },
    knots: columns(
      [...NUMBERS, 'spread', 'parallelism', 'concurrencyOrigin', 'source'] as const,
      knots,
    ),
    texts,
    sources: sourceColumns(sources),
  };
}

/** The position of a source in a list of texts, which it joins where it is new. */
export function sourceAmong(list: string[], source: Readonly<Record<SourceField, string | null>>) {
  return among(list, JSON.stringify(SOURCE.map((name) => source[name])));
}

/** The columns of sources that stand in a list of texts. */
export function sourceColumns(list: readonly string[]): SourceColumns {
  const values = list.map((text) => JSON.parse(text) as (string | null)[]);
  const each = SOURCE.map((name, i) => [name, values.map((one) => one[i]!)]);
  return Object.fromEntries(each) as SourceColumns;
}

/** Seconds to four digits, or as many as they take to be shown as they are. */
function shownSeconds(seconds: number): number {
  for (let digits = 4; digits < 9; digits++) {
    const short = Number(seconds.toPrecision(digits));
    if (secondsText(short) === secondsText(seconds)) return short;
  }
  return seconds;
}

/** The configurations of a document, as a ranking reads them; without prices, which come later. */
export function sidesOf(document: RankChartDocument): UnpricedSide[] {
  const { configurations, knots, texts, tokenShares } = document;
  const sources = rows<SideSource>(document.sources); // as far as a figure shows them
  const text = (at: number | null) => (at === null ? null : texts[at]!);
  const all = rows<Stored>(knots).map(
    ({ parallelism, concurrencyOrigin, spread, ...rest }): Knot => ({
      ...rest,
      ...(spread !== null && { spread }),
      ...(concurrencyOrigin !== null && { concurrencyOrigin: texts[concurrencyOrigin]! }),
      parallelism: text(parallelism),
    }),
  );
  let first = 0;
  return rows<Pick<ComparedSide, (typeof CONFIGURATION)[number]> & { readonly knots: number }>(
    configurations,
  ).map((side) => {
    const own = all.slice(first, (first += side.knots));
    return {
      ...side,
      outputShare: tokenShares && tokenShares.output,
      range: own[0] ? { min: own[0].interactivity, max: own.at(-1)!.interactivity } : null,
      knots: own,
      sources,
    };
  });

  type Stored = Omit<Knot, 'parallelism' | 'concurrencyOrigin' | 'spread'> & {
    readonly spread: number | null;
    readonly parallelism: number | null;
    readonly concurrencyOrigin: number | null;
  };
}

/** The labels of every key that a ranking can name. */
export function labelsOf({ vocabulary }: Pick<RankChartDocument, 'vocabulary'>): Ranking['labels'] {
  const entries = Object.values(vocabulary).flat();
  return Object.fromEntries(entries.map(({ key, label }) => [key, label]));
}

/** Objects as columns, of which each has one of their fields. */
export function columns<T, Name extends keyof T>(
  names: readonly Name[],
  objects: readonly T[],
): { readonly [N in Name]: readonly T[N][] } {
  const each = names.map((name) => [name, objects.map((object) => object[name])] as const);
  return Object.fromEntries(each) as unknown as { readonly [N in Name]: readonly T[N][] };
}

/** The objects of columns: the document was checked where it came in. */
function rows<T>(table: Readonly<Record<string, readonly unknown[]>>): T[] {
  const names = Object.keys(table);
  return table[names[0]!]!.map(
    (_, i) => Object.fromEntries(names.map((name) => [name, table[name]![i]])) as T,
  );
}

/** The position of a text in a list, which it joins where it is new. */
export function among(list: string[], text: string): number {
  const at = list.indexOf(text);
  return at === -1 ? list.push(text) - 1 : at;
}
