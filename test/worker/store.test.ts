import * as fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import type { Manifest } from '../../src/core/release.ts';
import { StoreError } from '../../src/kv/store-error.ts';
import { Store } from '../../src/kv/store.ts';
import { FakeKv } from './fake-kv.ts';
import { Site } from './site.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off.json';
const releases = inject('releases');
const MINUTE_MS = 60_000;

describe('KV reads', () => {
  test.each([
    ['one workload', '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json', 3],
    [
      'one workload, all its points',
      '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json?ttft=5',
      3,
    ],
    ['workloads compared', '/compare/deepseek-r1/b200-fp8-off-sglang/1k1k-vs-8k1k.json', 4],
    ['runs compared', '/compare/deepseek-r1/h100-fp8-1k1k/~before-vs-~after.json', 3],
    ['a page', '/compare/qwen-3-5/b300-fp4/mtp-vs-off', 3],
    ['the home page', '/', 2],
  ])('cold, %s: %s', async (_, path, count) => {
    const site = new Site(['measured']);
    expect((await site.fetch(path)).status).toBe(200);
    expect(site.kv.reads).toHaveLength(count);
    expect((await site.fetch(`${path}${path.includes('?') ? '&' : '?'}`)).status).toBeLessThan(400);
    expect((await site.fetch(path)).status).toBe(200);
    expect(site.kv.reads).toHaveLength(count);
  });

  test('a limit that comes before the frontier is applied to every point', async () => {
    const { id, entries } = releases.measured;
    const { data } = JSON.parse(entries[`m/${id}`]!) as Manifest;
    const path = '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json';
    for (const [query, name] of [
      ['', 'w/deepseek-r1/1k1k'],
      ['?ttft=5', 'p/deepseek-r1/1k1k'],
    ] as const) {
      const site = new Site(['measured']);
      await site.document(`${path}${query}`);
      expect(site.kv.reads.at(-1)).toBe(`b/${data[name]!.hash}`);
    }
  });

  test('the pointer is read again after 30 s, and nothing else', async () => {
    const site = new Site();
    await site.fetch(REFERENCE);
    site.nowMs += MINUTE_MS;
    await site.fetch(REFERENCE);
    expect(site.kv.reads.slice(3)).toEqual(['current']);
  });

  test('an unlisted release and an unlisted blob are never looked up', async () => {
    const site = new Site();
    await site.fetch(`${REFERENCE}?release=000000000000`);
    await site.fetch('/sweeps/qwen-3-5/nothing.json');
    await site.fetch('/sweeps/qwen-3-5/__proto__.json');
    expect(site.kv.reads).toEqual(['current', `m/${releases.shipped.id}`]);
  });

  test('a 304 needs no blob', async () => {
    const tag = (await new Site().fetch(REFERENCE)).headers.get('ETag');
    const site = new Site();
    const response = await site.fetch(REFERENCE, { headers: { 'If-None-Match': tag! } });
    expect(response.status).toBe(304);
    expect(site.kv.reads).toHaveLength(2);
  });
});

describe('what a reader gets when KV does not give', () => {
  const { shipped, changed } = releases;
  const blobOf = (name: 'shipped' | 'changed') => {
    const manifest = JSON.parse(releases[name].entries[`m/${releases[name].id}`]!);
    return `b/${manifest.data['w/qwen-3-5/1k1k'].hash}`;
  };
  const damages: readonly (readonly [string, (kv: FakeKv) => void])[] = [
    ['no manifest', (kv) => kv.values.delete(`m/${changed.id}`)],
    ['half a manifest', (kv) => kv.values.set(`m/${changed.id}`, '{"schema":1')],
    [
      'the other manifest',
      (kv) => kv.values.set(`m/${changed.id}`, kv.values.get(`m/${shipped.id}`)!),
    ],
    [
      'another price in the manifest',
      (kv) => {
        const text = kv.values.get(`m/${changed.id}`)!;
        kv.values.set(`m/${changed.id}`, text.replace(/"hyperscaler":2\.34/, '"hyperscaler":1.34'));
      },
    ],
    ['no blob', (kv) => kv.values.delete(blobOf('changed'))],
    ['another blob', (kv) => kv.values.set(blobOf('changed'), kv.values.get(blobOf('shipped'))!)],
  ];

  test.each(damages)(
    'live, %s: the release before, whole and for a short time',
    async (_, damage) => {
      const site = new Site(['shipped', 'changed']);
      damage(site.kv);
      const response = await site.fetch(REFERENCE);
      expect(response.headers.get('X-Matchpoint-Stale')).toBe('1');
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=5');
      const whole = await new Site(['shipped']).fetch(REFERENCE);
      expect(await response.text()).toBe(await whole.text());
    },
  );

  test.each(damages)('pinned, %s: 503, never another release', async (_, damage) => {
    const site = new Site(['shipped', 'changed']);
    damage(site.kv);
    const response = await site.fetch(`${REFERENCE}?release=${changed.id}`);
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('KV down: what was read before, marked', async () => {
    const site = new Site();
    const before = await site.document(REFERENCE);
    site.kv.failsOn = () => true;
    site.nowMs += MINUTE_MS;
    const response = await site.fetch(REFERENCE);
    expect(response.headers.get('X-Matchpoint-Stale')).toBe('1');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=5');
    expect(await response.json()).toEqual(before);
    site.kv.failsOn = () => false;
    site.nowMs += MINUTE_MS;
    expect((await site.fetch(REFERENCE)).headers.get('X-Matchpoint-Stale')).toBeNull();
  });

  test('KV down and nothing in memory: 503', async () => {
    const site = new Site();
    site.kv.failsOn = () => true;
    const response = await site.fetch(REFERENCE);
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test('nothing published: 503 that says so', async () => {
    const response = await new Site([]).fetch('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('no release has been published yet');
  });
});

type Step =
  | { readonly do: 'store'; readonly release: number; readonly keys: number }
  | { readonly do: 'point'; readonly release: number }
  | { readonly do: 'lose'; readonly key: number }
  | { readonly do: 'damage'; readonly key: number }
  | { readonly do: 'fail'; readonly every: number }
  | { readonly do: 'wait' }
  | { readonly do: 'read'; readonly pin: number | null };

describe('any interleaving', () => {
  const names = ['shipped', 'changed'] as const;
  const ids = names.map((name) => releases[name].id);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constant('store' as const), release: fc.nat(1), keys: fc.nat(40) }),
    fc.record({ do: fc.constant('point' as const), release: fc.nat(1) }),
    fc.record({ do: fc.constant('lose' as const), key: fc.nat(40) }),
    fc.record({ do: fc.constant('damage' as const), key: fc.nat(40) }),
    fc.record({ do: fc.constant('fail' as const), every: fc.nat(4) }),
    fc.record({ do: fc.constant('wait' as const) }),
    fc.record({ do: fc.constant('read' as const), pin: fc.option(fc.nat(1)) }),
    fc.record({ do: fc.constant('read' as const), pin: fc.option(fc.nat(1)) }),
  );

  /** The throughputs of every blob of a release, read through the store, and the ids it says. */
  async function wholeRelease(store: Store, kv: FakeKv, pin: string | null) {
    return store.withRelease(kv.reader, pin, async (release) => {
      const sums: Record<string, number> = {};
      for (const name of ['w/qwen-3-5/1k1k', 'p/qwen-3-5/1k1k', 'w/deepseek-r1/8k1k']) {
        const blob = await release.workload(name);
        const points = blob?.sweeps.flatMap((sweep) => sweep.points) ?? [];
        sums[name] = points.reduce((sum, { throughput }) => sum + throughput, 0);
      }
      return { id: release.manifest.id, isStale: release.isStale, sums };
    });
  }

  test('a reader sees one whole release, or is told that there is none', async () => {
    const expected = new Map<string, Record<string, number>>();
    for (const name of names) {
      const kv = new FakeKv();
      const id = kv.publish(name);
      expected.set(id, (await wholeRelease(new Store(() => 0), kv, null)).sums);
    }
    expect(new Set([...expected.values()].map((sums) => JSON.stringify(sums))).size).toBe(2);

    let reads = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const kv = new FakeKv();
        kv.publish(...names);
        let nowMs = 0;
        let count = 0;
        const store = new Store(() => nowMs);
        for (const one of steps) {
          switch (one.do) {
            case 'store': {
              // killed after some writes: whatever was written stays
              const entries = Object.entries(releases[names[one.release]!].entries);
              for (const [key, value] of entries.slice(0, one.keys + 5)) kv.values.set(key, value);
              break;
            }
            case 'point':
              kv.point([ids[one.release]!, ids[1 - one.release]!]);
              break;
            case 'lose':
              kv.values.delete([...kv.values.keys()][one.key] ?? '');
              break;
            case 'damage': {
              const key = [...kv.values.keys()][one.key];
              const value = kv.values.get(key ?? '');
              if (key !== undefined) {
                kv.values.set(key, value!.replace(/\d(?=\d)/, '7').slice(0, -3));
              }
              break;
            }
            case 'fail':
              kv.failsOn = () => one.every > 0 && ++count % one.every === 0;
              break;
            case 'wait':
              nowMs += MINUTE_MS;
              break;
            case 'read': {
              const pin = one.pin === null ? null : ids[one.pin]!;
              const seen = await wholeRelease(store, kv, pin).catch((error: unknown) => error);
              if (seen instanceof StoreError) continue;
              if (seen instanceof Error) throw seen;
              const { id, sums } = seen as Awaited<ReturnType<typeof wholeRelease>>;
              expect(sums).toEqual(expected.get(id));
              if (pin !== null) expect(id).toBe(pin);
              reads++;
            }
          }
        }
      }),
      { numRuns: 300, seed: 20_261_124 },
    );
    expect(reads).toBeGreaterThan(300); // else the property would hold for want of readers
  });
});
