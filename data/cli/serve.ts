import { Command, InvalidArgumentError } from 'commander';
import { runProgram } from './failure.ts';
import { chosenData, withData } from './options.ts';
import type { DataOptions } from './options.ts';
import { publishProgress, publishedText } from './publish.ts';
import { originAt, refuseUsedPort, startDevServer } from '../serve/dev-server.ts';
import { releaseExtras } from './extras.ts';
import { startGallery } from '../serve/gallery.ts';
import type { Gallery } from '../serve/gallery.ts';
import { firstComparison } from '../import/first-comparison.ts';
import { localKv } from '../kv/local.ts';
import { sweepOrigin } from '../load/data-set.ts';
import type { DataSet } from '../load/data-set.ts';
import { STATE_DIR } from '../project-paths.ts';
import { publishRelease } from '../publish/publish.ts';
import { publishableRelease } from '../release/publishable.ts';
import { SITE_NAME } from '../../src/view/brand.ts';
import { servedContent, isServed, noteServed } from '../kv/served-content.ts';
import { print, printAside } from './terminal.ts';

/** `npm start`: checks the data, publishes them into local KV and serves them. */
const EXAMPLES = 2;
/** Not the next port, which is what one takes for a second server. */
const GALLERY_PORT_OFFSET = 100;

interface ServeOptions extends DataOptions {
  readonly port: number;
}

const program = withData(new Command('npm start --'))
  .description('Check the data, publish them into local KV and serve them.')
  .option('--port <port>', 'port to listen on', portNumber, 8787)
  .addHelpText('after', '\nExample:\n  npm start -- --port 8788 --data imported')
  .action(serve);

await runProgram(program);

async function serve({ port, ...chosen }: ServeOptions): Promise<void> {
  await refuseUsedPort(port, 'the site');
  await refuseUsedPort(port + GALLERY_PORT_OFFSET, 'the gallery');
  const stopped = firstSignal();
  say('Checking the data ...');
  const dataSet = await chosenData(chosen);
  if ((await Promise.race([publishLocally(dataSet), stopped])) === null) return process.exit();

  say('Starting the server ...');
  const starting = startDevServer(port, STATE_DIR);
  const server = await Promise.race([starting, stopped]);
  if (server === null) return starting.then(({ stop }) => stop());
  const origin = originAt(port);
  const shown = examples(dataSet);
  const gallery = await galleryOf(origin, port + GALLERY_PORT_OFFSET, chosen, shown);
  const lines = [
    `${SITE_NAME} is at ${origin}`,
    ...shown.map((id) => `  ${origin}/compare/${id}`),
    ...(gallery === null ? [] : [`The element in all its states is at ${gallery.origin}`]),
  ];
  print(`${lines.join('\n')}\n`);
  say('Ctrl-C ends it');
  const last = await Promise.race([server.ended, stopped]);
  await Promise.all([server.stop(), gallery?.close()]);
  if (last !== null) throw new Error(`wrangler dev ended: ${last}`);
}

/** Without the shipped comparisons about one of one's own, if there is any. */
async function galleryOf(
  origin: string,
  port: number,
  { only = false }: DataOptions,
  [own]: readonly string[],
): Promise<Gallery | null> {
  if (!only) return startGallery(origin, port);
  return own === undefined ? null : startGallery(origin, port, own);
}

/** The comparison that the sweeps of --data make, before the first of the presets. */
function examples(dataSet: DataSet): string[] {
  const own = dataSet.sweeps.filter((sweep) => !sweepOrigin(dataSet, sweep).isShipped);
  const ids = [firstComparison(own, dataSet), ...dataSet.presets.map(({ id }) => id)];
  return ids.filter((id) => id !== null).slice(0, EXAMPLES);
}

async function publishLocally(dataSet: DataSet): Promise<string> {
  const release = publishableRelease(dataSet);
  const now = new Date().toISOString();
  const extras = await releaseExtras(release, now);
  const content = servedContent(release, extras);
  if (await isServed(STATE_DIR, content)) {
    say(`Release ${release.manifest.id} is published already`);
    return content;
  }
  say(`Publishing release ${release.manifest.id} into local KV ...`);
  const kv = await localKv();
  try {
    const onProgress = publishProgress();
    const published = await publishRelease(kv, release, extras, { now, onProgress });
    say(publishedText(published, kv.place));
  } finally {
    await kv.close();
  }
  await noteServed(STATE_DIR, content);
  return content;
}

/**
 * Settles with the first request to end. Further ones change nothing: on Ctrl-C the terminal signals
 * the whole group and npm passes it on once more, and the end must not be cut short by that.
 */
function firstSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(null));
    }
  });
}

function say(line: string): void {
  printAside(`${line}\n`);
}

function portNumber(text: string): number {
  const port = Number(text);
  const last = 65_535 - GALLERY_PORT_OFFSET;
  if (/^\d+$/.test(text) && port >= 1 && port <= last) return port;
  throw new InvalidArgumentError(`a port is a whole number from 1 to ${last}`);
}
