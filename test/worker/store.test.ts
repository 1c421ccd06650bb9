import * as fc from 'fast-check';
import { describe, expect, inject, test, vi } from 'vitest';
import type { Manifest } from '../../src/core/release.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import { StoreError } from '../../src/kv/store-error.ts';
import { Patience } from '../../src/kv/patience.ts';
import { PointerMemory } from '../../src/kv/pointer.ts';
import { Store } from '../../src/kv/store.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeKv } from './fake-kv.ts';
import type { ReleaseName } from '../release-fixtures.ts';
import { runsOf, shareOf, told } from '../generated-runs.ts';
import { Site } from './site.ts';
import { addFiles } from './widget-files.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off.json';
const releases = inject('releases');
const MINUTE_MS = 60_000;

function manifestOf(name: ReleaseName): Manifest {
  return JSON.parse(releases[name].entries[manifestKey(releases[name])]!) as Manifest;
}

/** KV never answers for a key. */
function silence(kv: FakeKv, key: string): void {
  kv.takes = (asked) => (asked === key ? Infinity : 0);
}

/** What `current` holds where a release is published alone. */
function pointerBytes(id: string): ArrayBuffer {
  const kv = new FakeKv();
  kv.point([id]);
  return new Uint8Array(new TextEncoder().encode(kv.values.get('current')!)).buffer;
}

function throughputs(sweeps: readonly Sweep[]): number {
  const points = sweeps.flatMap((sweep) => sweep.points);
  return points.reduce((sum, { throughput }) => sum + throughput, 0);
}

describe('KV reads', () => {
  test.each([
    ['one workload', '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json', 4],
    [
      'one workload, all its points',
      '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json?ttft=5',
      4,
    ],
    ['workloads compared', '/compare/deepseek-r1/b200-fp8-off-sglang/1k1k-vs-8k1k.json', 5],
    ['runs compared', '/compare/deepseek-r1/h100-fp8-1k1k/~before-vs-~after.json', 4],
    ['a page', '/compare/qwen-3-5/b300-fp4/mtp-vs-off', 4],
    ['the home page', '/', 3],
    ['the catalog', '/catalog.json', 3],
  ])('cold, %s: %s', async (_, path, count) => {
    const site = new Site(['measured']);
    expect((await site.fetch(path)).status).toBe(200);
    expect(site.kv.reads).toHaveLength(count);
    expect((await site.fetch(`${path}${path.includes('?') ? '&' : '?'}`)).status).toBeLessThan(400);
    expect((await site.fetch(path)).status).toBe(200);
    expect(site.kv.reads).toHaveLength(count);
  });

  test('a limit that comes before the frontier is applied to every point', async () => {
    const { data } = manifestOf('measured');
    const site = new Site(['measured']);
    const path = '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json';
    await site.document(path);
    expect(site.kv.reads.at(-1)).toBe(`b/${data['w/deepseek-r1/1k1k']!.hash}`);
    await site.document(`${path}?ttft=5`);
    const points = site.kv.reads.at(-1)!.split(' '); // one read for every sweep of both sides
    expect(points.length).toBeGreaterThan(1);
    const values = releases.measured.entries;
    expect(points.every((key) => values[key]!.startsWith('{"key":{"model":"deepseek-r1"'))).toBe(
      true,
    );
    const { length } = site.kv.reads;
    for (const ttft of [4, 5, 6, 7]) await site.fetch(`${path}?ttft=${ttft}`);
    expect(site.kv.reads).toHaveLength(length);
  });

  test('a hundred cold requests at once read and parse what one does', async () => {
    const site = new Site(['measured']);
    const path = '/compare/deepseek-r1/b200-fp8-1k1k/mtp-vs-off.json';
    const parse = vi.spyOn(JSON, 'parse');
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => site.fetch(`${path}?usd=${i + 1}`)),
    );
    const parsed = parse.mock.calls.length;
    parse.mockRestore();
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(site.kv.reads).toHaveLength(4);
    expect(parsed).toBe(4);
  });

  test('one comparison parses at most 256 kB beside its blob', async () => {
    for (const { id } of manifestOf('shipped').catalog.presets) {
      const cold = new Site(['shipped']);
      expect((await cold.fetch(`/compare/${id}.json`)).status).toBe(200);
      const [pointer, manifest, index] = cold.kv.reads.map((key) => cold.kv.values.get(key)!);
      expect(pointer!.length + manifest!.length + index!.length).toBeLessThanOrEqual(256_000);
    }
  });

  test('many sweeps are read in bulks of a hundred, which is what KV takes', async () => {
    const kv = new FakeKv();
    kv.publish('shipped');
    const store = new Store(kv.clock);
    const sweeps = await store.withRelease(kv.reader, null, async (release) => {
      const { entriesOf, manifest } = await release.withSweeps();
      const entries = manifest.catalog.models.flatMap(({ key }) => entriesOf(key));
      kv.reads.length = 0;
      return release.sweeps(entries);
    });
    expect(sweeps.size).toBeGreaterThan(100);
    expect(Math.max(...kv.reads.map((read) => read.split(' ').length))).toBe(100);
  });

  test('a script that nobody published costs one read, however many releases there are', async () => {
    const site = new Site(['shipped', 'measured', 'changed']);
    await site.fetch(REFERENCE);
    const { length } = site.kv.reads;
    for (const hash of ['000000000000', '111111111111', '222222222222']) {
      expect((await site.fetch(`/widgets/matchpoint.${hash}.js`)).status).toBe(404);
    }
    expect(site.kv.reads.length - length).toBe(1);
  });

  test('the pointer is read again after 30 s, and nothing else', async () => {
    const site = new Site();
    await site.fetch(REFERENCE);
    site.nowMs += MINUTE_MS;
    await site.fetch(REFERENCE);
    expect(site.kv.reads.slice(4)).toEqual(['current']);
  });

  test('an unlisted release and an unlisted blob are never looked up', async () => {
    const site = new Site();
    await site.fetch(`${REFERENCE}?release=000000000000`);
    await site.fetch('/sweeps/qwen-3-5/nothing.json');
    await site.fetch('/sweeps/qwen-3-5/__proto__.json');
    expect(site.kv.reads).toEqual(['current', manifestKey(releases.shipped)]);
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
  const key = manifestKey(changed);
  const blobOf = (name: 'shipped' | 'changed', of: string) =>
    blobKey(manifestOf(name).data[of]!.hash);
  const damages: readonly (readonly [string, (kv: FakeKv) => void])[] = [
    ['no manifest', (kv) => kv.values.delete(key)],
    ['half a manifest', (kv) => kv.values.set(key, '{"schema":2')],
    ['the other manifest', (kv) => kv.values.set(key, kv.values.get(manifestKey(shipped))!)],
    [
      'another price in the manifest',
      (kv) => {
        const text = kv.values.get(key)!;
        kv.values.set(key, text.replace(/"hyperscaler":2\.34/, '"hyperscaler":1.34'));
      },
    ],
    ...['i/qwen-3-5', 'w/qwen-3-5/1k1k'].flatMap(
      (name): (readonly [string, (kv: FakeKv) => void])[] => [
        [`no ${name}`, (kv) => kv.values.delete(blobOf('changed', name))],
        [
          `another ${name}`,
          (kv) => kv.values.set(blobOf('changed', name), kv.values.get(blobOf('shipped', name))!),
        ],
        [`silence for ${name}`, (kv) => silence(kv, blobOf('changed', name))],
      ],
    ),
    ['silence for the manifest', (kv) => silence(kv, key)],
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
      const health = await (await site.fetch('/health')).json<{ status: string; why: string }>();
      expect(health).toMatchObject({ status: 'stale', current: changed.id });
      expect(health.why).toMatch(/^[mb]\/[0-9a-f.]+ /);
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

  test('KV down, pinned: what was read before, marked, and not for a day', async () => {
    const site = new Site();
    const pinned = `${REFERENCE}?release=${shipped.id}`;
    expect((await site.fetch(pinned)).headers.get('Cache-Control')).toBe('public, max-age=86400');
    site.kv.failsOn = () => true;
    site.nowMs += MINUTE_MS;
    const response = await site.fetch(pinned);
    expect(response.headers.get('X-Matchpoint-Stale')).toBe('1');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=5');
  });

  test('published again with a manifest that cannot be had: the one before it', async () => {
    const site = new Site(['shipped']);
    const before = await site.document(REFERENCE);
    const known = new Set(site.kv.values.keys());
    await site.kv.republish(shipped.id, (manifest) => ({ ...manifest, publishedAt: '' }));
    for (const key of site.kv.values.keys()) if (!known.has(key)) site.kv.values.delete(key);
    site.nowMs += MINUTE_MS;
    const response = await site.fetch(REFERENCE);
    expect(await response.json()).toEqual(before);
    expect(response.headers.get('X-Matchpoint-Stale')).toBe('1');
  });

  test.each([
    ['hangs', Infinity],
    ['is late', 1_600],
  ])('KV %s: what was read before, marked, after a second and a half', async (_, ms) => {
    const site = new Site();
    const before = await site.document(REFERENCE);
    site.kv.takes = () => ms;
    site.nowMs += MINUTE_MS;
    const started = site.nowMs;
    const responses = await Promise.all([site.fetch(REFERENCE), site.fetch(REFERENCE)]);
    expect(site.nowMs - started).toBe(1_500);
    for (const response of responses) {
      expect(response.headers.get('X-Matchpoint-Stale')).toBe('1');
      expect(await response.json()).toEqual(before);
    }
    const health = await (await site.fetch('/health')).json();
    expect(health).toMatchObject({
      status: 'stale',
      release: shipped.id,
      current: shipped.id,
      why: 'current did not come from KV within 1500 ms',
    });
    site.kv.takes = () => 0;
    site.nowMs += MINUTE_MS;
    expect((await site.fetch(REFERENCE)).headers.get('X-Matchpoint-Stale')).toBeNull();
    expect(await (await site.fetch('/health')).json()).toMatchObject({ status: 'ok', why: null });
  });

  test('what was last read whole is given, though current has moved on twice', async () => {
    const site = new Site(['shipped']);
    const before = await site.document(REFERENCE);
    site.kv.publish('shipped', 'measured', 'changed');
    site.kv.takes = (read) => (read === 'current' ? 0 : Infinity);
    site.nowMs += MINUTE_MS;
    const started = site.nowMs;
    const response = await site.fetch(REFERENCE);
    expect(await response.json()).toEqual(before);
    expect(response.headers.get('X-Matchpoint-Stale')).toBe('1');
    expect(site.nowMs - started).toBe(3_000);
    site.kv.takes = () => 0; // while the pointer still counts as fresh
    const after = await site.fetch(REFERENCE);
    expect(after.headers.get('X-Matchpoint-Stale')).toBeNull();
    expect(await after.json()).toMatchObject({ release: { id: changed.id } });
  });

  test.each([1_400, 1_600, Infinity])('cold, each read takes %i ms: 3 s at most', async (ms) => {
    const site = new Site(['shipped', 'changed']);
    site.kv.takes = () => ms;
    expect((await site.fetch(REFERENCE)).status).toBe(503);
    expect(site.nowMs).toBeLessThanOrEqual(3_000);
  });

  test('what came too late for one request is there for the next', async () => {
    const site = new Site();
    site.kv.takes = () => 1_400;
    for (let time = 0; time < 3; time++) await (await site.fetch(REFERENCE)).body?.cancel();
    expect((await site.fetch(REFERENCE)).status).toBe(200);
    expect(site.kv.reads.filter((read) => read !== 'current')).toHaveLength(3);
  });

  test('a network that keeps what it gave for as long as it may: the new script, and the old one', async () => {
    const site = new Site();
    site.kv.kept = new Map();
    const hash = (i: number) => `matchpoint.${String(i).repeat(12)}.js`;
    await addFiles(site, { 'matchpoint.js': 'first();', [hash(1)]: 'first();' });
    expect(await (await site.fetch('/widgets/matchpoint.js')).text()).toBe('first();');
    await addFiles(site, { 'matchpoint.js': 'second();', [hash(2)]: 'second();' });
    site.nowMs += MINUTE_MS;
    const other = new Site([]); // another isolate of the same place
    other.nowMs = site.nowMs;
    for (const [name, value] of site.kv.values) other.kv.values.set(name, value);
    other.kv.kept = site.kv.kept;
    for (const one of [site, other]) {
      expect(await (await one.fetch('/widgets/matchpoint.js')).text()).toBe('second();');
      expect(await (await one.fetch(`/widgets/${hash(2)}`)).text()).toBe('second();');
      expect(await (await one.fetch(`/widgets/${hash(1)}`)).text()).toBe('first();');
    }
  });

  test.each(['damaged', 'absent'])(
    '%s content that was put right counts at once, though the network keeps it for a month',
    async (how) => {
      const site = new Site();
      site.kv.kept = new Map();
      const whole = new Map(site.kv.values);
      for (const key of whole.keys()) {
        if (!key.startsWith('b/')) continue;
        if (how === 'damaged') site.kv.values.set(key, '{}');
        else site.kv.values.delete(key);
      }
      expect((await site.fetch(REFERENCE)).status).toBe(503);
      for (const [key, value] of whole) site.kv.values.set(key, value);
      site.nowMs += MINUTE_MS;
      expect((await site.fetch(REFERENCE)).status).toBe(200);
    },
  );

  test('a pointer of an older layout: 503 that says what to do', async () => {
    const site = new Site();
    const older = { release: '0123456789ab', previous: null, publishedAt: '', releases: [] };
    site.kv.values.set('current', JSON.stringify(older));
    const response = await site.fetch('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('publish again');
  });

  test('what KV says of `current` counts no more once it has said something later', async () => {
    const clock = new FakeClock();
    const memory = new PointerMemory(clock);
    const answers: ((release: string) => void)[] = [];
    const reader = {
      read: () =>
        new Promise<ArrayBuffer>((resolve) => {
          answers.push((id) => resolve(pointerBytes(id)));
        }),
      readTexts: () => Promise.reject(new Error('not asked')),
      keepAlive: () => {},
    };
    const read = () => memory.read(reader, new Patience(clock));
    const first = read().catch(() => null);
    await clock.sleep(1_000);
    const second = read();
    await clock.sleep(501);
    expect(await first).toBeNull();
    const third = read();
    answers[1]!(changed.id);
    expect((await third).pointer.release).toBe(changed.id);
    answers[0]!(shipped.id);
    expect((await second).pointer.release).toBe(changed.id);
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
  | { readonly do: 'delay'; readonly ms: readonly number[] }
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
    fc.record({
      do: fc.constant('delay' as const),
      ms: fc.array(fc.constantFrom(0, 0, 700, 1_499, 1_501, Infinity), { minLength: 1 }),
    }),
    fc.record({ do: fc.constant('wait' as const) }),
    fc.record({ do: fc.constant('read' as const), pin: fc.option(fc.nat(1)) }),
    fc.record({ do: fc.constant('read' as const), pin: fc.option(fc.nat(1)) }),
  );

  /** The throughputs of every blob of a release, read through the store, and the ids it says. */
  async function wholeRelease(store: Store, kv: FakeKv, pin: string | null) {
    return store.withRelease(kv.reader, pin, async (release) => {
      const sums: Record<string, number> = {};
      for (const name of ['w/qwen-3-5/1k1k', 'w/deepseek-r1/8k1k']) {
        sums[name] = throughputs((await release.workload(name))?.sweeps ?? []);
      }
      const index = await release.withSweeps(['qwen-3-5']);
      const sweeps = await release.sweeps(index.entriesOf('qwen-3-5'));
      sums['every point'] = throughputs([...sweeps.values()]);
      return { id: release.manifest.id, isStale: release.isStale, sums };
    });
  }

  test('a reader sees one whole release, or is told that there is none', async () => {
    const expected = new Map<string, Record<string, number>>();
    for (const name of names) {
      const kv = new FakeKv();
      const id = kv.publish(name);
      expected.set(id, (await wholeRelease(new Store(kv.clock), kv, null)).sums);
    }
    expect(new Set([...expected.values()].map((sums) => JSON.stringify(sums))).size).toBe(2);

    const runs = runsOf(300, 20_261_124);
    let reads = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
        const kv = new FakeKv();
        kv.publish(...names);
        let count = 0;
        const store = new Store(kv.clock);
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
            case 'delay':
              kv.takes = () => one.ms[++count % one.ms.length]!;
              break;
            case 'wait':
              kv.clock.nowMs += MINUTE_MS;
              break;
            case 'read': {
              const pin = one.pin === null ? null : ids[one.pin]!;
              const started = kv.clock.nowMs;
              const seen = await wholeRelease(store, kv, pin).catch((error: unknown) => error);
              expect(kv.clock.nowMs - started).toBeLessThanOrEqual(3_000);
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
      runs,
    );
    told('interleavings:', new Map([['reads of a whole release', reads]]));
    expect(reads).toBeGreaterThan(shareOf(runs, 1)); // else the property would hold for want of readers
  }, 3_600_000);

  test('a warm isolate answers with what it read, whatever KV does', async () => {
    const trouble = step.filter(({ do: what }) => ['fail', 'delay', 'wait', 'read'].includes(what));
    const runs = runsOf(150, 20_261_127);
    const met = new Map([
      ['fresh', 0],
      ['stale', 0],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { minLength: 2, maxLength: 16 }), async (steps) => {
        const kv = new FakeKv();
        const id = kv.publish('shipped');
        const store = new Store(kv.clock);
        const before = await wholeRelease(store, kv, null);
        let count = 0;
        for (const one of steps) {
          if (one.do === 'fail') kv.failsOn = () => one.every > 0 && ++count % one.every === 0;
          else if (one.do === 'delay') kv.takes = () => one.ms[++count % one.ms.length]!;
          else if (one.do === 'wait') kv.clock.nowMs += MINUTE_MS;
          else {
            const started = kv.clock.nowMs;
            const seen = await wholeRelease(store, kv, one.do === 'read' && one.pin ? id : null);
            expect(kv.clock.nowMs - started).toBeLessThanOrEqual(3_000);
            expect({ ...seen, isStale: false }).toEqual({ ...before, isStale: false });
            const kind = seen.isStale ? 'stale' : 'fresh';
            met.set(kind, met.get(kind)! + 1);
          }
        }
      }),
      runs,
    );
    told('a warm isolate read', met);
    for (const times of met.values()) expect(times).toBeGreaterThan(shareOf(runs, 0.2));
  }, 3_600_000);
});
