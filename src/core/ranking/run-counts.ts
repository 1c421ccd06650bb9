import { configurationTokens } from '../configuration-tokens.ts';
import type { SweepEntry } from '../release.ts';
import { keyText } from '../sweep.ts';
import { printTokens } from '../tokens.ts';

/** How many runs there are, of each configuration with more than one, by the key of its row. */
export function runCounts(
  rows: readonly SweepEntry[],
  entries: readonly SweepEntry[],
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { key, basis } of entries) {
    const name = keyText(key, basis);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const each = rows.map(({ key, basis }) => {
    const count = counts.get(keyText(key, basis)) ?? 0;
    return [printTokens(configurationTokens(key)), count] as const;
  });
  return Object.fromEntries(each.filter(([, count]) => count > 1));
}
