import type { Configuration, Ranking } from '../../core/ranking/ranking-types.ts';
import type { RankFigureWords } from '../words/words.ts';

/** What readers call a configuration. A single node is what they expect, so it is not said. */
export function rankName(
  row: Configuration,
  { labels }: Pick<Ranking, 'labels'>,
  words: RankFigureWords,
): string {
  const named = (key: string | null) => (key === null ? null : (labels[key] ?? key));
  return words.row({
    hardware: named(row.hardware)!,
    precision: named(row.precision),
    specMethod: named(row.specMethod),
    framework: named(row.framework),
    deployment: row.deployment === 'single-node' ? null : named(row.deployment),
  });
}

/** A configuration with no more than tells it from others of its hardware, for where little fits. */
export function distinctiveParts(
  row: Configuration,
  rows: readonly Configuration[],
): Configuration {
  const short: Record<keyof Configuration, string | null> = { ...row };
  for (const name of ['precision', 'specMethod', 'framework', 'deployment'] as const) {
    if (rows.every((it) => it.hardware !== row.hardware || it[name] === row[name])) {
      short[name] = null;
    }
  }
  return short as Configuration;
}
