import type { Command } from 'commander';
import { prune } from '../publish/prune.ts';
import { days, wholeNumber, withKv, withPlace } from './options.ts';
import type { PlaceOptions } from './options.ts';

interface PruneCommandOptions extends PlaceOptions {
  readonly keep: number;
  readonly olderThan: number;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Never the current, the previous or a marked release (publish --keep), and no element script.
A release goes when it is neither among the newest nor young enough; it stays listed as gone.
Do not publish at the same time: a blob may be on its way out and on its way in at once.

Example:
  npm run data -- prune --remote --keep 5 --older-than 365d`;

/** `prune`: old releases out of KV. */
export function addPrune(program: Command): void {
  withPlace(program.command('prune'))
    .description('take old releases out of KV')
    .option('--keep <n>', 'newest releases that stay', wholeNumber, 5)
    .option('--older-than <days>', 'younger releases stay, e.g. 365d', days, 365)
    .option('--dry-run', 'say what would go, but change nothing')
    .addHelpText('after', EXAMPLES)
    .action(async ({ keep, olderThan, dryRun, ...place }: PruneCommandOptions) => {
      const now = new Date().toISOString();
      const { gone, removedBlobs } = await withKv(
        place,
        (kv) => prune(kv, { keep, olderThan, now }),
        dryRun,
      );
      const would = dryRun === true ? ' (nothing was changed)' : '';
      process.stdout.write(
        `${gone.length === 0 ? 'No release is old enough' : `Gone: ${gone.join(', ')}`}; ${removedBlobs} blobs removed${would}\n`,
      );
    });
}
