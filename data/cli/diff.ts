import type { Command } from 'commander';
import { RELEASE_ID } from '../../src/kv/keys.ts';
import { changesText } from '../release/changes-text.ts';
import { releaseChanges } from '../../src/core/changes/release-changes.ts';
import type { KvPort } from '../kv/port.ts';
import { requirePointer } from '../publish/pointer.ts';
import { buildRelease } from '../release/release.ts';
import { readIndexes, requireManifest } from '../kv/checked-values.ts';
import { chosenData, withData, withKv, withPlace } from './options.ts';
import type { DataOptions, PlaceOptions } from './options.ts';
import type { ReleaseContents } from '../../src/core/changes/release-changes.ts';
import { print } from './terminal.ts';

interface DiffCommandOptions extends PlaceOptions, DataOptions {
  readonly json?: boolean;
}

const EXAMPLES = `
A release is named by its id, by "current" or "previous", or by "data": what the data would make.

Examples:
  npm run data -- diff current data --remote --data imported
  npm run data -- diff previous current --local --json`;

/** `diff`: what readers of comparisons see differently, at the addresses of presets and at others. */
export function addDiff(program: Command): void {
  withData(withPlace(program.command('diff')))
    .description('say which comparisons rest on other sweeps or have other values, and by how much')
    .argument('<a>', 'the release before')
    .argument('<b>', 'the release after')
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (a: string, b: string, options: DiffCommandOptions) => {
      const changes = await withKv(options, async (kv) =>
        releaseChanges(await namedRelease(a, kv, options), await namedRelease(b, kv, options)),
      );
      const json = () => `${JSON.stringify(changes, null, 2)}\n`;
      print(options.json === true ? json() : changesText(changes));
    });
}

async function namedRelease(
  name: string,
  kv: KvPort,
  options: DataOptions,
): Promise<ReleaseContents> {
  if (name === 'data') return buildRelease(await chosenData(options));
  const { pointer } = await requirePointer(kv);
  const id = name === 'current' ? pointer.release : name === 'previous' ? pointer.previous : name;
  const listed = pointer.releases.map((release) => release.id).join(', ');
  const ref = pointer.releases.find((release) => release.id === id);
  if (id === null || !RELEASE_ID.test(id) || ref === undefined) {
    throw new Error(`no release "${name}"; KV lists: ${listed}; or say data`);
  }
  if (ref.state === 'gone') throw new Error(`release ${id} was pruned; KV lists: ${listed}`);
  const manifest = await requireManifest(kv, ref);
  const indexes = await readIndexes(kv, manifest);
  return { manifest, sweeps: indexes.flatMap(({ sweeps }) => sweeps) };
}
