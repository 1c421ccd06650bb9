import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { RUNS_ENV } from './generated-runs-env.ts';
import { loadText, mixedLoad } from './mixed-load.ts';

/** What `npm test` tries a little of, for as long as one likes: `npm run fuzz`, `chaos`, `load`. */

const root = fileURLToPath(new URL('..', import.meta.url));

interface Tried {
  readonly project: 'worker' | 'node';
  readonly file: string;
  /** of the tests in that file */
  readonly name: string;
}

const FUZZ: readonly Tried[] = [{ project: 'worker', file: 'worker/fuzz', name: 'any' }];
const CHAOS: readonly Tried[] = [
  { project: 'worker', file: 'worker/store', name: 'any interleaving' },
  { project: 'node', file: 'data/publish/prune-interleavings', name: 'in random order' },
];

interface Asked {
  readonly seed: number;
  readonly count: number;
  readonly path?: string;
}

const program = new Command('npm run');
generated(
  'fuzz',
  'Send requests that nobody would, and see that each gets an answer.',
  FUZZ,
  25_000,
);
generated(
  'chaos',
  'Let KV fail, hang and be written in any order, and read meanwhile.',
  CHAOS,
  5000,
);
program
  .command('load')
  .description('Ask a Worker for everything at once, for a while.')
  .option('--seconds <n>', 'how long', whole, 60)
  .option('--lanes <n>', 'requests at a time', whole, 16)
  .option('--seed <n>', 'of the order of the requests', whole, randomInt(2 ** 31))
  .action(async (asked: { seconds: number; lanes: number; seed: number }) => {
    console.log(`load: seed ${asked.seed}, ${asked.seconds} s, ${asked.lanes} requests at a time`);
    const load = await mixedLoad(asked);
    console.log(loadText(load));
    process.exitCode = load.wrong.length > 0 ? 1 : 0;
  });
await program.parseAsync();

/** A command that tries properties with a seed and so many cases each. */
function generated(
  name: string,
  description: string,
  tried: readonly Tried[],
  count: number,
): void {
  program
    .command(name)
    .description(description)
    .option('--seed <n>', 'where the cases come from; the same seed, the same cases', whole)
    .option('--count <n>', 'cases of each property', whole, count)
    .option('--path <path>', 'the one case that failed, as its failure names it')
    .addHelpText('after', `\nExample:\n  npm run ${name} -- --seed 7 --count 1000`)
    .action((asked: Partial<Asked>) => {
      const all: Asked = { count, ...asked, seed: asked.seed ?? randomInt(2 ** 31) };
      console.log(`${name}: seed ${all.seed}, ${all.count} cases of each property`);
      const started = performance.now();
      const failed = tried.filter((one) => !passes(one, all));
      const seconds = Math.round((performance.now() - started) / 1000);
      console.log(
        failed.length === 0
          ? `${name}: nothing found in ${seconds} s, seed ${all.seed}`
          : `${name}: found something, see above; again: npm run ${name} -- --seed ${all.seed} --path <path of the failure>`,
      );
      process.exitCode = failed.length > 0 ? 1 : 0;
    });
}

function passes({ project, file, name }: Tried, { seed, count, path }: Asked): boolean {
  const asked = {
    [RUNS_ENV.seed]: String(seed),
    [RUNS_ENV.count]: String(count),
    ...(path !== undefined && { [RUNS_ENV.path]: path }),
  };
  const line =
    `vitest run --config test/vitest.config.ts --project ${project} test/${file}.test.ts ` +
    `-t "${name}" --disable-console-intercept`;
  const options = { cwd: root, stdio: 'inherit', shell: true } as const;
  return spawnSync(line, { ...options, env: { ...process.env, ...asked } }).status === 0;
}

function whole(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number');
  return Number(text);
}
