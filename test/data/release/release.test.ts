import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRelease } from '../../../data/release/release.ts';
import type { BuiltRelease } from '../../../data/release/release.ts';
import type { DataSet } from '../../../data/load/data-set.ts';
import type { WorkloadBlob } from '../../../src/core/release.ts';
import { UNSTATED_SOURCE, sweepId } from '../../../src/core/sweep.ts';
import type { OperatingPoint, Source, Sweep } from '../../../src/core/sweep.ts';
import {
  manifestSchema,
  modelIndexSchema,
  sweepSchema,
  workloadBlobSchema,
} from '../../../src/schema/release.ts';
import { POINT, VALID, publishedSweep } from '../load/valid-data-set.ts';

/** `'20:2000 50:900'` is two points: 20 tok/s/user at 2000 tok/s/GPU, then 50 at 900. */
function points(text: string): OperatingPoint[] {
  return text.split(' ').map((pair) => {
    const [interactivity = Number.NaN, throughput = Number.NaN] = pair.split(':').map(Number);
    return { ...POINT, interactivity, throughput };
  });
}

/** A measured run of model Ant on x1. */
function measured(
  run: string,
  date: string,
  text: string,
  sources: Source[] = [UNSTATED_SOURCE],
): Sweep {
  return { ...publishedSweep('x1'), basis: 'measured', run, date, sources, points: points(text) };
}

function release(sweeps: readonly Sweep[], changes: Partial<DataSet> = {}): BuiltRelease {
  return buildRelease({ ...VALID, knownIssues: [], ...changes, sweeps });
}

function blob({ manifest, blobs }: BuiltRelease, name: string): WorkloadBlob {
  return workloadBlobSchema.parse(JSON.parse(blobs.get(manifest.data[name]!.hash)!));
}

/** The sweeps of model Ant with every point, as its index leads to them. */
function wholeSweeps({ manifest, blobs }: BuiltRelease): Sweep[] {
  const read = (hash: string): unknown => JSON.parse(blobs.get(hash)!);
  const { points: refs } = modelIndexSchema.parse(read(manifest.data['i/ant']!.hash));
  return refs.map(({ hash }) => sweepSchema.parse(read(hash)));
}

const FULL = '20:2000 30:1500 40:1000 50:500';

describe('runs of a key', () => {
  const thin = measured('3', '2026-03-03', '20:2100');
  const newer = measured('2', '2026-02-02', '20:2050 45:700');
  const older = measured('1', '2026-01-01', FULL);

  test('the newest with half the knots is the default; a thinner one is named', () => {
    const built = release([older, newer, thin]);
    const defaults = built.sweeps.filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ run }) => run)).toEqual(['2']);
    const [sweep] = blob(built, 'w/ant/1k1k').sweeps;
    expect(sweep!.passedOver).toEqual([
      { run: '3', date: '2026-03-03', why: 'partial', knots: 1, reason: null, url: null },
    ]);
    expect(wholeSweeps(built).map(({ run }) => run)).toEqual(['1', '2', '3']);
  });

  test('an excluded run is left out, and named by the other runs of its key', () => {
    const issue = {
      run: '2',
      effect: 'exclude',
      reason: 'wrong answers',
      url: null,
      only: {},
    } as const;
    const built = release([older, newer, thin], { knownIssues: [issue] });
    expect(built.sweeps.map(({ run, isDefault }) => [run, isDefault])).toEqual([
      ['1', true],
      ['3', false],
    ]);
    const named = {
      run: '2',
      date: '2026-02-02',
      why: 'excluded',
      knots: 2,
      reason: 'wrong answers',
      url: null,
    };
    const sweeps = wholeSweeps(built);
    expect(
      sweeps.map(({ passedOver }) => passedOver.filter(({ why }) => why === 'excluded')),
    ).toEqual([[named], [named]]);
    expect(built.leftOut).toEqual([]);
  });

  test('an issue of another hardware does not concern a run', () => {
    const issue = {
      run: '2',
      effect: 'exclude',
      reason: 'wrong',
      url: null,
      only: { hardware: 'x2' },
    } as const;
    const { sweeps } = release([older, newer], { knownIssues: [issue] });
    expect(sweeps.map(({ run }) => run)).toEqual(['1', '2']);
  });

  test('an excluded run without another one of its key is handed back', () => {
    const issue = { run: '1', effect: 'exclude', reason: 'wrong', url: null, only: {} } as const;
    const built = release([older], { knownIssues: [issue] });
    expect(built.sweeps).toEqual([]);
    expect(built.leftOut.map(({ run }) => run)).toEqual(['1']);
  });

  test('a warned run stays, marked', () => {
    const issue = { run: '1', effect: 'warn', reason: 'odd clock', url: null, only: {} } as const;
    const built = release([older], { knownIssues: [issue] });
    expect(built.sweeps[0]).toMatchObject({ hasIssue: true, isDefault: true });
    expect(blob(built, 'w/ant/1k1k').sweeps[0]!.issue).toEqual({ reason: 'odd clock', url: null });
  });
});

describe('what is stored', () => {
  test('w has the points of the frontier, the blob of a sweep has all', () => {
    const built = release([measured('1', '2026-01-01', `25:1000 ${FULL}`)]);
    const throughputs = ([sweep]: readonly Sweep[]) =>
      sweep!.points.map(({ throughput }) => throughput);
    expect(throughputs(blob(built, 'w/ant/1k1k').sweeps)).toEqual([2000, 1500, 1000, 500]);
    expect(throughputs(wholeSweeps(built))).toEqual([2000, 1000, 1500, 1000, 500]);
    expect(built.sweeps[0]!.curve).toEqual([20, 2000, 30, 1500, 40, 1000, 50, 500]);
  });

  test('numbers have 9 significant digits, in points and curves alike', () => {
    const built = release([measured('1', '2026-01-01', '20.123456789123:2000.123456789123')]);
    expect(built.sweeps[0]!.curve).toEqual([20.1234568, 2000.12346]);
    expect(wholeSweeps(built)[0]!.points[0]!.interactivity).toBe(20.1234568);
  });

  test('facts survive storing, sources those that a frontier names', () => {
    const facts = { ttft: 0.25, concurrency: 8, parallelism: 'TP8', rounded: true };
    const [a, b] = ['a:1', 'b:2'].map((image) => ({ ...UNSTATED_SOURCE, image }));
    const sweep = measured('1', '2026-01-01', '20:2000 10:100', [b!, a!]);
    const [best, beaten] = sweep.points;
    const built = release([{ ...sweep, points: [{ ...best!, ...facts, source: 1 }, beaten!] }]);
    const stored = blob(built, 'w/ant/1k1k').sweeps[0]!;
    expect(stored.sources).toEqual([a]);
    expect(stored.points).toEqual([{ ...best, ...facts, source: 0 }]);
  });

  test('blobs and manifest are what their names and schemas say', () => {
    const { manifest, blobs } = release(VALID.sweeps);
    for (const { hash, size } of Object.values(manifest.data)) {
      const text = blobs.get(hash)!;
      expect(createHash('sha256').update(text).digest('hex').slice(0, 24)).toBe(hash);
      expect(Buffer.byteLength(text)).toBe(size);
    }
    const whole = { ...manifest, publishedAt: '2026-01-01T00:00:00Z', cards: {}, scripts: {} };
    expect(manifestSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(JSON.stringify(manifest)).not.toContain('nvfp4');
  });
});

describe('the id', () => {
  test('does not depend on the order of sweeps, points or sources, nor do the bytes', () => {
    const sources = ['a:1', 'b:2', 'c:3'].map((image) => ({ ...UNSTATED_SOURCE, image }));
    const sweep = (run: string) => ({
      ...measured(run, '2026-01-01', FULL, sources),
      points: points(FULL).map((point, i) => ({ ...point, source: i % 3 })),
    });
    const sweeps = [sweep('1'), sweep('2'), ...VALID.sweeps];
    const expected = release(sweeps);
    fc.assert(
      fc.property(fc.func(fc.integer()), (weight) => {
        const shuffled = <T>(items: readonly T[], salt: string): T[] =>
          items
            .map((item, i) => ({ item, at: weight(salt, i) }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const moved = shuffled(sweeps, 'sweeps').map((some) => {
          const order = shuffled(some.sources, sweepId(some));
          const place = (at: number) => order.indexOf(some.sources[at]!);
          const moves = shuffled(some.points, `${sweepId(some)} points`);
          return {
            ...some,
            sources: order,
            points: moves.map((point) => ({ ...point, source: place(point.source) })),
          };
        });
        const built = release(moved);
        expect(JSON.stringify(built.manifest)).toBe(JSON.stringify(expected.manifest));
        expect(built.blobs).toEqual(expected.blobs);
      }),
    );
  });

  test('is the hash of the sorted names and hashes', () => {
    const { manifest } = release(VALID.sweeps);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const lines = [
      `catalog ${hash(JSON.stringify(manifest.catalog)).slice(0, 24)}\n`,
      ...Object.entries(manifest.data).map(([name, ref]) => `${name} ${ref.hash}\n`),
    ];
    expect(manifest.id).toBe(hash(lines.toSorted().join('')).slice(0, 12));
  });

  test('changes with a price, not with an importer alias', () => {
    const { id } = release(VALID.sweeps).manifest;
    const [card] = VALID.rates;
    const dearer = { x1: { powerKw: 1.5, usdPerGpuHour: { hyperscaler: 2.01 } } };
    const priced = release(VALID.sweeps, { rates: [{ ...card!, hardware: dearer }] });
    expect(priced.manifest.id).not.toBe(id);
    const aliases = { ...VALID.aliases, framework: { other: 'dyn-eng' } };
    expect(release(VALID.sweeps, { aliases }).manifest.id).toBe(id);
  });
});
