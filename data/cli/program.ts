import { Command } from 'commander';
import { addCheck } from './check.ts';
import { addColumns } from './columns.ts';
import { addDiff } from './diff.ts';
import { addGate } from './gate.ts';
import { addImport } from './import.ts';
import { addPrune } from './prune.ts';
import { addPublish } from './publish.ts';
import { addQuality } from './quality.ts';
import { addRollback } from './rollback.ts';
import { addVerify } from './verify.ts';

/** `npm run data -- <command>`: from benchmark rows to a published release. */
export function dataProgram(): Command {
  const program = new Command('npm run data --')
    .description('Turn benchmark rows into data, data into a release, and publish it.')
    .showHelpAfterError('(--help says more)')
    .addHelpText(
      'after',
      `
The usual way:
  npm run data -- import rows.json --out imported
  npm run data -- check --data imported
  npm run data -- diff current data --remote --data imported
  npm run data -- publish --remote --data imported
  npm run data -- rollback --remote`,
    );
  for (const add of [
    addCheck,
    addImport,
    addColumns,
    addPublish,
    addDiff,
    addVerify,
    addRollback,
    addPrune,
    addQuality,
    addGate,
  ]) {
    add(program);
  }
  return program;
}
