import type { Command } from 'commander';
import { prune } from '../publish/prune.ts';
import type { Pruned } from '../publish/prune.ts';
import { days, wholeNumber, withKv, withPlace } from './options.ts';
import type { PlaceOptions } from './options.ts';
import { print, printAside } from './terminal.ts';

interface PruneCommandOptions extends PlaceOptions {
  readonly keep: number;
  readonly olderThan: number;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
One run marks what is not needed any more, and a later one (at least an hour after) removes of it what
still is not: what a release published since names stays. Publishing meanwhile does no harm.
Never the current, the previous or a marked release (publish --keep), and no element script.
A release goes when it is neither among the newest nor young enough; it stays listed as gone.

Example:
  npm run data -- prune --remote --keep 5 --older-than 365d`;

/** `prune`: old releases out of KV. */
export function addPrune(program: Command): void {
  withPlace(program.command('prune'))
    .description('take old releases out of KV: marks in one run, removes in a later one')
    .option('--keep <n>', 'newest releases that stay', wholeNumber, 5)
    .option('--older-than <days>', 'younger releases stay, e.g. 365d', days, 365)
    .option('--dry-run', 'say what would go, but change nothing')
    .addHelpText('after', EXAMPLES)
    .action(async ({ keep, olderThan, dryRun, ...place }: PruneCommandOptions) => {
      const now = new Date().toISOString();
      const isDryRun = dryRun === true;
      const text = await withKv(
        place,
        async (kv) => {
          if (kv.settleMs > 10_000) {
            printAside(
              `If there are marks to remove, this waits ${kv.settleMs / 60_000} min until everybody sees so\n`,
            );
          }
          return prunedText(await prune(kv, { keep, olderThan, now }), isDryRun);
        },
        isDryRun,
      );
      print(`${text}\n`);
    });
}

/**
 * What pruning did, a sentence a line; what it would do where nothing is changed.
 *
 * @param isDryRun - nothing was changed
 */
export function prunedText(
  { gone, removed, marked, isMarkedNow, removableAt, doubt }: Pruned,
  isDryRun: boolean,
): string {
  const lines = [
    gone.length === 0
      ? 'No further release is old enough'
      : `${isDryRun ? 'Would be gone' : 'Gone'}: ${gone.join(', ')}`,
    ...(removed > 0 ? [`${removed} values ${isDryRun ? 'would be removed' : 'removed'}`] : []),
    ...(removableAt === null ? [] : [markedText(marked, removableAt, isDryRun && isMarkedNow)]),
    ...(doubt === null ? [] : [`"current" is written: ${doubt}`]),
  ];
  return lines.join('\n');
}

function markedText(marked: number, removableAt: string, isDryRun: boolean): string {
  return isDryRun
    ? `${marked} values would be marked; a run an hour after that would remove them`
    : `${marked} values are marked; run the command again after ${removableAt} to remove them`;
}
