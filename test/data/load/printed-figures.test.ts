import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { offPrinted } from '../../../data/load/printed-figures.ts';
import { DATA_DIR } from '../../../data/project-paths.ts';
import type { RateCard } from '../../../src/core/vocabulary.ts';
import type { FilePoint, SweepFile } from '../../../src/schema/sweep-file.ts';
import { POINT, VALID, publishedSweep } from './valid-data-set.ts';

type Printed = FilePoint['printed'];
const CARD = VALID.rates[0]!;

// 1000 tok/s/GPU at $3.6 an hour and 2 kW: $1 per million tokens, 500,000 tok/s/MW
const RATES = [
  { ...CARD, hardware: { x1: { powerKw: 2, usdPerGpuHour: { hyperscaler: 3.6, neocloud: 1 } } } },
];

function found(printed: Printed, rates: string | null = CARD.id, hardware = 'x1') {
  const { key, ...head } = publishedSweep(hardware);
  const points = [{ ...POINT, throughput: 1000, printed }];
  const content = { model: key.model, sweeps: [{ ...key, ...head, rates, points }] };
  return offPrinted([{ file: 'ant.json', content, isShipped: false }], RATES);
}

const both = (costPerMillionTokens: number | null, throughputPerMw: number | null) => ({
  costPerMillionTokens,
  throughputPerMw,
});

test.each([
  ['nothing is printed', undefined],
  ['as printed', both(1, 500_000)],
  ['a cost that was drawn as a curve of its own', both(2.9, null)],
  ['a cost below by as much', both(0.34, null)],
  ['rounding', both(1, 504_900)],
])('in order: %s', (_, printed) => {
  expect(found(printed)).toEqual([]);
});

test.each([
  { printed: both(3.1, null), rule: 'it makes 1 $ per million tokens, and 3.1 is printed' },
  { printed: both(0.3, null), rule: 'it makes 1 $ per million tokens, and 0.3 is printed' },
  { printed: both(1, 506_000), rule: 'it makes 500000 tok/s/MW, and 506000 is printed' },
  { printed: both(null, 490_000), rule: 'it makes 500000 tok/s/MW, and 490000 is printed' },
])('mistyped: $rule', ({ printed, rule }) => {
  expect(found(printed)).toMatchObject([
    { file: 'ant.json', path: 'sweeps[0].points[0].throughput', value: '1000' },
  ]);
  expect(found(printed)[0]!.rule).toContain(rule);
});

test('without the card or the price nothing is said', () => {
  expect(found(both(9, 9), null)).toEqual([]);
  expect(found(both(9, 9), 'other')).toEqual([]);
  expect(found(both(9, 9), CARD.id, 'x2')).toEqual([]);
});

test('loading refuses it, and leaves shipped figures alone where a card of the same id has other prices', async () => {
  const place = await mkdtemp(join(tmpdir(), 'matchpoint-printed-'));
  const shipped = async <T>(name: string) =>
    JSON.parse(await readFile(join(DATA_DIR, name), 'utf8')) as T;
  try {
    const card = await shipped<RateCard>('rates/2025-08.json');
    const hardware = Object.fromEntries(
      Object.keys(card.hardware).map((key) => [
        key,
        { powerKw: 1, usdPerGpuHour: { hyperscaler: 40 } },
      ]),
    );
    await mkdir(join(place, 'rates'));
    await writeFile(join(place, 'rates', '2025-08.json'), JSON.stringify({ ...card, hardware }));
    expect((await loadData([place])).sweeps.length).toBeGreaterThan(0);

    const { model, sweeps } = await shipped<SweepFile>('sweeps/qwen-3-5.json');
    const { points, ...head } = sweeps.find(({ basis }) => basis === 'published')!;
    const typed = points.map((point) => ({ ...point, throughput: point.throughput * 10 }));
    const mistyped = { ...head, run: 'mine', label: 'mine', points: typed };
    await writeFile(join(place, 'own.json'), JSON.stringify({ model, sweeps: [mistyped] }));
    await expect(loadData([place])).rejects.toThrow(
      /own\.json: sweeps\[0\]\.points\[0\]\.throughput: .* is printed beside it: correct the one that is mistyped/,
    );
  } finally {
    await rm(place, { recursive: true });
  }
});
