import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { parseAddress } from '../../../src/core/address.ts';
import type { Address } from '../../../src/core/address.ts';
import { sweepFileSchema } from '../../../src/schema/sweep-file.ts';
import { largest, publishedFigures, sideText } from './published-figures.ts';

/**
 * Truth: what the pages printed. Each page's largest difference is recorded with the cell and the
 * reason in test/truth/published-differences.json, rounded up: to 0.1 % for cost, 0.001 % for tok/s/MW.
 */
import recorded from '../../truth/published-differences.json' with { type: 'json' };

const SWEEPS = new URL('../../../data/sweeps/', import.meta.url);
const names = (await readdir(SWEEPS)).filter((name) => name.endsWith('.json'));
const files = await Promise.all(
  names.map(async (name) =>
    sweepFileSchema.parse(JSON.parse(await readFile(new URL(name, SWEEPS), 'utf8'))),
  ),
);
const dataSet = await loadData([]);
const { rates, presets } = dataSet;
const figures = publishedFigures(
  files,
  rates.find(({ id }) => id === '2025-08')!,
);
const byPage = Map.groupBy(figures, ({ page }) => page);

const pages = [...byPage.keys()].toSorted();

describe('nothing is skipped', () => {
  test('every page with figures has a preset and a recorded difference', () => {
    const lacks = (has: readonly string[]) => pages.filter((page) => !has.includes(page));
    expect(lacks(presets.flatMap(({ old }) => old))).toEqual([]);
    expect(lacks(recorded.map(({ page }) => page))).toEqual([]);
  });

  test.each(pages)('%s: its preset compares its sides, each at each of its targets', (page) => {
    const { id, matched, targets } = presets.find(({ old }) => old.includes(page))!;
    const { shared, sides } = addressOf(id);
    const wanted = sides.flatMap((side) =>
      targets.map((at) => `${sideText({ ...matched, ...shared, ...side })} at ${at}`),
    );
    const own = byPage.get(page)!.map(({ side, point }) => `${side} at ${point.interactivity}`);
    expect(own.toSorted()).toEqual(wanted.toSorted());
  });

  test('every figure has a printed cost', () => {
    const without = figures.filter(({ cost }) => cost.printed === null);
    expect(without.map(({ page, side }) => `${page} ${side}`)).toEqual([]);
  });
});

describe('derived from our throughput, the printed figures come out', () => {
  const checked = recorded.filter(({ page }) => byPage.has(page));
  test.each(checked)('$page: cost within $cost ($reason)', ({ page, cost, throughputPerMw }) => {
    const own = byPage.get(page)!;
    const worstCost = largest(own.map((figure) => figure.cost.difference));
    expect(worstCost).toBeLessThanOrEqual(cost);
    expect(worstCost).toBeGreaterThan(cost - 0.0011); // the record is no looser than it says
    const worstPerMw = largest(own.map((figure) => figure.throughputPerMw.difference));
    if (throughputPerMw === null) expect(worstPerMw).toBeNull();
    else expect(worstPerMw).toBeLessThanOrEqual(throughputPerMw);
  });

  // throughput is printed to 0.1 tok/s/GPU, power is known to 0.01 kW
  test('tok/s/MW differs by rounding only', () => {
    const differences = figures.map(({ throughputPerMw }) => throughputPerMw.difference);
    expect(largest(differences) ?? 0).toBeLessThan(0.002);
    const exact = figures.filter(({ point }) => point.throughput >= 1000);
    expect(largest(exact.map((f) => f.throughputPerMw.difference)) ?? 0).toBeLessThan(0.00005);
  });
});

const page = byPage.get('/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none') ?? [];

describe.skipIf(page.length === 0)('the reference page: Qwen 3.5, B300 FP4, MTP and Off', () => {
  // the page's own table
  test.each([
    { side: 'b300 fp4 mtp 1k1k', at: 93, throughput: 4729.0, concurrency: 64, cost: 0.137 },
    { side: 'b300 fp4 mtp 1k1k', at: 124, throughput: 3193.8, concurrency: 63, cost: 0.205 },
    { side: 'b300 fp4 mtp 1k1k', at: 154, throughput: 2157.6, concurrency: 16, cost: 0.301 },
    { side: 'b300 fp4 off 1k1k', at: 93, throughput: 1583.6, concurrency: 37, cost: 0.414 },
    { side: 'b300 fp4 off 1k1k', at: 124, throughput: 966.3, concurrency: 16, cost: 0.673 },
    { side: 'b300 fp4 off 1k1k', at: 154, throughput: 614.2, concurrency: 8, cost: 1.055 },
  ])('$side at $at tok/s/user', ({ side, at, throughput, concurrency, cost }) => {
    const own = page.filter((f) => f.side === side && f.point.interactivity === at);
    expect(own).toHaveLength(1);
    const figure = own[0]!;
    expect(figure.point).toMatchObject({ throughput, concurrency, rounded: false });
    expect(figure.cost.printed).toBe(cost);
    expect(figure.cost.difference).toBeLessThanOrEqual(0.011);
    expect(figure.throughputPerMw.difference).toBeLessThanOrEqual(0.00004);
  });
});

function addressOf(id: string): Address {
  const parsed = parseAddress(id, dataSet);
  if ('problem' in parsed) throw new Error(`${id}: ${parsed.problem.rule}`);
  return parsed.value;
}
