import type { Vocabulary } from '../vocabulary.ts';
import { FILTER_DIMENSIONS, filterRows } from './filters.ts';
import type { FilterDimension, FilteredFields, Filters } from './filters.ts';

/**
 * The filter without which the most rows would be left; the first that is set where none helps
 * alone, and `null` where none is set.
 */
export function filterToDrop(
  rows: readonly FilteredFields[],
  filters: Filters,
  vocabulary: Vocabulary,
): FilterDimension | null {
  const leftWithout = (dimension: FilterDimension) => {
    const { [dimension]: _, ...others } = filters;
    return filterRows(rows, others, vocabulary).rows.length;
  };
  const set = FILTER_DIMENSIONS.filter((dimension) => (filters[dimension] ?? []).length > 0);
  const [best = null] = set.toSorted((a, b) => leftWithout(b) - leftWithout(a));
  return best;
}
