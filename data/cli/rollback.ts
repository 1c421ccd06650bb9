import type { Command } from 'commander';
import { rollback } from '../publish/rollback.ts';
import type { RollbackResult } from '../publish/rollback.ts';
import { withKv, withPlace } from './options.ts';
import type { PlaceOptions } from './options.ts';
import { print } from './terminal.ts';

/** `rollback`: the previous release, or a named one, becomes the current one. */
export function addRollback(program: Command): void {
  withPlace(program.command('rollback'))
    .description('make the previous release, or the one named, the current one: one write')
    .argument('[release]', 'id of a live release')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run data -- rollback --remote\n  npm run data -- rollback 9f2c41d07a3e --remote',
    )
    .action(async (release: string | undefined, options: PlaceOptions) => {
      const done = await withKv(options, (kv) => rollback(kv, release ?? null));
      print(`${rolledBackText(done)}\n`);
    });
}

/** What going back did, a sentence a line. */
export function rolledBackText({ pointer, doubt }: RollbackResult): string {
  const lines = [
    `Release ${pointer.release} is the current one again; another rollback leads to ${pointer.previous}, which was current until now`,
    ...(doubt === null ? [] : [`The release is live: ${doubt}`]),
  ];
  return lines.join('\n');
}
