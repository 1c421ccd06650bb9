import { beforeAll, describe, expect, test } from 'vitest';
import { publishableRelease } from '../../../data/release/publishable.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import type { MemorySite } from '../../../data/serve/memory-site.ts';
import { ownDataSet } from './own-data.ts';

const PATH = '/compare/own-model/fp8-2k200/q1-vs-q2';
let site: MemorySite;
beforeAll(async () => {
  const release = publishableRelease(await ownDataSet());
  site = await memorySite(release, { publishedAt: '2026-11-20T00:00:00.000Z' });
});

interface Answer {
  readonly status: number;
  readonly detail: string;
  readonly tier: string;
  readonly rates: { readonly tier: string; readonly tiers: readonly string[] };
  readonly sides: readonly { readonly usdPerGpuHour: number | null }[];
  readonly notices: readonly { readonly text: string }[];
}

async function json<T = Answer>(path: string): Promise<T> {
  const response = await site.fetch(path);
  return { status: response.status, ...((await response.json()) as T) };
}

/** A part of `/catalog.json`. */
interface Rates {
  readonly rates: readonly {
    readonly hardware: Readonly<Record<string, { readonly usdPerGpuHour: object }>>;
  }[];
}

describe('price tiers of a rate card of its own', () => {
  test('its first prices a comparison, by its key, and any can be asked for', async () => {
    const first = await json(`${PATH}.json`);
    expect(first.rates).toMatchObject({ tier: 'reserved-3y', tiers: ['reserved-3y', 'spot'] });
    expect(first.sides.map((side) => side.usdPerGpuHour)).toEqual([1.8, 3.6]);
    const spot = await json(`${PATH}.json?tier=spot`);
    expect(spot.rates.tier).toBe('spot');
    expect(spot.sides.map((side) => side.usdPerGpuHour)).toEqual([0.9, null]);
    expect(spot.notices.map(({ text }) => text).join()).toContain('has no spot price for Q2');
  });

  test('a ranking, and the curves that a script makes one of, have the same', async () => {
    const ranking = await json('/rank/own-model/2k200.json?tier=spot');
    expect(ranking.rates.tier).toBe('spot');
    expect(ranking.notices.map(({ text }) => text).join()).toContain('has no spot price for Q2');
    expect((await json('/rank/own-model/2k200.json')).rates.tier).toBe('reserved-3y');
    expect((await json('/rank/own-model/2k200.chart.json')).tier).toBe('reserved-3y');
  });

  test('one that the card does not have is refused with those that it has', async () => {
    for (const path of [PATH, '/rank/own-model/2k200']) {
      const refused = await json(`${path}.json?tier=reserved-1y`);
      expect(refused.status).toBe(400);
      expect(refused.detail).toBe(
        'tier=reserved-1y: tier is a tier of rate card own-2026: reserved-3y or spot',
      );
    }
  });

  test('the form, the catalog and llms.txt list them', async () => {
    const page = await (await site.fetch(`${PATH}?tier=spot`)).text();
    const select = /<select name="tier">(.*?)<\/select>/.exec(page)?.[1] ?? '';
    expect([...select.matchAll(/value="([^"]*)"/g)].map(([, key]) => key)).toEqual([
      'reserved-3y',
      'spot',
    ]);
    expect(select).toContain('<option value="spot" selected>spot');
    expect(page).toContain('(2099-12, spot)');
    const { rates } = await json<Rates>('/catalog.json');
    const prices = rates.at(-1)!.hardware['q1']!.usdPerGpuHour;
    expect(Object.keys(prices)).toEqual(['reserved-3y', 'spot']);
    expect(await (await site.fetch('/llms.txt')).text()).toContain('reserved-3y or spot');
  });
});
