import type { RankRow } from '../../core/ranking/ranking-types.ts';
import type { Words } from '../words/words.ts';

/** Whose figures the rows of a ranking rest on, each once. */
export function rankCredits(
  { rows }: { readonly rows: readonly Pick<RankRow, 'sources'>[] },
  { ownMeasurements }: Words['ranking'],
): string[] {
  const sources = rows.flatMap((row) => row.sources);
  return [...new Set(sources.map(({ attribution }) => attribution ?? ownMeasurements))];
}
