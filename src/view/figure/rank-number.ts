import type { RankMetricName } from '../../core/ranking/rank-metrics.ts';
import { rankMetric } from '../../core/ranking/rank-metrics.ts';
import type { Ranking, RankRow } from '../../core/ranking/ranking-types.ts';
import { decimalsFor, numberText, targetText, throughputText } from '../format.ts';

/** A number of a metric at its own precision, without its unit but for the dollar. */
export function metricText(value: number, by: RankMetricName): string {
  if (by !== 'cost') return throughputText(value);
  // rows differ by fractions of a cent, which the text of a price alone would hide
  return `$${numberText(value, Math.max(2, decimalsFor([value], 3)))}`;
}

/** The requests in flight of a row, approximate ones with ~; `null` where they are not known. */
export function concurrencyText({ value }: RankRow): string | null {
  if (value === null || value.concurrency === null) return null;
  return `${value.isConcurrencyApproximate ? '~' : ''}${targetText(Math.round(value.concurrency))}`;
}

/** What a row is ranked by: its number, or the bound of one that is measured only at higher speeds. */
export interface RankNumber {
  readonly value: number;
  /** where it likely lies; `null` for an end that is not known */
  readonly likely: readonly [number | null, number | null];
  readonly text: string;
  readonly isBound: boolean;
}

/** The number that a row is ranked by, or `null`. */
export function rankNumber(
  row: RankRow,
  { by, cost }: Pick<Ranking, 'by' | 'cost'>,
): RankNumber | null {
  if (cost !== null) {
    if (row.value === null || row.reachLikely === null) return null;
    const { interactivity: value } = row.value;
    const isBound = row.status === 'end';
    return { value, likely: row.reachLikely, text: targetText(value), isBound };
  }
  const read = row.value ?? row.bound;
  const value = read?.[rankMetric(by).key] ?? null;
  if (read === null || value === null || read.byLikely === null) return null;
  return {
    value,
    likely: read.byLikely,
    // of many rows only some are drawn
    get text() {
      return metricText(value, by);
    },
    isBound: row.bound !== null,
  };
}

/** Whether a smaller number of what rows are ranked by is better. */
export function isLowerRanked({ by, cost }: Pick<Ranking, 'by' | 'cost'>): boolean {
  return cost === null && rankMetric(by).isLowerBetter;
}
