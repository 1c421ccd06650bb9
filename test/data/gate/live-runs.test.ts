import { afterEach, expect, test, vi } from 'vitest';
import { liveRuns } from '../../../data/gate/live-runs.ts';
import { publishableRelease } from '../../../data/release/publishable.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import { ownDataSet } from '../serve/own-data.ts';

afterEach(() => vi.unstubAllGlobals());

test('of a site only the runs of the keys that are judged are taken, under the label asked for', async () => {
  const data = await ownDataSet();
  const publishedAt = '2026-11-20T00:00:00.000Z';
  const site = await memorySite(publishableRelease(data), { publishedAt });
  vi.stubGlobal('fetch', (address: string) => {
    const { pathname, search } = new URL(address);
    return site.fetch(`${pathname}${search}`);
  });
  const wanted = data.sweeps.filter(({ key }) => key.hardware === 'q1');
  const [file, ...others] = await liveRuns('https://own.example/', wanted, 'before');
  expect(others).toEqual([]);
  expect(file!.sweeps.map(({ hardware, label }) => [hardware, label])).toEqual([['q1', 'before']]);
  const elsewhere = wanted.map((sweep) => ({ ...sweep, key: { ...sweep.key, model: 'other' } }));
  expect(await liveRuns('https://own.example/', elsewhere, 'before')).toEqual([]);
});
