import { expect, test } from 'vitest';
import { leaderOf, savingOf } from '../../src/core/lead.ts';
import { Site } from './site.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

/**
 * The figures of the reference page as printed there (shared reference figures of 2025-08): its
 * throughputs, concurrencies, costs at $2.34 and the ratios and savings that follow.
 */
const FIGURES = [
  { at: 93, mtp: [4729.0, 64, 0.13745], off: [1583.6, 37, 0.41046], ratio: 2.986, saving: 66.5 },
  { at: 124, mtp: [3193.8, 63, 0.20352], off: [966.3, 16, 0.67267], ratio: 3.305, saving: 69.7 },
  { at: 154, mtp: [2157.6, 16, 0.30126], off: [614.2, 8, 1.05829], ratio: 3.513, saving: 71.5 },
];

test('the JSON document has the published figures', async () => {
  const site = new Site();
  const document = await site.document(`${REFERENCE}.json`);
  expect(document.targets).toEqual([93, 124, 154]);
  expect(document.basis).toBe('published');
  expect(document.compared).toEqual(['specMethod']);
  expect(document.matched).toEqual({ workload: '1k1k', framework: null, deployment: null });
  expect(document.sides.map(({ powerKw }) => powerKw)).toEqual([2.17, 2.17]);
  for (const [i, { mtp, off, ratio, saving }] of FIGURES.entries()) {
    const { sides, best } = document.values[i]!;
    for (const [side, [throughput, concurrency, cost]] of [
      [sides[0]!, mtp],
      [sides[1]!, off],
    ] as const) {
      expect(side.status).toBe('published');
      expect(side.throughput).toBe(throughput);
      expect(side.concurrency).toBe(concurrency);
      expect(side.costPerMillionTokens).toBeCloseTo(cost!, 5);
    }
    expect(best.throughput?.ratio).toBeCloseTo(ratio, 3);
    expect(savingOf(best.costPerMillionTokens)! * 100).toBeCloseTo(saving, 1);
    expect(leaderOf(best.throughput)).toBe('mtp');
  }
});

test.each([
  ['.csv', (value: number) => String(value)],
  ['.md', (value: number) => value.toFixed(1)],
] as const)('%s says the same', async (extension, print) => {
  const text = await (await new Site().fetch(`${REFERENCE}${extension}`)).text();
  for (const { mtp, off } of FIGURES) {
    for (const [throughput] of [mtp, off]) expect(text).toContain(print(throughput!));
  }
});

test('so does the page', async () => {
  const html = await (await new Site().fetch(REFERENCE)).text();
  for (const { mtp, off, saving } of FIGURES) {
    for (const [throughput] of [mtp, off]) {
      expect(html).toContain(throughput!.toLocaleString('en', { minimumFractionDigits: 1 }));
    }
    expect(html).toContain(`${saving}\u202f%`);
  }
});
