import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TOOL_RESULTS } from '../import/tool-results.ts';

const RESULT = JSON.parse(TOOL_RESULTS.find(({ name }) => name === 'vLLM 0.9')!.text) as object;
const COMMAND = fileURLToPath(new URL('../../../data/cli/data.ts', import.meta.url));
/** util-linux; another system has a program of that name with other arguments */
const SCRIPT = '/usr/bin/script';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-ask-'));
  for (const [folder, more] of [
    ['mtp', { spec_decode_num_drafts: 7 }],
    ['off', {}],
  ] as const) {
    await mkdir(join(place, 'results', folder), { recursive: true });
    const text = JSON.stringify({ ...RESULT, model_id: 'example/New', ...more });
    await writeFile(join(place, 'results', folder, 'result.json'), text);
  }
});
afterEach(() => rm(place, { recursive: true }));

/** Runs the import at a pseudo terminal and gives an answer each time it asks. */
function importAtTerminal(answers: readonly string[]): Promise<{ said: string; code: number }> {
  const words = [process.execPath, COMMAND, 'import', 'results', '--out', 'out'];
  const child = spawn(SCRIPT, ['-qec', words.map((word) => `'${word}'`).join(' '), '/dev/null'], {
    cwd: place,
  });
  const left = [...answers];
  let said = '';
  let seen = 0;
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.slice(seen).slice(-12).includes('> ')) return; // it may place the cursor after it
      seen = said.length;
      child.stdin.write(`${left.shift() ?? '\u0004'}\n`);
    });
    child.on('close', (code) => resolve({ said, code: code ?? -1 }));
  });
}

const isLinux = process.platform === 'linux' && existsSync(SCRIPT);

test.runIf(isLinux)(
  'at a terminal each missing fact is asked once, kept beside the files, and not asked again',
  async () => {
    const answers = ['h100', 'fp8', 'eight', '8', 'mtp', 'off', 'y'];
    const first = await importAtTerminal(answers);
    expect(first.said).toContain('gpus is "eight"'); // and asked again
    expect(first.said.match(/hardware of 2 files/g)).toHaveLength(1);
    expect(first.said).toContain('hardware of 2 files (the kind of GPU that served): h100, h200,');
    expect(first.said).toContain('gpus of 2 files (how many served the model together)');
    expect(first.said).toContain(
      'spec of 1 file in mtp/, whose server speculated (the way of speculative decoding): mtp, or another',
    );
    expect(first.said).toMatch(/ {2}model: \{"key":"new",/);
    expect(first.said).not.toContain('not added');
    expect(first.code).toBe(0);
    const facts = async (folder: string) =>
      JSON.parse(
        await readFile(join(place, 'results', folder, 'matchpoint.import.json'), 'utf8'),
      ) as unknown;
    expect(await facts('.')).toEqual({ hardware: 'h100', precision: 'fp8', gpus: 8 });
    expect([await facts('mtp'), await facts('off')]).toEqual([{ spec: 'mtp' }, { spec: 'off' }]);
    const again = await importAtTerminal([]);
    expect(again.said).not.toContain('> ');
    expect(again.code).toBe(0);
  },
);

test.runIf(isLinux)(
  'what telemetry saw is shown with the question, and taken when accepted',
  async () => {
    const result = JSON.parse(
      TOOL_RESULTS.find(({ name }) => name === 'AIPerf 1.2, one run')!.text,
    ) as object;
    const gpu = { gpu_name: 'NVIDIA H100 80GB HBM3' };
    const telemetry_data = { endpoints: { node: { gpus: { a: gpu, b: gpu } } } };
    await rm(join(place, 'results'), { recursive: true });
    await mkdir(join(place, 'results'));
    await writeFile(
      join(place, 'results', 'a.json'),
      JSON.stringify({ ...result, telemetry_data }),
    );
    const { said, code } = await importAtTerminal(['y', 'fp8', '4', 'y']);
    expect(said).toMatch(
      /hardware of 1 file .*telemetry saw h100, which need not be what served: y accepts it/,
    );
    expect(said).toContain('telemetry saw 2, which need not be what served');
    expect(code).toBe(0);
    const text = await readFile(join(place, 'results', 'matchpoint.import.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ hardware: 'h100', precision: 'fp8', gpus: 4 });
  },
);

test.runIf(isLinux)('what a mistyped answer would add is called by what it would be', async () => {
  const { said, code } = await importAtTerminal(['h100', '8', '1', 'mtp', 'off', '']);
  expect(said).toMatch(/ {2}precision: \{"key":"8","label":"8"\}/);
  expect(said).toMatch(
    /not added; an answer that was mistyped stands in a matchpoint\.import\.json/,
  );
  expect(code).toBe(1);
});

test('without a terminal nothing is asked, and nothing waits', async () => {
  const child = spawn(process.execPath, [COMMAND, 'import', 'results', '--out', 'out'], {
    cwd: place,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const code = await new Promise((resolve) => child.on('close', resolve)); // its stdin stays open
  expect(code).toBe(1);
  expect(said).not.toContain('> \n');
  expect(said).toContain('needed and not stated');
  expect(existsSync(join(place, 'results', 'matchpoint.import.json'))).toBe(false);
});
