import type { SameRun } from '../../core/assemble.ts';
import type { SweepEntry } from '../../core/release.ts';
import type { Words } from '../words/words.ts';

/** What is wrong with an address two of whose sides are one run, and what it could name instead. */
export function sameRunText({ sides, run, runs }: SameRun, { address: words }: Words): string {
  const names = runNames(runs);
  return words.sameRun(sides, names[runs.indexOf(run)] ?? run.run, names);
}

/** What tells runs of one key apart: day and label, and where these are alike the number too. */
export function runNames(runs: readonly SweepEntry[]): string[] {
  const names = runs.map(({ run, date, label }) =>
    [date ?? run, label === null ? '' : `~${label}`].filter(Boolean).join(' '),
  );
  const isShared = (name: string) => names.filter((other) => other === name).length > 1;
  return names.map((name, i) => (isShared(name) ? `${name} (${runs[i]!.run})` : name));
}
