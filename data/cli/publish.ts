import type { Command } from 'commander';
import { startProgress } from './progress.ts';
import { readPointer, readSoundPointer } from '../publish/pointer.ts';
import { publishRelease } from '../publish/publish.ts';
import type { PublishStep, PublishResult } from '../publish/publish.ts';
import { publishableRelease } from '../release/publishable.ts';
import { chosenData, withData, withKv, withPlace } from './options.ts';
import type { DataOptions, PlaceOptions } from './options.ts';
import { print } from './terminal.ts';

interface PublishCommandOptions extends PlaceOptions, DataOptions {
  readonly dryRun?: boolean;
  readonly keep?: boolean;
  readonly repair?: boolean;
}

const EXAMPLES = `
Blobs are written and read back, then the manifest, and last "current", in one write: until then
readers stay on the release before. If someone else published meanwhile, nothing is changed.

--repair looks at every value that is published instead of counting on it. What is lost or damaged is
written again where these data have it; other releases that are not whole are taken off the list, and
said. A damaged "current" is made anew from the releases that KV holds.

Examples:
  npm run data -- publish --local
  npm run data -- publish --remote --data imported --dry-run
  npm run data -- publish --remote --data imported --keep
  npm run data -- publish --remote --data imported --repair`;

/** `publish`: the data as a release in KV. */
export function addPublish(program: Command): void {
  withData(withPlace(program.command('publish')))
    .description('check the data, build a release and make it the current one')
    .option('--dry-run', 'read KV and say what would be written, but write nothing')
    .option('--keep', 'mark the release so that prune leaves it')
    .option('--repair', 'look at everything in KV, and put right what is lost or damaged')
    .addHelpText('after', EXAMPLES)
    .action(runPublish);
}

async function runPublish(options: PublishCommandOptions): Promise<void> {
  const isDryRun = options.dryRun === true;
  const isRepair = options.repair === true;
  const published = await withKv(
    options,
    async (kv) => {
      // before any work: whether KV can be reached, and is in order
      await (isRepair ? readPointer(kv) : readSoundPointer(kv));
      const release = publishableRelease(await chosenData(options));
      const now = new Date().toISOString();
      const { releaseExtras } = await import('./extras.ts'); // with what draws cards
      const extras = await releaseExtras(release, now);
      const onProgress = publishProgress(isDryRun);
      const keep = options.keep === true;
      const done = await publishRelease(kv, release, extras, { now, keep, isRepair, onProgress });
      return publishedText(done, kv.place, isDryRun);
    },
    isDryRun,
  );
  print(`${published}\n`);
}

/** A listener that shows the steps of publishing on stderr, a bar or lines for each. */
export function publishProgress(isDryRun = false): (step: PublishStep) => void {
  const labels = { look: 'Looking at', write: 'Writing', check: 'Reading back' };
  const running = new Map<string, ReturnType<typeof startProgress>>();
  return ({ name, done, total }) => {
    if (isDryRun && name !== 'look') return; // nothing is written
    const progress = running.get(name) ?? startProgress(labels[name], 'values');
    running.set(name, progress);
    progress.update(done, total);
    if (done === total) progress.end(`${total} values`);
  };
}

/**
 * What publishing did, a sentence a line.
 *
 * @param place - the options that name the KV
 */
export function publishedText(
  { id, outcome, written, loss, doubt }: PublishResult,
  place: string,
  isDryRun = false,
): string {
  const would = isDryRun ? 'would be' : 'is';
  const what = `${written.blobs} new values, ${written.bytes} bytes`;
  const said = {
    published: `Release ${id} ${would} published: ${what}`,
    repaired: `Release ${id} ${would} published and whole: ${what}`,
    unchanged:
      loss === null
        ? `Release ${id} is the current one already; \`npm run data -- verify ${place}\` says whether KV holds all of it`
        : `Release ${id} is the current one, and whole: nothing to repair`,
  };
  const lost = loss?.releases ?? [];
  const lines = [
    said[outcome],
    ...(loss?.isListNew === true
      ? [
          `The list of releases ${would} new, from the manifests in KV; which of them were marked with --keep is not known, so prune leaves all of them`,
        ]
      : []),
    ...lost.map(({ id: other, damages: [first, ...more] }) => {
      const values = more.length === 0 ? '' : `, and ${more.length} more`;
      return `Release ${other} ${would} taken off the list, it is not whole: ${first!.part.name} ${first!.problem}${values}; publishing its data again brings it back`;
    }),
    ...(loss?.scripts ?? []).map(
      (name) =>
        `The element script ${name} is lost; \`publish\` from the version that built it brings it back`,
    ),
    ...(doubt === null ? [] : [`The release is live: ${doubt}`]),
  ];
  return lines.join('\n');
}
