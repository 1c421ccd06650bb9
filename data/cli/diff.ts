import type { Command } from 'commander';
import { RELEASE_ID } from '../../src/kv/keys.ts';
import { changesText } from '../release/changes-text.ts';
import { releaseChanges } from '../release/changes.ts';
import type { KvPort } from '../kv/port.ts';
import { loadData } from '../load/load.ts';
import { requirePointer } from '../publish/pointer.ts';
import { buildRelease } from '../release/release.ts';
import { readManifests } from '../kv/stored.ts';
import { withData, withKv, withPlace } from './options.ts';
import type { PlaceOptions } from './options.ts';
import type { ReleaseManifest } from '../release/preset-changes.ts';

interface DiffCommandOptions extends PlaceOptions {
  readonly data: string[];
  readonly json?: boolean;
}

const EXAMPLES = `
A release is named by its id, by "current" or "previous", or by "data": what the data would make.

Examples:
  npm run data -- diff current data --remote --data imported
  npm run data -- diff previous current --local --json`;

/** `diff`: what readers of the presets' comparisons see differently. */
export function addDiff(program: Command): void {
  withData(withPlace(program.command('diff')))
    .description('say which comparisons rest on other sweeps or have other values, and by how much')
    .argument('<a>', 'the release before')
    .argument('<b>', 'the release after')
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (a: string, b: string, options: DiffCommandOptions) => {
      const changes = await withKv(options, async (kv) =>
        releaseChanges(
          await namedRelease(a, kv, options.data),
          await namedRelease(b, kv, options.data),
        ),
      );
      const json = () => `${JSON.stringify(changes, null, 2)}\n`;
      process.stdout.write(options.json === true ? json() : changesText(changes));
    });
}

async function namedRelease(
  name: string,
  kv: KvPort,
  dirs: readonly string[],
): Promise<ReleaseManifest> {
  if (name === 'data') return buildRelease(await loadData(dirs)).manifest;
  const { pointer } = await requirePointer(kv);
  const id = name === 'current' ? pointer.release : name === 'previous' ? pointer.previous : name;
  const listed = pointer.releases.map((release) => release.id).join(', ');
  const isListed = pointer.releases.some((release) => release.id === id);
  if (id === null || !RELEASE_ID.test(id) || !isListed) {
    throw new Error(`no release "${name}"; KV lists: ${listed}; or say data`);
  }
  const manifest = (await readManifests(kv, [id])).get(id);
  if (!manifest) throw new Error(`release ${id} was pruned; KV lists: ${listed}`);
  return manifest;
}
