import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/core/address.ts';
import { matchSides } from '../../src/core/match.ts';
import type { Match, MatchRequest } from '../../src/core/match.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import type { Preset } from '../../src/core/vocabulary.ts';
import { NAMED_DIMENSIONS } from '../../src/core/vocabulary.ts';
import { catalog, entryOf, sweep } from './fixtures.ts';
import type { SweepSketch } from './fixtures.ts';

const FALLING = '20:2000 40:1500 60:900 80:300';

function entry({ isDefault, ...sketch }: Partial<SweepSketch> = {}): SweepEntry {
  return entryOf(sweep({ points: FALLING, ...sketch }), isDefault);
}

function match(
  entries: readonly SweepEntry[],
  id: string,
  request: Partial<MatchRequest> = {},
): Match | null {
  const parsed = parseAddress(`mo-1/${id}`, catalog);
  if ('problem' in parsed) throw new Error(parsed.problem.rule);
  return matchSides(entries, parsed.value, { basis: null, pool: false, preset: null, ...request });
}

const g1 = { hardware: 'g1' };
const g2 = { hardware: 'g2' };

describe('like with like', () => {
  test('free dimensions take one common value', () => {
    const entries = [
      entry({ key: { ...g1, framework: 'sglang' } }),
      entry({ key: { ...g1, framework: 'vllm' } }),
      entry({ key: { ...g2, framework: 'vllm' } }),
    ];
    const { chosen, alternatives } = match(entries, 'fp8/g1-vs-g2')!;
    expect(chosen.matched).toEqual({
      specMethod: 'off',
      framework: 'vllm',
      deployment: 'single-node',
      workload: '1k1k',
    });
    expect(chosen.sides).toEqual([[entries[1]], [entries[2]]]);
    expect(alternatives).toEqual([]);
  });

  test('published figures and measurements never meet', () => {
    const entries = [entry({ key: g1 }), entry({ key: g2, basis: 'published' })];
    expect(match(entries, '_/g1-vs-g2')).toBeNull();
  });

  test('different interactivity bases never meet', () => {
    const entries = [entry({ key: g1 }), entry({ key: { ...g2, interactivityBasis: 'p90-itl' } })];
    expect(match(entries, '_/g1-vs-g2')).toBeNull();
  });

  test('workload and precision are never released', () => {
    expect(
      match([entry({ key: g1 }), entry({ key: { ...g2, workload: '8k1k' } })], '_/g1-vs-g2'),
    ).toBeNull();
    expect(
      match([entry({ key: g1 }), entry({ key: { ...g2, precision: 'fp4' } })], '_/g1-vs-g2'),
    ).toBeNull();
  });

  test('framework, then deployment, then spec method are released, and what differs is named', () => {
    const other = (key: SweepSketch['key']) =>
      match([entry({ key: g1 }), entry({ key: { ...g2, ...key } })], '_/g1-vs-g2')!.chosen;
    expect(other({ framework: 'vllm' }).mismatch).toEqual(['framework']);
    expect(other({ deployment: 'disagg' })).toMatchObject({
      mismatch: ['deployment'],
      matched: { framework: 'sglang', specMethod: 'off' },
    });
    expect(other({ specMethod: 'mtp', framework: 'vllm' }).mismatch).toEqual([
      'specMethod',
      'framework',
    ]);
  });

  test('a side without data is absent while two others remain', () => {
    const entries = [entry({ key: g1 }), entry({ key: g2 })];
    expect(match(entries, '_/g1-vs-m3-vs-g2')!.chosen.sides.map((side) => side.length)).toEqual([
      1, 0, 1,
    ]);
    expect(match(entries, '_/g1-vs-m3')).toBeNull();
  });

  test('a third side with data under no common value is absent, the later one first', () => {
    const entries = [
      entry({ key: g1 }),
      entry({ key: g2 }),
      entry({ key: { hardware: 'm3', workload: '8k1k' } }),
    ];
    expect(match(entries, '_/g1-vs-g2-vs-m3')!.chosen.sides.map((side) => side.length)).toEqual([
      1, 1, 0,
    ]);
  });

  test('matched never mixes dimensions', () => {
    const key = fc.record({
      hardware: fc.constantFrom('g1', 'g2', 'm3'),
      precision: fc.constantFrom('fp4', 'fp8'),
      specMethod: fc.constantFrom('off', 'mtp', null),
      framework: fc.constantFrom('sglang', 'vllm', null),
      deployment: fc.constantFrom('single-node', 'disagg', null),
      workload: fc.constantFrom('1k1k', '8k1k'),
      interactivityBasis: fc.constantFrom('median-tpot' as const, 'p90-itl' as const),
    });
    const basis = fc.constantFrom('measured' as const, 'published' as const);
    const sketches = fc.uniqueArray(fc.record({ key, basis }), {
      maxLength: 40,
      selector: (s) => JSON.stringify(s),
    });
    const ids = fc.constantFrom(
      '_/g1-vs-g2',
      'fp8/g1-vs-g2',
      'g1/fp4-vs-fp8',
      '_/g1-vs-g2-vs-m3',
      'g1-fp8/mtp-vs-off',
    );
    fc.assert(
      fc.property(sketches, ids, (all, id) => {
        const found = match(
          all.map((sketch) => entry(sketch)),
          id,
        );
        for (const { sides, matched, mismatch, basis: common } of found
          ? [found.chosen, ...found.alternatives]
          : []) {
          const used = sides.flat();
          expect(new Set(used.map((e) => e.basis))).toEqual(new Set([common]));
          expect(new Set(used.map((e) => e.key.interactivityBasis)).size).toBe(1);
          for (const dimension of NAMED_DIMENSIONS) {
            const values = new Set(used.map((e) => e.key[dimension]));
            if (dimension in matched) expect([...values]).toEqual([matched[dimension]]);
            if (mismatch.includes(dimension)) expect(values.size).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('ranking', () => {
  const pair = (key: SweepSketch['key'], rest: Partial<SweepSketch> = {}) => [
    entry({ key: { ...g1, ...key }, ...rest }),
    entry({ key: { ...g2, ...key }, ...rest }),
  ];
  const winner = (entries: readonly SweepEntry[], request: Partial<MatchRequest> = {}) =>
    match(entries, 'fp8/g1-vs-g2', request)!.chosen;

  test('measured before published', () => {
    const both = [...pair({}, { basis: 'published' }), ...pair({}, { points: '20:9 30:8' })];
    expect(winner(both).basis).toBe('measured');
    expect(winner(both, { basis: 'published' }).basis).toBe('published');
  });

  test("the preset's basis and matched values before all", () => {
    const preset: Preset = {
      id: '',
      old: [],
      basis: 'published',
      matched: { workload: '8k1k' },
      targets: [30],
    };
    const all = [
      ...pair({}),
      ...pair({ workload: '8k1k' }),
      ...pair({ workload: '8k1k' }, { basis: 'published' }),
    ];
    expect(winner(all, { preset })).toMatchObject({
      basis: 'published',
      matched: { workload: '8k1k' },
    });
    expect(winner(all).basis).toBe('measured');
  });

  test('among published ones an unstated spec method first', () => {
    const all = [
      ...pair({}, { basis: 'published' }),
      ...pair({ specMethod: null }, { basis: 'published' }),
    ];
    expect(winner(all).matched.specMethod).toBeNull();
  });

  const better = [
    { name: 'no known issue', worse: { issue: { reason: 'x', url: null } }, rest: {} },
    {
      name: 'a band wider than a point',
      worse: { points: '20:2000' },
      rest: { points: '20:9 21:8' },
    },
    {
      name: 'more knots on the thinner side',
      worse: { points: '20:9 80:8' },
      rest: { points: '20:9 25:8 30:7' },
    },
    {
      name: 'a relatively wider band',
      worse: { points: '20:9 25:8 28:7 30:6 31:5 32:4' },
      rest: { points: '20:9 40:8 60:7 80:6' },
    },
    {
      name: 'more knots in total',
      worse: { points: '20:9 40:8 60:7 80:6' },
      rest: { points: '20:9 40:8 50:7 60:6 80:5' },
    },
    { name: 'the newer date', worse: { date: '2026-01-01' }, rest: { date: '2026-02-01' } },
  ];
  test.each(better)('$name first', ({ worse, rest }) => {
    const all = [...pair({ framework: 'sglang' }, worse), ...pair({ framework: 'vllm' }, rest)];
    expect(winner(all).matched.framework).toBe('vllm');
    expect(match(all, 'fp8/g1-vs-g2')!.alternatives[0]!.matched.framework).toBe('sglang');
  });

  test('at most 12 alternatives', () => {
    const workloads = ['1k1k', '8k1k', 'traces'];
    const all = ['sglang', 'vllm', null].flatMap((framework) =>
      workloads.flatMap((workload) =>
        ['off', 'mtp'].flatMap((specMethod) => pair({ framework, workload, specMethod })),
      ),
    );
    expect(match(all, 'fp8/g1-vs-g2')!.alternatives).toHaveLength(12);
  });
});

describe('runs and pools', () => {
  const runs = [
    entry({ run: '1', date: '2026-01-10', label: 'before', isDefault: false }),
    entry({ run: '2', date: '2026-02-10' }),
    entry({ run: '3', date: '2026-03-10', label: 'after', isDefault: false }),
  ];
  const dates = (id: string) => match(runs, id)?.chosen.sides.map(([e]) => e?.run) ?? null;

  test('a day is the newest run up to it, default or not', () => {
    expect(dates('g1-fp8/20260131-vs-20260310')).toEqual(['1', '3']);
    expect(dates('g1-fp8/20260309-vs-20260310')).toEqual(['2', '3']);
    expect(dates('g1-fp8/20260109-vs-20260310')).toBeNull();
  });

  test('without a run token only default runs are read, however full another run is', () => {
    const thin = entry({ run: '2', points: '20:9 30:8' });
    const full = entry({ run: '1', isDefault: false });
    const other = entry({ key: g2 });
    const { chosen, alternatives } = match([full, thin, other], 'fp8/g1-vs-g2')!;
    expect(chosen.sides[0]).toEqual([thin]);
    expect(alternatives).toEqual([]);
    expect(match([full, thin, other], 'fp8/g1-vs-g2', { pool: true })!.chosen.sides[0]).toEqual([
      thin,
    ]);
  });

  test('labels name runs', () => {
    expect(dates('g1-fp8/~before-vs-~after')).toEqual(['1', '3']);
    expect(dates('g1-fp8/~before-vs-~later')).toBeNull();
  });

  test('pooling gives each side all its recipes under one workload and precision', () => {
    const all = [
      entry({ key: { ...g1, framework: 'vllm' } }),
      entry({ key: { ...g1, specMethod: 'mtp' } }),
      entry({ key: { ...g2, deployment: 'disagg' } }),
      entry({ key: { ...g2, workload: '8k1k' } }),
    ];
    const { chosen } = match(all, '_/g1-vs-g2', { pool: true })!;
    expect(chosen.sides.map((side) => side.length)).toEqual([2, 1]);
    expect(chosen.matched).toEqual({ precision: 'fp8', workload: '1k1k' });
  });
});
