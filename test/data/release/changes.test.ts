import { describe, expect, test } from 'vitest';
import { releaseChanges } from '../../../src/core/changes/release-changes.ts';
import { changesText } from '../../../data/release/changes-text.ts';
import { curveQualities } from '../../../data/release/curve-quality.ts';
import type { DataSet } from '../../../data/load/data-set.ts';
import { buildRelease } from '../../../data/release/release.ts';
import type { OperatingPoint, Sweep } from '../../../src/core/sweep.ts';
import { POINT, VALID, publishedSweep } from '../load/valid-data-set.ts';

/** The preset ant/fp8-1k1k/x1-vs-x2 asks at 20 and 40.5 tok/s/user; x1 has a price of $2. */
function sweep(hardware: string, basis: Sweep['basis'], throughputs: readonly number[]): Sweep {
  const points = throughputs.map((throughput, i): OperatingPoint => {
    return { ...POINT, interactivity: 20 + 20.5 * i, throughput };
  });
  return { ...publishedSweep(hardware), basis, run: basis, points };
}

function release(sweeps: readonly Sweep[], changes: Partial<DataSet> = {}) {
  return buildRelease({ ...VALID, ...changes, knownIssues: [], sweeps });
}

const X1 = sweep('x1', 'published', [1000, 500]);
const X2 = sweep('x2', 'published', [800, 400]);
const ID = 'ant/fp8-1k1k/x1-vs-x2';

describe('the difference between two releases', () => {
  test('is nothing between equal ones', () => {
    const changes = releaseChanges(release([X1, X2]), release([X2, X1]));
    // the preset, and it without precision, workload and both
    expect(changes).toMatchObject({ comparisons: [], unchanged: 4, blobs: [] });
    expect(changesText(changes)).toMatch(/ are the same\n$/);
  });

  test('names the values that moved, and by how much', () => {
    const moved = sweep('x1', 'published', [1100, 500]);
    const changes = releaseChanges(release([X1, X2]), release([moved, X2]));
    const [change] = changes.comparisons;
    expect(change).toMatchObject({ id: ID, kind: 'values', assignments: [] });
    // $2 an hour at 1000 tok/s is 2e6 / 3.6e6 $/M tokens.
    expect(change!.values).toEqual([
      {
        side: 'x1',
        interactivity: 20,
        metric: 'throughput',
        before: 1000,
        after: 1100,
        relative: expect.closeTo(0.1, 12),
      },
      {
        side: 'x1',
        interactivity: 20,
        metric: 'costPerMillionTokens',
        before: expect.closeTo(2e6 / 3.6e6, 12),
        after: expect.closeTo(2e6 / 3.96e6, 12),
        relative: expect.closeTo(1 / 1.1 - 1, 12),
      },
    ]);
    expect(changesText(changes)).toContain(
      'at 20 tok/s/user, x1: 1000 to 1100 tok/s/GPU (+10.0 %)',
    );
  });

  test('tells other sweeps from other values', () => {
    const matched = { framework: null, deployment: null };
    const presets = [{ ...VALID.presets[0]!, basis: 'measured' as const, matched }];
    const measured = [sweep('x1', 'measured', [900, 450]), sweep('x2', 'measured', [700, 350])];
    const after = release([X1, X2, ...measured], { presets });
    const [change] = releaseChanges(release([X1, X2], { presets }), after).comparisons;
    expect(change).toMatchObject({
      kind: 'assignment',
      assignments: [{ side: 'x1' }, { side: 'x2' }],
    });
    expect(change!.assignments[0]!.after).toEqual([expect.stringContaining('measured')]);
    expect(changesText(releaseChanges(release([X1, X2]), after))).toContain(
      '2 sweeps added, 0 removed',
    );
  });

  test('every preset that moved is named, of others twenty, and how many more there are', () => {
    const changes = releaseChanges(
      release([X1, X2]),
      release([sweep('x1', 'published', [1100, 500]), X2]),
    );
    const [change] = changes.comparisons;
    const others = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...change!, id: `x/${i}`, isPreset: false }));
    const textOf = (count: number) =>
      changesText({ ...changes, comparisons: [change!, ...others(count)] });
    expect(textOf(25)).toContain('and 5 more that no preset names');
    expect(textOf(25).match(/\(no preset\)/g)).toHaveLength(20);
    expect(textOf(20)).not.toContain('more that no preset names');
  });

  test('says what a short address means now that no preset names', () => {
    const another = (hardware: string) => {
      const { key, ...rest } = sweep(hardware, 'measured', [900, 450]);
      return { ...rest, key: { ...key, precision: 'fp4' } };
    };
    const after = release([X1, X2, another('x1'), another('x2')]);
    const changes = releaseChanges(release([X1, X2]), after);
    // the preset, and whatever names its precision, say what they said
    expect(changes.comparisons.map(({ id, kind }) => [id, kind])).toEqual([
      ['ant/fp4/x1-vs-x2', 'appeared'],
      ['ant/1k1k/x1-vs-x2', 'assignment'],
      ['ant/_/x1-vs-x2', 'assignment'],
    ]);
    const short = changes.comparisons.find(({ id }) => id === 'ant/_/x1-vs-x2')!;
    expect(short.isPreset).toBe(false);
    expect(short.specific.before).toContain('fp8');
    expect(short.specific.after).toContain('fp4');
    expect(short.assignments.map(({ side }) => side)).toEqual(['x1', 'x2']);
    expect(changes.unchanged).toBe(2);
    expect(changesText(changes)).toContain('ant/_/x1-vs-x2 (no preset): other sweeps');
  });

  test('a price moves every cost, though no sweep moved', () => {
    const [card, ...others] = VALID.rates;
    const dearer = {
      ...card!,
      hardware: Object.fromEntries(
        Object.entries(card!.hardware).map(([key, rates]) => [
          key,
          { ...rates, usdPerGpuHour: { hyperscaler: 9 } },
        ]),
      ),
    };
    const after = release([X1, X2], { rates: [dearer, ...others] });
    const { comparisons } = releaseChanges(release([X1, X2]), after);
    expect(comparisons.map(({ kind }) => kind)).toEqual(['values', 'values', 'values', 'values']);
    const metrics = comparisons.flatMap(({ values }) => values.map(({ metric }) => metric));
    expect(new Set(metrics)).toEqual(new Set(['costPerMillionTokens']));
  });

  test('says when a comparison comes or goes', () => {
    const [without, whole] = [release([X1]), release([X1, X2])];
    expect(releaseChanges(without, whole).comparisons[0]!.kind).toBe('appeared');
    expect(releaseChanges(whole, without).comparisons[0]!.kind).toBe('disappeared');
  });
});

test('curves are listed worst first: by error, then the short ones by their gap', () => {
  const long = (hardware: string, third: number) =>
    sweep(hardware, 'measured', [1000, 800, third, 400]);
  const gap = {
    ...X2,
    run: 'gap',
    points: X2.points.map((p, i) => ({ ...p, interactivity: i ? 90 : 20 })),
  };
  const list = curveQualities(release([long('x1', 600), long('x2', 410), X1, gap]).sweeps);
  expect(list.map(({ sweep: id, knots }) => [id.split(' ')[2], knots])).toEqual([
    ['x2', 4],
    ['x1', 4],
    ['x2', 2],
    ['x1', 2],
  ]);
  expect(list[1]!.leaveOneOutError).toBeCloseTo(0, 12); // four points on a line
  expect(list[2]).toMatchObject({
    leaveOneOutError: null,
    widestGap: { left: 20, right: 90, factor: 4.5 },
  });
});
