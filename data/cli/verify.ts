import type { Command } from 'commander';
import type { Pointer, ReleaseRef } from '../../src/core/release.ts';
import type { Damage } from '../publish/parts.ts';
import { requirePointer } from '../publish/pointer.ts';
import { verifyRelease, verifyScripts } from '../publish/verify.ts';
import { repairAdvice } from '../kv/checked-values.ts';
import { startProgress } from './progress.ts';
import { withKv, withPlace } from './options.ts';
import type { PlaceOptions } from './options.ts';
import { print } from './terminal.ts';

interface VerifyCommandOptions extends PlaceOptions {
  readonly all?: boolean;
}

/** Damages that are named one by one. */
const NAMED = 20;

const EXAMPLES = `
Every value is read and compared with the hash that it is named by. Ends with exit code 1 if any is
lost or damaged, and says what to do.

Examples:
  npm run data -- verify --remote
  npm run data -- verify 9f2c41d07a3e --remote
  npm run data -- verify --all --remote`;

/** `verify`: whether KV holds the whole of a release. */
export function addVerify(program: Command): void {
  withPlace(program.command('verify'))
    .description('compare every value of a release in KV with its hash')
    .argument('[release]', 'id of a live release; the current one without it')
    .option('--all', 'every live release')
    .addHelpText('after', EXAMPLES)
    .action(runVerify);
}

async function runVerify(
  release: string | undefined,
  options: VerifyCommandOptions,
): Promise<void> {
  const isWhole = await withKv(options, async (kv) => {
    const { pointer } = await requirePointer(kv);
    const results = [];
    for (const ref of chosenReleases(pointer, release, options.all === true)) {
      results.push({
        name: `Release ${ref.id}`,
        ...(await verifyRelease(kv, ref, progress(ref.id))),
      });
    }
    const scripts = await verifyScripts(kv, pointer, progress('the element scripts'));
    results.push({ name: 'What was published of element scripts', ...scripts });
    for (const { name, values, damages } of results) {
      print(verifiedText(name, values, damages));
    }
    const damaged = results.filter(({ damages }) => damages.length > 0);
    if (damaged.length > 0) {
      print(`With the data (--data) of the release that should be current, ${repairAdvice(kv)}\n`);
    }
    return damaged.length === 0;
  });
  if (!isWhole) process.exitCode = 1;
}

function chosenReleases(
  pointer: Pointer,
  release: string | undefined,
  isAll: boolean,
): readonly ReleaseRef[] {
  const live = pointer.releases.filter(({ state }) => state === 'live');
  if (isAll) return live;
  const id = release ?? pointer.release;
  const ref = live.find((one) => one.id === id);
  if (ref !== undefined) return [ref];
  throw new Error(
    `release "${id}" is not live; live ones: ${live.map((one) => one.id).join(', ')}`,
  );
}

function progress(name: string): (done: number, total: number) => void {
  const shown = startProgress(`Verifying ${name}`, 'values');
  return (done, total) => {
    shown.update(done, total);
    if (done === total) shown.end(`${total} values`);
  };
}

/**
 * A line that says whether all is whole, and one for each lost or damaged value up to {@link NAMED}.
 *
 * @param values - how many were looked at
 */
export function verifiedText(name: string, values: number, damages: readonly Damage[]): string {
  if (damages.length === 0) {
    return `${name} is whole: ${values} values, each with the content that its hash promises\n`;
  }
  const lines = damages
    .slice(0, NAMED)
    .map(({ part, problem }) => `  ${part.name} (${part.key}) ${problem}\n`);
  const more = damages.length > NAMED ? `  and ${damages.length - NAMED} more\n` : '';
  return `${name} is not whole, ${damages.length} of ${values} values are lost or damaged:\n${lines.join('')}${more}`;
}
