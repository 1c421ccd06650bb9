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

describe('nothing is skipped', () => {
  test('every page with throughput has figures, a preset and a recorded difference', () => {
    const pages = [...byPage.keys()].toSorted();
    expect(pages).toHaveLength(75); // the 76 pages but the one that shows cost only
    expect(presets.flatMap(({ old }) => old).toSorted()).toEqual(pages);
    expect(recorded.map(({ page }) => page).toSorted()).toEqual(pages);
  });

  test('two sides at three targets each, but for the page whose band is one point', () => {
    const others = [...byPage].filter(([, own]) => own.length !== 6);
    expect(others.map(([page, own]) => [page, own.length])).toEqual([
      ['/compare-precision/deepseek-v4-mi355x-fp4-vs-fp8', 2],
    ]);
  });

  test('each preset compares the sides of its page, at its targets', () => {
    for (const { id, old, matched, targets } of presets) {
      const { shared, sides } = addressOf(id);
      const wanted = sides.map((side) => sideText({ ...matched, ...shared, ...side }));
      const own = byPage.get(old[0]!) ?? [];
      expect([...new Set(own.map(({ side }) => side))].toSorted(), id).toEqual(wanted.toSorted());
      const at = new Set(own.map(({ point }) => point.interactivity));
      expect(
        [...at].toSorted((a, b) => a - b),
        id,
      ).toEqual(targets);
    }
  });

  test('every figure has a printed cost, 166 a printed tok/s/MW', () => {
    expect(figures).toHaveLength(446);
    expect(figures.filter(({ cost }) => cost.difference !== null)).toHaveLength(446);
    const perMw = figures.filter(({ throughputPerMw }) => throughputPerMw.difference !== null);
    expect(perMw).toHaveLength(166);
  });
});

describe('derived from our throughput, the printed figures come out', () => {
  test.each(recorded)('$page: cost within $cost ($reason)', ({ page, cost, throughputPerMw }) => {
    const own = byPage.get(page) ?? [];
    const worstCost = largest(own.map((figure) => figure.cost.difference));
    expect(worstCost).toBeLessThanOrEqual(cost);
    expect(worstCost).toBeGreaterThan(cost - 0.0011); // the record is no looser than it says
    const worstPerMw = largest(own.map((figure) => figure.throughputPerMw.difference));
    if (throughputPerMw === null) expect(worstPerMw).toBeNull();
    else expect(worstPerMw).toBeLessThanOrEqual(throughputPerMw);
  });

  test('the report, page by page', () => {
    const lines = recorded.map(({ page, worst }) => {
      const own = byPage.get(page) ?? [];
      const cost = percent(largest(own.map((figure) => figure.cost.difference)));
      const perMw = percent(largest(own.map((figure) => figure.throughputPerMw.difference)));
      return `${cost} ${perMw}  ${page}  ${worst}`;
    });
    console.log(['cost    tok/s/MW  page  worst cost', ...lines].join('\n'));
    expect(lines).toHaveLength(75);
  });

  // throughput is printed to 0.1 tok/s/GPU, power is known to 0.01 kW
  test('tok/s/MW differs by rounding only', () => {
    const differences = figures.map(({ throughputPerMw }) => throughputPerMw.difference);
    expect(largest(differences)).toBeLessThan(0.002);
    const exact = figures.filter(({ point }) => point.throughput >= 1000);
    expect(largest(exact.map((f) => f.throughputPerMw.difference))).toBeLessThan(0.00005);
  });

  test('the differences in cost, over all figures', () => {
    const share = (rounded: boolean, limit: number) => {
      const own = figures.filter(({ point }) => point.rounded === rounded);
      const within = own.filter(({ cost }) => cost.difference! <= limit);
      return `${within.length} of ${own.length}`;
    };
    expect({
      'tables, within 1 %': share(false, 0.01),
      'tables, within 5 %': share(false, 0.05),
      'prose, within 1 %': share(true, 0.01),
      'prose, within 5 %': share(true, 0.05),
    }).toMatchInlineSnapshot(`
      {
        "prose, within 1 %": "129 of 254",
        "prose, within 5 %": "231 of 254",
        "tables, within 1 %": "123 of 192",
        "tables, within 5 %": "188 of 192",
      }
    `);
  });
});

describe('the reference page: Qwen 3.5 on B300 FP4, MTP against Off', () => {
  const page = byPage.get('/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none') ?? [];

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

function percent(difference: number | null): string {
  return (difference === null ? '—' : `${(difference * 100).toFixed(3)} %`).padEnd(8);
}

function addressOf(id: string): Address {
  const parsed = parseAddress(id, dataSet);
  if ('problem' in parsed) throw new Error(`${id}: ${parsed.problem.rule}`);
  return parsed.value;
}
