import type { ComparedSide } from '../comparison-types.ts';
import type { NamedDimension, Vocabulary, VocabularyEntry } from '../vocabulary.ts';

/** What a ranking can be filtered by, by the names that an address gives them. */
export const FILTER_DIMENSIONS = [
  'vendor',
  'hardware',
  'precision',
  'spec',
  'engine',
  'deployment',
] as const;
export type FilterDimension = (typeof FILTER_DIMENSIONS)[number];

/** The values asked for, by dimension; a dimension without any is open. */
export type Filters = Readonly<Partial<Record<FilterDimension, readonly string[]>>>;

/** Key of a filter for configurations whose source does not state the dimension. */
export const UNSTATED_VALUE = 'unstated';
/** Key of a filter for both deployments in which one set of GPUs does prefill and decode. */
export const AGGREGATED = 'aggregated';
const AGGREGATED_KEYS: readonly string[] = ['single-node', 'multi-node'];

const FIELD = {
  hardware: 'hardware',
  precision: 'precision',
  spec: 'specMethod',
  engine: 'framework',
  deployment: 'deployment',
} as const satisfies Partial<Record<FilterDimension, NamedDimension>>;

/** One value of a dimension, and how many configurations it would leave. */
export interface FilterValue {
  readonly key: string;
  /** `null` where no vocabulary has it: it fits nothing */
  readonly label: string | null;
  /** with the filters of all other dimensions, and without its own */
  readonly count: number;
  readonly active: boolean;
}

/** Every dimension with its values. */
export type FilterCounts = Readonly<Record<FilterDimension, readonly FilterValue[]>>;

/** The fields of a configuration that filters look at. */
export type FilteredFields = Pick<
  ComparedSide,
  'hardware' | 'precision' | 'specMethod' | 'framework' | 'deployment'
>;

/** The rows that fit, and for every filter value how many rows it would leave. */
export interface FilterResult<R extends FilteredFields> {
  readonly rows: readonly R[];
  readonly counts: FilterCounts;
}

/**
 * The rows that fit: any of the values asked for in a dimension, and every dimension.
 *
 * The values listed are those that some row has, in the order of the vocabulary, and those asked
 * for, fitting or not.
 */
export function filterRows<R extends FilteredFields>(
  rows: readonly R[],
  filters: Filters,
  vocabulary: Vocabulary,
): FilterResult<R> {
  const valuesOf = valuesByDimension(rows, vocabulary);
  // by row, the dimensions that refuse it
  const refusals = rows.map((): FilterDimension[] => []);
  for (const dimension of FILTER_DIMENSIONS) {
    const asked = filters[dimension] ?? [];
    if (asked.length === 0) continue;
    for (const [i, own] of valuesOf[dimension].entries()) {
      if (!asked.some((key) => isValue(own, dimension, key))) refusals[i]!.push(dimension);
    }
  }
  const isLeftWithout = (dimension: FilterDimension, i: number) =>
    refusals[i]!.every((refused) => refused === dimension);
  const counts = FILTER_DIMENSIONS.map((dimension) => {
    const own = valuesOf[dimension];
    const left = own.filter((_, i) => isLeftWithout(dimension, i));
    const asked = filters[dimension] ?? [];
    const keys = [...new Set([...presentKeys(own, dimension, vocabulary), ...asked])];
    const values = keys.map((key): FilterValue => ({
      key,
      label: labelIn(dimension, key, vocabulary),
      count: left.filter((value) => isValue(value, dimension, key)).length,
      active: asked.includes(key),
    }));
    return [dimension, values] as const;
  });
  return {
    rows: rows.filter((_, i) => refusals[i]!.length === 0),
    counts: Object.fromEntries(counts) as Record<FilterDimension, FilterValue[]>,
  };
}

/** The keys of every row in each dimension; `null` where the source does not state it. */
function valuesByDimension(
  rows: readonly FilteredFields[],
  { hardware }: Vocabulary,
): Readonly<Record<FilterDimension, readonly (string | null)[]>> {
  const vendors = new Map(hardware.map(({ key, vendor }) => [key, vendorKey(vendor)]));
  const values = FILTER_DIMENSIONS.map((dimension) => [
    dimension,
    rows.map((row) =>
      dimension === 'vendor' ? (vendors.get(row.hardware) ?? null) : row[FIELD[dimension]],
    ),
  ]);
  return Object.fromEntries(values) as Record<FilterDimension, (string | null)[]>;
}

/** Whether the key of a row in a dimension is what a filter's value stands for. */
function isValue(own: string | null, dimension: FilterDimension, key: string): boolean {
  if (key === UNSTATED_VALUE) return own === null;
  if (dimension === 'deployment' && key === AGGREGATED) {
    return own !== null && AGGREGATED_KEYS.includes(own);
  }
  return own === key;
}

/** The key of a vendor: `nvidia`. */
function vendorKey(vendor: string): string {
  return vendor.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

/** The values that some row has, in the order of the vocabulary. */
function presentKeys(
  own: readonly (string | null)[],
  dimension: FilterDimension,
  vocabulary: Vocabulary,
): string[] {
  const present = new Set(own);
  const known = new Set(entriesOf(dimension, vocabulary).map(({ key }) => key));
  const isBoth = AGGREGATED_KEYS.every((key) => present.has(key));
  return [
    ...[...known].filter((key) => present.has(key)),
    ...(dimension === 'deployment' && isBoth ? [AGGREGATED] : []),
    ...(present.has(null) ? [UNSTATED_VALUE] : []),
  ];
}

function labelIn(dimension: FilterDimension, key: string, vocabulary: Vocabulary): string | null {
  if (key === UNSTATED_VALUE || (dimension === 'deployment' && key === AGGREGATED)) return key;
  return entriesOf(dimension, vocabulary).find((entry) => entry.key === key)?.label ?? null;
}

/** What a vocabulary has of a dimension, in its order; a vendor once for each of its hardware. */
function entriesOf(
  dimension: FilterDimension,
  vocabulary: Vocabulary,
): readonly Pick<VocabularyEntry, 'key' | 'label'>[] {
  return dimension === 'vendor'
    ? vocabulary.hardware.map(({ vendor }) => ({ key: vendorKey(vendor), label: vendor }))
    : vocabulary[FIELD[dimension]];
}
