import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { dryRunKv } from '../kv/port.ts';
import type { KvPort } from '../kv/port.ts';
import { wranglerKv } from '../kv/wrangler.ts';
import { latestDay } from '../latest-day.ts';
import type { DataSet } from '../load/data-set.ts';
import { loadData } from '../load/load.ts';
import { STATE_DIR } from '../project-paths.ts';

/** The options that name the KV a command works on. */
export interface PlaceOptions {
  readonly local?: boolean;
  readonly remote?: boolean;
  readonly state: string;
}

/** Adds `--local`, `--remote` and `--state` to a command. */
export function withPlace(command: Command): Command {
  return command
    .addOption(new Option('--local', 'the KV that npm start serves').conflicts('remote'))
    .addOption(new Option('--remote', "the account's KV, with wrangler's credentials"))
    .option('--state <dir>', 'directory of the local KV', STATE_DIR);
}

/** The options that name the data a command works on. */
export interface DataOptions {
  readonly data: readonly string[];
  readonly only?: boolean;
}

/** Adds `--data <dir>`, which may be given several times, and `--only`. */
export function withData(command: Command): Command {
  return command
    .option(
      '--data <dir>',
      'a directory of sweeps, names, prices and presets of your own over the shipped ones, e.g. one that import wrote (repeatable)',
      (dir: string, dirs: readonly string[]) => [...dirs, dir],
      [],
    )
    .option('--only', 'leave the shipped sweeps, presets and known issues out');
}

/** The data that the options name. @throws Error for `--only` without a directory, DataError for broken data */
export async function chosenData({ data, only }: DataOptions): Promise<DataSet> {
  if (only === true && data.length === 0) {
    throw new Error('--only leaves the shipped sweeps out: name those to show with --data <dir>');
  }
  return loadData(data, { isOnly: only === true, latestDay: latestDay(new Date()) });
}

/**
 * Does something with the KV that the options name, and closes it afterwards.
 *
 * @param isDryRun - what is written goes nowhere
 * @throws Error where the options name none
 */
export async function withKv<T>(
  { local, remote, state }: PlaceOptions,
  use: (kv: KvPort) => Promise<T>,
  isDryRun = false,
): Promise<T> {
  if (local !== true && remote !== true) {
    throw new Error('which KV: say --local or --remote');
  }
  const kv = remote === true ? await remoteKv() : await localKv(state);
  try {
    return await use(isDryRun ? dryRunKv(kv) : kv);
  } finally {
    await kv.close();
  }
}

// Wrangler takes a second and 200 MB, which commands without a KV do without.

async function remoteKv(): Promise<KvPort> {
  const { requireRemoteTarget } = await import('../kv/remote-target.ts');
  requireRemoteTarget();
  return wranglerKv({ remote: true });
}

async function localKv(state: string): Promise<KvPort> {
  const kv = await import('../kv/local.ts');
  return kv.localKv(state);
}

/** The value of an option that is a whole number of at least 1. @throws InvalidArgumentError for others */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1) return value;
  throw new InvalidArgumentError('a whole number of at least 1 is needed');
}

/** The number of days in an option written like `365d`. @throws InvalidArgumentError for others */
export function days(text: string): number {
  const [, count] = /^(\d+)d$/.exec(text) ?? [];
  if (count !== undefined) return Number(count);
  throw new InvalidArgumentError('days are written like 365d');
}
