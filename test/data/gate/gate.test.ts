import { describe, expect, test } from 'vitest';
import { beforeAfter, withLabelBefore } from '../../../data/gate/before-after.ts';
import { gate } from '../../../data/gate/gate.ts';
import { parseThreshold } from '../../../data/gate/threshold.ts';
import { buildRelease } from '../../../data/release/release.ts';
import type { Sweep } from '../../../src/core/sweep.ts';
import { POINT, VALID, measuredSweep } from '../load/valid-data-set.ts';

const NOW = '2026-11-23T09:00:00Z';
const ID = 'ant/x1-fp8-1k1k/~before-vs-~after';

/** `'20:1000 60:400'` is a run of two points: 20 tok/s/user at 1000 tok/s/GPU, then 60 at 400. */
function run(text: string, label: string | null, date: string | null = null): Sweep {
  const points = text.split(' ').map((pair) => {
    const [interactivity = NaN, throughput = NaN] = pair.split(':').map(Number);
    return { ...POINT, interactivity, throughput };
  });
  return { ...measuredSweep(label ?? date!, label), date, points };
}

function releaseOf(...sweeps: readonly Sweep[]) {
  const presets: typeof VALID.presets = [];
  return buildRelease({ ...VALID, presets, knownIssues: [], sweeps });
}

/** Every knot of the second run is the first's by a factor. */
async function verdictOf(factor: number, ...rules: readonly string[]) {
  const before = [20, 60, 100].map((x) => [x, 2000 - 15 * x] as const);
  const text = (by: number) => before.map(([x, y]) => `${x}:${y * by}`).join(' ');
  const release = releaseOf(run(text(1), 'before'), run(text(factor), 'after'));
  return gate(release, [ID], rules.map(parseThreshold), { now: NOW, alone: [] });
}

describe('a threshold', () => {
  // At a knot each value likely lies within a factor 1.02, their ratio within exp(√2 ln 1.02) = 1.0284.
  test.each([
    { factor: 0.96, rule: 'throughput at 60 falls by more than 5 %', passes: true },
    { factor: 0.94, rule: 'throughput at 60 falls by more than 5 %', passes: false },
    { factor: 0.94, rule: 'throughput at 60 falls by more than 5 %, decided', passes: true },
    { factor: 0.925, rule: 'throughput at 60 falls by more than 5 %, decided', passes: true },
    { factor: 0.923, rule: 'throughput at 60 falls by more than 5 %, decided', passes: false },
    { factor: 0.9, rule: 'throughput rises by more than 5%', passes: true },
    { factor: 1.06, rule: 'throughput rises by more than 5%', passes: false },
    { factor: 1.07, rule: 'throughput at 60 rises by more than 5%, decided', passes: true },
    { factor: 1.081, rule: 'throughput at 60 rises by more than 5%, decided', passes: false },
    { factor: 0.94, rule: 'cost at 60 rises by more than 6 %', passes: false },
    { factor: 0.94, rule: 'cost at 60 rises by more than 6.5 %', passes: true },
    { factor: 0.92, rule: 'cost at 60 rises by more than 5 %, decided', passes: false },
    { factor: 0.94, rule: 'cost at 60 rises by more than 5 %, decided', passes: true },
    { factor: 0.94, rule: 'cost at 60 falls by more than 1 %', passes: true },
    { factor: 1.02, rule: 'cost at 60 falls by more than 1 %', passes: false },
  ])('$rule at × $factor: passes $passes', async ({ factor, rule, passes }) => {
    expect((await verdictOf(factor, rule)).isPassed).toBe(passes);
  });

  test('one of several that is passed fails all, and each is said', async () => {
    const rules = ['throughput at 60 falls by more than 50 %', 'throughput falls by more than 5 %'];
    const { isPassed, lines, markdown } = await verdictOf(0.9, ...rules);
    expect(isPassed).toBe(false);
    expect(lines[0]).toBe(
      'Ant on X1 FP8 1k/1k: before vs after: throughput at 60 tok/s/user 1100 → 990 tok/s/GPU, −10.0 % (likely −12.5 % to −7.4 %): within the threshold (throughput at 60 falls by more than 50 %)',
    );
    expect(lines.slice(1).every((line) => line.includes('beyond the threshold ('))).toBe(true);
    expect(lines).toHaveLength(4);
    expect(markdown).toContain('**Failed**');
    expect(markdown).toContain('### Ant on X1 FP8');
    expect(markdown).not.toMatch(/\]\(/); // no link: there is no site
  });

  test.each([
    'throughput drops',
    'ttft at 60 rises by more than 5 %',
    'throughput falls by more than 0 %',
  ])('"%s" is none', (text) =>
    expect(() => parseThreshold(text)).toThrow(/is no threshold: write it like/),
  );
});

describe('what cannot be judged does not pass', () => {
  const rule = [parseThreshold('throughput at 60 falls by more than 5 %')];

  test('a run that does not reach the speed', async () => {
    const release = releaseOf(run('20:1000 80:400', 'before'), run('20:1000 50:900', 'after'));
    const { isPassed, lines, markdown } = await gate(release, [ID], rule, { now: NOW, alone: [] });
    expect([isPassed, lines]).toEqual([false, [expect.stringContaining('has no number there')]]);
    expect(markdown).toContain('**Not judged**');
  });

  test('runs without a common speed', async () => {
    const release = releaseOf(run('20:1000 30:900', 'before'), run('50:800 80:400', 'after'));
    const every = [parseThreshold('throughput falls by more than 5 %')];
    const { isPassed, lines } = await gate(release, [ID], every, { now: NOW, alone: [] });
    expect([isPassed, lines]).toEqual([false, [expect.stringContaining('share no speed')]]);
  });

  test('a run without one before it, unless nothing is asked', async () => {
    const release = releaseOf(run('20:1000 80:400', 'after'));
    const { ids, alone } = beforeAfter(release.sweeps, 'before', 'after');
    expect([ids, alone.length]).toEqual([[], 1]);
    expect((await gate(release, ids, rule, { now: NOW, alone })).isPassed).toBe(false);
    expect((await gate(release, ids, [], { now: NOW, alone })).isPassed).toBe(true);
  });
});

test('the run before is that of the label, else the newest other one', () => {
  const dated = [run('20:1000', null, '2026-11-01'), run('20:1000', null, '2026-11-08')];
  const after = run('20:900', 'after', '2026-11-20');
  const idsOf = (...sweeps: readonly Sweep[]) =>
    beforeAfter(releaseOf(...sweeps).sweeps, 'before', 'after').ids;
  expect(idsOf(...dated, after)).toEqual(['ant/x1-fp8-1k1k/20261108-vs-~after']);
  expect(idsOf(...dated, run('20:990', 'before', '2026-10-01'), after)).toEqual([ID]);
  const other = { ...after, key: { ...after.key, hardware: 'x2' } };
  expect(idsOf(...dated, other)).toEqual([]);
});

test('the newest other run is what an address comes to, whatever else its day has', () => {
  // by its day alone the one without a label would come to the run after
  const sweeps = [
    run('20:1000', null, '2026-11-20'),
    { ...run('20:1100', 'v2', '2026-11-20'), run: 'z' },
    { ...run('20:900', 'after', '2026-11-20'), run: 'zz' },
  ];
  const { ids } = beforeAfter(releaseOf(...sweeps).sweeps, 'before', 'after');
  expect(ids).toEqual(['ant/x1-fp8-1k1k/~v2-vs-~after']);
});

describe('an id whose sides are one run', () => {
  const idOf = (sides: string) => `ant/x1-fp8-1k1k/${sides}`;
  const failure = (id: string, ...sweeps: readonly Sweep[]) =>
    gate(releaseOf(...sweeps), [id], [], { now: NOW, alone: [] }).catch(
      (error: Error) => error.message,
    );

  test('is refused with both, the run that they mean, and what there is', async () => {
    const runs = [
      { ...run('20:1000', null, '2026-11-08'), run: '17' },
      { ...run('20:1000', null, '2026-11-08'), run: '18' },
      run('20:900', 'after', '2026-11-20'),
    ];
    expect(await failure(idOf('20261109-vs-20261119'), ...runs)).toBe(
      'comparison "ant/x1-fp8-1k1k/20261109-vs-20261119": two sides are the same run: 20261109 and 20261119 both come to that of 2026-11-08 (18); the runs are 2026-11-20 ~after, 2026-11-08 (18) and 2026-11-08 (17); name two of them by ~label, or by days, of which each means the newest run up to it',
    );
  });

  test('and where there is no other run, that is said', async () => {
    const id = idOf('20261109-vs-20261119');
    expect(await failure(id, run('20:1000', null, '2026-11-08'))).toContain(
      '20261109 and 20261119 both come to that of 2026-11-08; there is no other run to compare it with',
    );
  });
});

describe('runs before that have no label', () => {
  const text = '20:1000 60:400';
  const dated = (day: string) => run(text, null, day);
  const idsOf = (...sweeps: readonly Sweep[]) => {
    const labelled = withLabelBefore(sweeps, 'before', 'after');
    return beforeAfter(releaseOf(...labelled).sweeps, 'before', 'after');
  };

  test('are told from a run after of the same day', () => {
    const after = run(text, 'after', '2026-03-04');
    expect(idsOf(dated('2026-03-04'), after)).toEqual({ ids: [ID], alone: [] });
  });

  test('are compared by the newest of them, dated or not', () => {
    const sweeps = [dated('2026-03-02'), dated('2026-03-04'), run(text, 'after', '2026-03-04')];
    const labels = withLabelBefore(sweeps, 'before', 'after').map(({ label }) => label);
    expect(labels).toEqual([null, 'before', 'after']);
    const undated = { ...run(text, 'x'), run: 'import', label: null };
    expect(idsOf(undated, run(text, 'after', '2026-03-04')).ids).toEqual([ID]);
  });

  test('stay as they are beside one that has the label, or a newer one of another', () => {
    const after = run(text, 'after', '2026-03-04');
    const labelled = [run(text, 'before', '2026-03-01'), dated('2026-03-04'), after];
    expect(withLabelBefore(labelled, 'before', 'after')).toEqual(labelled);
    const other = [dated('2026-03-01'), run(text, 'v2', '2026-03-03'), after];
    expect(withLabelBefore(other, 'before', 'after')).toEqual(other);
  });
});
