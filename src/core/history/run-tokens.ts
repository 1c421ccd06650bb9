import { configurationTokens } from '../configuration-tokens.ts';
import { hasTokens, sideEntries } from '../match.ts';
import type { SweepEntry } from '../release.ts';
import { keyText, newestFirst, sweepId } from '../sweep.ts';

/**
 * A function that gives every run of a configuration that a release has, its default one among them,
 * the oldest first. All entries are looked at once, however many configurations are asked for.
 */
export function runFinder(
  entries: readonly SweepEntry[],
): (of: Pick<SweepEntry, 'key' | 'basis'>) => SweepEntry[] {
  const byKey = new Map<string, SweepEntry[]>();
  for (const entry of entries) {
    const name = keyText(entry.key, entry.basis);
    const runs = byKey.get(name);
    if (runs === undefined) byKey.set(name, [entry]);
    else runs.push(entry);
  }
  return ({ key, basis }) => newestFirst(byKey.get(keyText(key, basis)) ?? []).toReversed();
}

/**
 * What names each run in the address of a comparison: its label, else its day.
 *
 * A day means the newest run up to it, and a token means every configuration that has its other
 * tokens: where the address would not come to just this run, there is `null` in place of a token.
 *
 * @param runs - of one configuration
 * @param entries - that a comparison would choose from, those runs among them
 */
export function runTokens(
  runs: readonly SweepEntry[],
  entries: readonly SweepEntry[],
): (string | null)[] {
  const [first] = runs;
  if (first === undefined) return [];
  const { basis, key } = first;
  const fixed = { ...configurationTokens(key), workload: key.workload };
  const rivals = entries.filter((one) => one.basis === basis && hasTokens(one, fixed));
  return runs.map((entry) => {
    const { label, date } = entry;
    const names = [label && `~${label}`, date && date.replaceAll('-', '')];
    const isOwn = (run: string) => {
      const tokens = { ...fixed, run };
      return sideEntries(rivals, tokens).map(sweepId).join('\n') === sweepId(entry);
    };
    return names.find((name): name is string => name !== null && isOwn(name)) ?? null;
  });
}
