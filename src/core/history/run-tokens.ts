import { configurationTokens } from '../configuration-tokens.ts';
import { sideEntries } from '../match.ts';
import type { SweepEntry } from '../release.ts';
import { keyText, newestFirst, sweepId } from '../sweep.ts';

/** Every run of a configuration that a release has, its default one among them, the oldest first. */
export function runsOf(
  entries: readonly SweepEntry[],
  { key, basis }: Pick<SweepEntry, 'key' | 'basis'>,
): SweepEntry[] {
  const name = keyText(key, basis);
  return newestFirst(entries.filter((one) => keyText(one.key, one.basis) === name)).toReversed();
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
  return runs.map((entry) => {
    const { basis, key, label, date } = entry;
    const rivals = entries.filter((one) => one.basis === basis);
    const names = [label && `~${label}`, date && date.replaceAll('-', '')];
    const isOwn = (run: string) => {
      const tokens = { ...configurationTokens(key), workload: key.workload, run };
      return sideEntries(rivals, tokens).map(sweepId).join('\n') === sweepId(entry);
    };
    return names.find((name): name is string => name !== null && isOwn(name)) ?? null;
  });
}
