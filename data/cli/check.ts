import type { Command } from 'commander';
import { publishableRelease } from '../release/publishable.ts';
import { chosenData, withData } from './options.ts';
import type { DataOptions } from './options.ts';
import { print } from './terminal.ts';

/** `check`: the data by schema and rules, and the release that they would make. */
export function addCheck(program: Command): void {
  withData(program.command('check'))
    .description('check the data and say which release they make; nothing is written')
    .addHelpText('after', '\nExample:\n  npm run data -- check --data imported')
    .action(async (options: DataOptions) => {
      const dataSet = await chosenData(options);
      const { manifest, sweeps, blobs, leftOut } = publishableRelease(dataSet);
      const points = dataSet.sweeps.reduce((sum, sweep) => sum + sweep.points.length, 0);
      const bytes = [...blobs.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      const defaults = sweeps.filter(({ isDefault }) => isDefault).length;
      print(
        [
          `The data are in order: ${dataSet.models.length} models, ${dataSet.sweeps.length} sweeps, ${points} points, ${dataSet.presets.length} presets`,
          `Release ${manifest.id}: ${sweeps.length} sweeps (${defaults} default runs) in ${blobs.size} blobs, ${bytes} bytes`,
          ...leftOut.map(
            ({ key, run }) =>
              `Left out for a known issue, and no other run has its key: run ${run} of ${Object.values(key).join(' ')}`,
          ),
          '',
        ].join('\n'),
      );
    });
}
