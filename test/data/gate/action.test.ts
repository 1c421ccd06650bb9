import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DataSet } from '../../../data/load/data-set.ts';
import { loadData } from '../../../data/load/load.ts';
import { publishableRelease } from '../../../data/release/publishable.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import { TOOL_RESULTS } from '../import/tool-results.ts';

const ACTION = fileURLToPath(new URL('../../../.github/actions/compare', import.meta.url));
const RESULT = JSON.parse(TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!.text) as object;

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly default?: string; readonly required?: true }>
  >;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
interface Step {
  readonly id?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-action-'));
});
afterEach(() => rm(place, { recursive: true }));

/** Four results of a model that is not known, with their throughput by a factor. */
async function results(folder: string, factor: number): Promise<void> {
  await mkdir(join(place, folder), { recursive: true });
  for (const [i, concurrency] of [1, 2, 4, 8].entries()) {
    const content = {
      ...RESULT,
      model_id: 'example/New-Model-8B',
      max_concurrency: concurrency,
      total_token_throughput: 200 * concurrency * factor,
      output_throughput: 100 * concurrency * factor,
      median_tpot_ms: [10, 12.5, 20, 25][i], // 100, 80, 50 and 40 tok/s/user
    };
    await writeFile(join(place, folder, `${concurrency}.json`), JSON.stringify(content));
  }
}

/** What the last step leaves, run as GitHub does: inputs by the environment, results by files. */
async function act(inputs: Readonly<Record<string, string>>) {
  const action = parse(await readFile(join(ACTION, 'action.yml'), 'utf8')) as Action;
  const step = action.runs.steps.at(-1)!;
  const valueOf = (text: string) => {
    const [, name = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(text)!;
    expect(Object.keys(action.inputs)).toContain(name);
    return inputs[name] ?? action.inputs[name]!.default ?? '';
  };
  const env = Object.entries(step.env!).map(([name, text]) => [name, valueOf(text)]);
  const [summary, output] = [join(place, 'summary.md'), join(place, 'output.txt')];
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', step.run], {
    cwd: place, // of the repository that uses it
    env: {
      PATH: process.env['PATH'],
      ...Object.fromEntries(env),
      GITHUB_ACTION_PATH: ACTION,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      RUNNER_TEMP: place,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const status = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  const outputs = Object.fromEntries(
    (await readFile(output, 'utf8').catch(() => ''))
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s, 2)),
  ) as Record<string, string>;
  for (const { value } of Object.values(action.outputs)) {
    expect(value).toMatch(/^\$\{\{ steps\.compare\.outputs\.(comment|data) \}\}$/);
  }
  return { status, said, outputs, summary: await readFile(summary, 'utf8').catch(() => '') };
}

const SET =
  'hardware=h100\ngpus=1\nprecision=fp8\n\nengine=vllm\ndeployment=single-node\nspec=off\n';
const FAIL_IF = 'throughput at 50 falls by more than 5 %, decided\ncost rises by more than 50 %\n';

test('results that are worse fail, with a summary and the body of a comment', async () => {
  await results('main results', 1);
  await results('branch', 0.8);
  const inputs = { results: 'branch', base: 'main results', set: SET, 'fail-if': FAIL_IF };
  const { status, said, outputs, summary } = await act(inputs);
  expect(said.slice(-900)).toContain(
    'beyond the threshold (throughput at 50 falls by more than 5 %, decided)',
  );
  expect(status).toBe(1);
  expect(summary).toContain('**Failed**');
  expect(summary).toContain('before vs after');
  expect(await readFile(outputs['comment']!, 'utf8')).toBe(summary);
});

test('results that are as good pass; a directory of sweeps may hold the runs before', async () => {
  await results('main', 1);
  await results('branch', 0.99);
  const first = await act({ results: 'main', set: SET });
  expect([first.status, first.said]).toEqual([
    0,
    expect.stringContaining('there is no run before'),
  ]);
  const sweeps = join(place, 'published');
  await mkdir(sweeps);
  const text = await readFile(join(first.outputs['data']!, 'new-model-8b.json'), 'utf8');
  await writeFile(join(sweeps, 'new-model-8b.json'), text.replaceAll('after', 'before'));
  const { status, said, summary } = await act({
    results: 'branch',
    data: 'published',
    set: SET,
    'fail-if': FAIL_IF,
  });
  expect(said.slice(-900)).toContain('within the threshold');
  expect(status).toBe(0);
  expect(summary).toContain('**Passed**');
});

test('results that cannot be read fail with the reason, and no verdict', async () => {
  await results('branch', 1);
  const { status, said, summary } = await act({ results: 'branch', 'fail-if': FAIL_IF });
  expect([status, summary]).toEqual([1, '']);
  expect(said).toContain('hardware, precision, gpus');
});

test('the runs before may be those that a site serves', async () => {
  await results('main', 1);
  await results('branch', 0.8);
  const first = await act({ results: 'main', set: SET });
  const data = await loadData([first.outputs['data']!], { isOnly: true });
  // as a nightly import without a label leaves them
  const sweeps = data.sweeps.map((sweep) => ({ ...sweep, label: null, run: sweep.date! }));
  const site = await servedSite({ ...data, sweeps });
  try {
    const inputs = { results: 'branch', set: SET, 'fail-if': FAIL_IF, site: site.origin };
    const { status, said, summary } = await act(inputs);
    expect(said.slice(-900)).toContain('beyond the threshold');
    expect([status, summary]).toEqual([1, expect.stringContaining('**Failed**')]);
    const asked = `${site.origin}/sweeps/new-model-8b/1k1k.json`;
    expect(site.asked).toEqual([asked.slice(site.origin.length)]);
    const pinned = await act({ ...inputs, site: `${site.origin}/?release=0123456789ab` });
    expect(pinned.said).toContain(`${asked}?release=0123456789ab: `);
    expect(pinned.status).toBe(1);
  } finally {
    await site.close();
  }
});

/** A site of these data at a port, with the addresses that it was asked for. */
async function servedSite(data: DataSet) {
  const publishedAt = '2026-11-20T00:00:00.000Z';
  const site = await memorySite(publishableRelease(data), { publishedAt });
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    void site.fetch(url).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, asked, close };
}
