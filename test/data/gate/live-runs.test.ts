import { afterEach, describe, expect, test, vi } from 'vitest';
import { liveRuns } from '../../../data/gate/live-runs.ts';
import { publishableRelease } from '../../../data/release/publishable.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import { measuredSweep } from '../load/valid-data-set.ts';
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

test('a site of a version whose documents say less or more is read too', async () => {
  const answer = (sweeps: readonly object[]) => ({ sweeps, remark: 'of another version' });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(answer([]))));
  const wanted = [measuredSweep('a', null)];
  expect(await liveRuns('https://own.example', wanted, 'before')).toEqual([]);
});

describe('a private site', () => {
  const TOKEN = { CF_ACCESS_CLIENT_ID: 'some.access', CF_ACCESS_CLIENT_SECRET: 'hidden' };
  const wanted = [measuredSweep('a', null)];
  const asked = async (site: string, answer: Response, environment: Record<string, string>) => {
    const fetched = vi.fn((_: string, _init: RequestInit) => Promise.resolve(answer));
    vi.stubGlobal('fetch', fetched);
    const error: unknown = await liveRuns(site, wanted, 'before', environment).catch((e) => e);
    return { error: String(error), init: fetched.mock.calls[0]?.[1] };
  };
  const login = () =>
    new Response('', { status: 302, headers: { location: 'https://team.cloudflareaccess.com/' } });

  test('gets the service token of the environment, which follows no redirect', async () => {
    const { init, error } = await asked('https://own.example', login(), TOKEN);
    expect(init).toMatchObject({
      redirect: 'manual',
      headers: { 'CF-Access-Client-Id': 'some.access', 'CF-Access-Client-Secret': 'hidden' },
    });
    expect(error).toContain('set CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET');
    expect(error).not.toContain('hidden');
  });

  test('gets nothing where none is set, and the refusal says what to set', async () => {
    const { init, error } = await asked(
      'https://own.example',
      new Response('', { status: 403 }),
      {},
    );
    expect(Object.keys(init!.headers!)).toEqual(['accept']);
    expect(error).toContain('set CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET');
  });

  test('gets no token in the clear, and no half of one', async () => {
    const clear = await asked('http://own.example', login(), TOKEN);
    expect([clear.init, clear.error]).toEqual([undefined, expect.stringContaining('https only')]);
    const half = await asked('https://own.example', login(), { CF_ACCESS_CLIENT_ID: 'some' });
    expect([half.init, half.error]).toEqual([undefined, expect.stringContaining('one is missing')]);
  });
});
