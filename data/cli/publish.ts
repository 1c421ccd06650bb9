import type { Command } from 'commander';
import { releaseExtras } from './extras.ts';
import { startProgress } from './progress.ts';
import { publishRelease } from '../publish/publish.ts';
import type { PublishStep, Published } from '../publish/publish.ts';
import { buildRelease } from '../release/release.ts';
import { chosenData, withData, withKv, withPlace } from './options.ts';
import type { DataOptions, PlaceOptions } from './options.ts';

interface PublishCommandOptions extends PlaceOptions, DataOptions {
  readonly dryRun?: boolean;
  readonly keep?: boolean;
}

const EXAMPLES = `
Blobs are written and read back, then the manifest, and last "current", in one write: until then
readers stay on the release before. If someone else published meanwhile, nothing is changed.

Examples:
  npm run data -- publish --local
  npm run data -- publish --remote --data imported --dry-run
  npm run data -- publish --remote --data imported --keep`;

/** `publish`: the data as a release in KV. */
export function addPublish(program: Command): void {
  withData(withPlace(program.command('publish')))
    .description('check the data, build a release and make it the current one')
    .option('--dry-run', 'read KV and say what would be written, but write nothing')
    .option('--keep', 'mark the release so that prune leaves it')
    .addHelpText('after', EXAMPLES)
    .action(runPublish);
}

async function runPublish(options: PublishCommandOptions): Promise<void> {
  const release = buildRelease(await chosenData(options));
  const now = new Date().toISOString();
  const extras = await releaseExtras(release, now);
  const isDryRun = options.dryRun === true;
  const onProgress = publishProgress();
  const published = await withKv(
    options,
    (kv) =>
      publishRelease(kv, release, extras, {
        now,
        keep: options.keep === true,
        onProgress,
      }),
    isDryRun,
  );
  process.stdout.write(`${publishedText(published, isDryRun)}\n`);
}

/** Shows the steps of publishing, one line or bar each. */
export function publishProgress(): (step: PublishStep) => void {
  const labels = { write: 'Writing', check: 'Reading back' };
  const running = new Map<string, ReturnType<typeof startProgress>>();
  return ({ name, done, total }) => {
    const progress = running.get(name) ?? startProgress(labels[name], 'blobs');
    running.set(name, progress);
    progress.update(done, total);
    if (done === total) progress.end(`${total} blobs`);
  };
}

/** What publishing did, in one sentence. */
export function publishedText({ id, outcome, written }: Published, isDryRun = false): string {
  if (outcome === 'unchanged') return `Release ${id} is the current one already`;
  const what = `${written.blobs} new blobs, ${written.bytes} bytes`;
  return isDryRun
    ? `Release ${id} would be published: ${what}`
    : `Release ${id} is published: ${what}`;
}
