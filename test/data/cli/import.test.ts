import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addImport } from '../../../data/cli/import.ts';
import { FORMATS } from '../../../data/import/formats/formats.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { comparisonReader } from '../../../data/release/comparison.ts';
import { loadData } from '../../../data/load/load.ts';
import { TOOL_RESULTS } from '../import/tool-results.ts';
import { printedBy } from './printed-by.ts';

const RESULT = JSON.parse(TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!.text) as Record<
  string,
  number
>;

let place = '';
let out = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-import-'));
  out = join(place, 'imported');
});
afterEach(() => rm(place, { recursive: true }));

/** Writes a result of a model that is not known, at a concurrency. */
async function result(path: string, concurrency: number, changes: object = {}): Promise<void> {
  const file = join(place, 'results', path);
  await mkdir(dirname(file), { recursive: true });
  const content = {
    ...RESULT,
    model_id: 'example/New-Model-8B',
    max_concurrency: concurrency,
    total_token_throughput: 200 * concurrency,
    output_throughput: 100 * concurrency,
    median_tpot_ms: 10 + concurrency,
    ...changes,
  };
  await writeFile(file, JSON.stringify(content));
}

/** What the command says. @throws Error as the command does, with what it said before */
async function runImport(...options: readonly string[]): Promise<string> {
  const program = new Command();
  addImport(program);
  const line = ['import', join(place, 'results'), '--out', out, ...options];
  const { said, error } = await printedBy(() => program.parseAsync(line, { from: 'user' }));
  if (error === null) return said;
  throw new Error(`${said}\n${error instanceof Error ? error.message : ''}`, { cause: error });
}

const FACTS = ['hardware=h100', 'gpus=1', 'precision=fp8', 'engine=vllm', 'deployment=single-node'];
const SET = FACTS.flatMap((fact) => ['--set', fact]);

test('the help names every format that is read', () => {
  const program = new Command();
  const help: string[] = [];
  addImport(program);
  const [command] = program.commands;
  command!.configureOutput({ writeOut: (text) => help.push(text) }).outputHelp();
  const unnamed = FORMATS.filter(
    ({ name, looksLike }) => !help.join('').includes(`${name}: ${looksLike}`),
  );
  expect(unnamed).toEqual([]);
});

test('a result of a day to come is refused by the clock', async () => {
  await result('1.json', 1, { date: '29990101-000000' });
  const said = await runImport(...SET, '--add').catch((error: Error) => error.message);
  expect(said).toContain('future-date (2999-01-01)');
  expect(said).toContain('nothing was written');
});

test('a folder of which nothing is known is refused once, with all that is needed', async () => {
  for (const concurrency of [1, 2, 4, 8, 16, 32]) await result(`${concurrency}.json`, concurrency);
  const said = await runImport().catch((error: Error) => error.message);
  expect(said).toContain(
    'hardware, precision, gpus: by 6 files (1.json, 16.json, 2.json and 3 more)',
  );
  expect(said).toMatch(
    /--set 'hardware=<h100\|.*>' --set 'precision=<.*fp8.*>' --set 'gpus=<count>'\n/,
  );
  expect(said).toMatch(/engine, spec, deployment: by 6 files/);
  expect(said).toContain('"key":"new-model-8b"');
  expect(said.match(/missing-field/g)).toHaveLength(1); // the sum, not each file
  expect(said).toContain('nothing was written');
});

test('speculation on and off, by folder, become the comparison that is named at the end', async () => {
  for (const concurrency of [1, 2, 4, 8]) {
    await result(`mtp/${concurrency}.json`, concurrency, { spec_decode_num_drafts: 7 });
    await result(`off/${concurrency}.json`, concurrency, { median_tpot_ms: 20 + concurrency });
  }
  const said = await runImport(...SET, '--from-path', '{spec}/*', '--add');
  expect(said).toContain(
    `next\n  npm start -- --data ${out} --only\n  http://localhost:8787/compare/new-model-8b/h100-fp8-vllm-single-node-1k1k/mtp-vs-off\n`,
  );
  const { sweeps, models } = await loadData([out], { isOnly: true });
  expect(models.map(({ key }) => key)).toEqual(['new-model-8b']);
  expect(sweeps.map(({ key, points }) => [key.specMethod, points.length])).toEqual([
    ['mtp', 4],
    ['off', 4],
  ]);
});

test.each([
  { spec_decode_num_drafts: 7 },
  { spec_decode_acceptance_rate: 62.1 },
  { spec_decode_acceptance_length: 2.4 },
])(
  'a server that speculated is asked how, and not taken for one that did not: %o',
  async (says) => {
    await result('1.json', 1, says);
    for (const off of [[], ['--set', 'spec=off']]) {
      const said = await runImport(...SET, ...off, '--add').catch((error: Error) => error.message);
      expect(said).toMatch(/spec: by 1 file \(1\.json\)\n {4}its server speculated/);
    }
  },
);

test('what may be two things at one load is named, before it becomes one median', async () => {
  for (const concurrency of [1, 2]) {
    await result(`eagle/${concurrency}.json`, concurrency, {
      total_token_throughput: 420 * concurrency,
    });
    await result(`plain/${concurrency}.json`, concurrency);
  }
  await result('plain/again.json', 2, { total_token_throughput: 410 }); // as repeats differ
  const said = await runImport(...SET, '--add');
  expect(said).toContain(
    'far apart\n  2 loads, by up to 2.10x (plain/1.json and eagle/1.json)\n  each becomes one median',
  );
  await rm(out, { recursive: true });
  const told = await runImport(...SET, '--add', '--from-path', '{spec}/*', '--set', 'spec=mtp');
  expect(told).not.toContain('far apart');
});

test.each([
  [['--set', 'hardware=h200'], 'hardware was given before, as "h100"; say it once'],
  [['--label', 'a', '--label', 'b'], 'it was given before, as "a"; say it once'],
  [['--from-path', '{spec}/*', '--from-path', '{engine}/*'], 'it was given before, as "{spec}/*"'],
  [['--map', 'a=conc', '--map', 'a=isl'], 'a was given before, as "conc"; say it once'],
])('what is said twice, and otherwise, is refused: %j', async (options, says) => {
  await result('1.json', 1);
  const exits: string[] = [];
  const program = new Command().exitOverride().configureOutput({ writeErr: (t) => exits.push(t) });
  addImport(program);
  program.commands[0]!.exitOverride().configureOutput({ writeErr: (text) => exits.push(text) });
  const line = ['import', join(place, 'results'), '--out', out, ...SET, ...options];
  await expect(program.parseAsync(line, { from: 'user' })).rejects.toThrow(says);
});

test('what --add adds is named, a mistyped GPU too', async () => {
  await result('1.json', 1);
  const mistyped = SET.map((argument) => argument.replace('h100', 'h10O'));
  expect(await runImport(...mistyped, '--add')).toMatch(
    /: 2 entries \(h10o, example\/new-model-8b\)\n/,
  );
});

test('what is said twice alike is said once', async () => {
  await result('1.json', 1);
  expect(await runImport(...SET, ...SET, '--add')).toContain('1 accepted');
});

test('files that a pattern does not fit are named', async () => {
  await result('mtp/1.json', 1);
  await result('2.json', 2);
  expect(await runImport(...SET, '--add', '--from-path', '{spec}/*')).toContain(
    "--from-path '{spec}/*' fits all but 1 of 2 files with results, and says nothing of these\n  2.json\n",
  );
});

test('a pattern for paths needs a folder to begin in', async () => {
  await result('mtp/1.json', 1);
  const program = new Command();
  addImport(program);
  const file = join(place, 'results', 'mtp', '1.json');
  const line = ['import', file, '--out', out, ...SET, '--from-path', '{spec}/*'];
  await expect(program.parseAsync(line, { from: 'user' })).rejects.toThrow(
    'name the folder, not the files in it',
  );
});

test('runs before and after a change are imported under labels and compared by these', async () => {
  for (const concurrency of [1, 2, 4, 8]) await result(`${concurrency}.json`, concurrency);
  await runImport(...SET, '--add', '--label', 'before');
  for (const concurrency of [1, 2, 4, 8]) {
    const faster = { total_token_throughput: 224 * concurrency };
    await result(`${concurrency}.json`, concurrency, { ...faster, date: '20260310-101112' });
  }
  const said = await runImport(...SET, '--label', 'after');
  const id = 'new-model-8b/h100-fp8-vllm-single-node-1k1k/~before-vs-~after';
  expect(said).toContain(`/compare/${id}\n`);

  const release = buildRelease(await loadData([out], { isOnly: true }));
  const comparison = comparisonReader(release, '2026-03-11T00:00:00Z')(id);
  expect(comparison!.sides.map(({ date }) => date)).toEqual(['2026-03-04', '2026-03-10']);
  for (const { sides } of comparison!.values) {
    const [before, after] = sides.map(({ throughput }) => throughput);
    expect(after! / before!).toBeCloseTo(1.12, 9);
  }
});

describe('a second import into one directory', () => {
  test('adds models, sweeps and points', async () => {
    await result('a.json', 1);
    await runImport(...SET, '--add');
    await rm(join(place, 'results'), { recursive: true });
    await result('b.json', 2);
    await result('c.json', 2, { model_id: 'example/Other' });
    const said = await runImport(...SET, '--set', 'spec=off', '--add');
    expect(said).toContain('kept 1 sweep that was there');
    await rm(join(place, 'results'), { recursive: true });
    await result('d.json', 4);
    await runImport(...SET, '--set', 'spec=off');
    expect((await readdir(out)).toSorted()).toEqual([
      'models.json',
      'new-model-8b.json',
      'other.json',
    ]);
    const { sweeps } = await loadData([out], { isOnly: true });
    const found = sweeps.map(({ key, points }) => [
      key.model,
      key.specMethod,
      points.map(({ concurrency }) => concurrency),
    ]);
    expect(found).toEqual([
      ['new-model-8b', null, [1]],
      ['new-model-8b', 'off', [4, 2]],
      ['other', 'off', [2]],
    ]);
  });

  test('of the same files changes nothing', async () => {
    await result('a.json', 1);
    await runImport(...SET, '--add');
    const text = await readFile(join(out, 'new-model-8b.json'), 'utf8');
    await runImport(...SET);
    expect(await readFile(join(out, 'new-model-8b.json'), 'utf8')).toBe(text);
    await expect(runImport(...SET, '--check')).resolves.toContain('as this import would write it');
  });

  test('with other values for the same is refused, and replaces them where that is said', async () => {
    await result('a.json', 1);
    await runImport(...SET, '--add');
    const corrected = SET.map((argument) => argument.replace('gpus=1', 'gpus=2'));
    await expect(runImport(...corrected)).rejects.toThrow(
      /other values for 1 sweep of.*--replace takes those of this import, --label keeps both$/,
    );
    await runImport(...corrected, '--replace');
    const { sweeps } = await loadData([out], { isOnly: true });
    expect(sweeps.map(({ points }) => points.map(({ throughput }) => throughput))).toEqual([[100]]);
  });

  test('says which points of others go with what is replaced, before and after', async () => {
    for (const concurrency of [1, 2, 4]) await result(`${concurrency}.json`, concurrency);
    await runImport(...SET, '--add');
    await rm(join(place, 'results', '1.json'));
    const corrected = SET.map((argument) => argument.replace('gpus=1', 'gpus=2'));
    const sweep = 'new-model-8b 1k1k h100 fp8 - vllm single-node median-tpot - measured 2026-03-04';
    const dropped = `1 point of concurrencies that this import lacks (${sweep}: 1)`;
    await expect(runImport(...corrected)).rejects.toThrow(`and drops ${dropped}, --label`);
    expect(await runImport(...corrected, '--replace')).toContain(`warning: dropped ${dropped}\n`);
    const { sweeps } = await loadData([out], { isOnly: true });
    expect(sweeps[0]!.points.map(({ concurrency }) => concurrency)).toEqual([4, 2]);
  });
});
