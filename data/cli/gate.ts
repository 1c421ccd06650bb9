import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { beforeAfter, withLabelBefore } from '../gate/before-after.ts';
import { liveRuns } from '../gate/live-runs.ts';
import { ACCESS_VARIABLES } from '../gate/site-credentials.ts';
import { parseThreshold } from '../gate/threshold.ts';
import type { Threshold } from '../gate/threshold.ts';
import { writeSweepFiles } from '../import/files.ts';
import type { DataSet } from '../load/data-set.ts';
import { buildRelease } from '../release/release.ts';
import { writeTo } from '../write-files.ts';
import { chosenData, withData } from './options.ts';
import type { DataOptions } from './options.ts';
import { print } from './terminal.ts';

interface GateCommandOptions extends DataOptions {
  readonly before: string;
  readonly after: string;
  readonly failIf: readonly Threshold[];
  readonly markdown?: string;
  readonly site?: string;
}

/** `gate`: a run after against the one before, with an exit code. */
export function addGate(program: Command): void {
  withData(program.command('gate'))
    .description('compare runs with those before them, and fail where a threshold is passed')
    .argument(
      '[ids...]',
      'comparisons, the run before first; all that --after has when none is given',
    )
    .option('--before <label>', 'label of the runs before; else the newest other run', 'before')
    .option('--after <label>', 'label of the runs to judge', 'after')
    .option('--site <address>', 'take the runs before from a site, which serves them by a release')
    .option('--fail-if <threshold>', 'when to fail (repeatable)', threshold, [])
    .option('--markdown <file>', 'also write verdict and comparisons as Markdown')
    .addHelpText(
      'after',
      `
A threshold is written like "throughput at 60 falls by more than 5 %, decided": of throughput or cost, at one
speed in tok/s/user or without "at" at each target, falls or rises. With "decided" it fails only where the
whole likely range of the change is beyond it, without it by the values alone.
Exit code 1 where a threshold is passed, or cannot be judged.
Runs without a label are those before, of each key the newest. For a private site behind Cloudflare Access
set ${ACCESS_VARIABLES} to a service token: it goes to that site only, over https.

Examples:
  npm run data -- import main/ --label before --out runs
  npm run data -- import branch/ --label after --out runs
  npm run data -- gate --data runs --fail-if "throughput at 60 falls by more than 5 %, decided"
  npm run data -- gate --data runs --site https://host --fail-if "cost rises by more than 5 %"`,
    )
    .action(runGate);
}

async function runGate(ids: readonly string[], options: GateCommandOptions): Promise<void> {
  const { before, after, failIf, markdown, site, ...chosen } = options;
  const own = await chosenData(chosen);
  const data = site === undefined ? own : await withLiveRuns(site, options, own);
  const sweeps = withLabelBefore(data.sweeps, before, after);
  const release = buildRelease({ ...data, sweeps });
  const found = ids.length > 0 ? { ids, alone: [] } : beforeAfter(release.sweeps, before, after);
  if (found.ids.length + found.alone.length === 0) {
    throw new Error(
      `no run is labelled ${after}: import it with --label ${after}, or name comparisons`,
    );
  }
  const now = new Date().toISOString();
  const { gate } = await import('../gate/gate.ts'); // with the Worker, which no other command needs
  const verdict = await gate(release, found.ids, failIf, { now, alone: found.alone });
  if (markdown !== undefined) await writeTo(markdown, verdict.markdown);
  print(`${verdict.lines.join('\n')}\n`);
  if (!verdict.isPassed) process.exitCode = 1;
}

/** The data with what a site serves of the keys that have a run to judge. */
async function withLiveRuns(
  site: string,
  { before, after, data, only }: GateCommandOptions,
  { sweeps }: DataSet,
): Promise<DataSet> {
  const judged = sweeps.filter(({ label }) => label === after);
  const files = await liveRuns(site, judged, before);
  const directory = await mkdtemp(join(tmpdir(), 'matchpoint-live-'));
  try {
    await writeSweepFiles(directory, files);
    const all = [...data, directory];
    return await chosenData({ data: all, ...(only !== undefined && { only }) });
  } finally {
    await rm(directory, { recursive: true });
  }
}

function threshold(text: string, before: readonly Threshold[]): Threshold[] {
  try {
    return [...before, parseThreshold(text)];
  } catch (error) {
    throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error;
  }
}
