import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matchpoint-overlay-'));
});
afterEach(() => rm(dir, { recursive: true }));

async function write(path: string, content: unknown): Promise<void> {
  const file = join(dir, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content));
}

const MODEL = { key: 'own-model', label: 'Own Model', raw: ['own'], aliases: [] };
const GPU = { key: 'h20', label: 'H20', vendor: 'NVIDIA', architecture: 'Hopper' };

function sweep(spec: string, changes: object = {}) {
  const point = (interactivity: number, throughput: number) => ({
    interactivity,
    throughput,
    source: 0,
  });
  return {
    hardware: 'h20',
    precision: 'fp8',
    specMethod: spec,
    workload: '1k1k',
    interactivityBasis: 'median-tpot',
    basis: 'measured',
    run: '123',
    sources: [{}],
    points: [point(20, 400), point(60, 100)],
    ...changes,
  };
}

const PRESET = {
  id: 'own-model/h20-fp8-1k1k/mtp-vs-off',
  old: [],
  basis: 'measured',
  matched: {},
  targets: [30],
};
const RATES = {
  id: 'own-2026',
  asOf: '2099-12', // after those that ship, which stand before it
  source: 'ours',
  hardware: { h20: { powerKw: 1.1, usdPerGpuHour: { hyperscaler: 2 } } },
};

async function writeAll(): Promise<void> {
  await write('models.json', [MODEL]);
  await write('vocabulary.json', { hardware: [GPU], aliases: { hardware: { h20x: 'h20' } } });
  await write('sweeps/own.json', { model: 'own-model', sweeps: [sweep('mtp'), sweep('off')] });
  await write('presets.json', [PRESET]);
  await write('rates/own-2026.json', RATES);
  await write('known-issues.json', [
    { run: '123', effect: 'warn', reason: 'a trial', url: null, only: { specMethod: 'mtp' } },
  ]);
  await write('matchpoint.import.json', { hardware: 'h20' });
}

test('a directory of own data lies over the shipped ones', async () => {
  await writeAll();
  const shipped = await loadData([]);
  const data = await loadData([dir]);
  expect(data.models).toHaveLength(shipped.models.length + 1);
  expect(data.vocabulary.hardware.at(-1)).toEqual(GPU);
  expect(data.aliases.hardware['h20x']).toBe('h20');
  expect(data.presets).toHaveLength(shipped.presets.length + 1);
  expect(data.knownIssues).toHaveLength(shipped.knownIssues.length + 1);
  expect(data.rates.map(({ id }) => id)).toEqual([
    ...shipped.rates.map(({ id }) => id),
    'own-2026',
  ]);
  expect(data.sweeps).toHaveLength(shipped.sweeps.length + 2);
});

test('an alias that is there already means what the directory says', async () => {
  await writeAll();
  const [alias] = Object.keys((await loadData([])).aliases.hardware);
  await write('vocabulary.json', { hardware: [GPU], aliases: { hardware: { [alias!]: 'h20' } } });
  expect((await loadData([dir])).aliases.hardware[alias!]).toBe('h20');
});

test('an entry of a key that is there takes its place', async () => {
  const shipped = await loadData([]);
  const label = 'H100 of ours';
  const [gpu] = shipped.vocabulary.hardware;
  await write('vocabulary.json', { hardware: [{ ...gpu, label }] });
  const { vocabulary } = await loadData([dir]);
  expect(vocabulary.hardware).toHaveLength(shipped.vocabulary.hardware.length);
  expect(vocabulary.hardware[0]).toEqual({ ...gpu, label });
});

describe('alone', () => {
  test('only its sweeps, presets, known issues and models are left', async () => {
    await writeAll();
    const data = await loadData([dir], { isOnly: true });
    expect(data.models.map(({ key }) => key)).toEqual(['own-model']);
    expect(data.presets.map(({ id }) => id)).toEqual([PRESET.id]);
    expect(data.knownIssues).toHaveLength(1);
    expect(data.sweeps).toHaveLength(2);
    const { manifest } = buildRelease(data);
    expect(manifest.catalog.models.map(({ key }) => key)).toEqual(['own-model']);
  });

  test('a model that the shipped data name may have sweeps', async () => {
    const hardware = { hardware: 'h100' };
    const sweeps = [sweep('mtp', hardware), sweep('off', hardware)];
    await write('deepseek-r1.json', { model: 'deepseek-r1', sweeps });
    const { models } = await loadData([dir], { isOnly: true });
    expect(models.map(({ key }) => key)).toEqual(['deepseek-r1']);
  });
});

test('what is wrong is said with the directory as it was given', async () => {
  await write('vocabulary.json', { hardware: [{ key: 'h20' }], hardwear: [] });
  const said = await loadData([dir]).catch((error: Error) => error.message);
  expect(said).toContain(`${dir}/vocabulary.json: hardware[0].label: absent`);
  expect(said).toContain('hardwear');
});
