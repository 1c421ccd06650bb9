import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/core/address.ts';
import { assemble } from '../../src/core/assemble.ts';
import type { AssemblyOptions } from '../../src/core/assemble.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import { releaseIndex } from '../../src/core/release-index.ts';
import type { OperatingPoint } from '../../src/core/sweep.ts';
import { titleIn } from '../../src/view/text/title.ts';
import { en } from '../../src/view/words/en/index.ts';
import { catalog, entryOf, operatingPoints, sweep } from './fixtures.ts';
import type { SweepSketch } from './fixtures.ts';

/** The assembly of an address from a release of such sweeps, each with its own run or key. */
function assembled(
  sketches: readonly SweepSketch[],
  id: string,
  asked: Partial<AssemblyOptions> = {},
) {
  const sweeps = sketches.map(sweep);
  const entries = sweeps.map((one, i) => entryOf(one, sketches[i]!.isDefault ?? true));
  const index = releaseIndex({ id: 'r', publishedAt: '', catalog }, entries);
  const parsed = parseAddress(`mo-1/${id}`, catalog);
  if ('problem' in parsed) throw new Error(parsed.problem.rule);
  // by key and run: with a limit, entries are made anew
  const sweepOf = ({ key, run }: { key: object; run: string }) =>
    sweeps.find((one) => one.run === run && JSON.stringify(one.key) === JSON.stringify(key))!;
  const options = { ...DEFAULT_OPTIONS, ...asked };
  const assembly = assemble(index, parsed.value, options, titleIn(en), sweepOf);
  return { assembly, comparison: assembly?.sameRun === null ? assembly.compare(sweepOf) : null };
}

/** `'20:2000:4'` is a point with a TTFT of 4 s. */
function timed(text: string): OperatingPoint[] {
  return text.split(' ').flatMap((part) => {
    const [x, y, ttft] = part.split(':');
    return operatingPoints(`${x}:${y}`, { ttft: Number(ttft) });
  });
}

const codes = (c: Comparison | null) => c?.notices.map(({ code }) => code);

describe('a limit of the first token comes before matching', () => {
  const g1 = { hardware: 'g1' };
  const g2 = { hardware: 'g2' };
  // Without a limit 1k/1k is matched, which has more knots; within 2 s it has none on g2.
  const sketches: SweepSketch[] = [
    { key: g1, points: timed('20:2000:1 40:1500:1 60:900:1 80:300:1') },
    { key: g2, points: timed('20:1000:9 40:700:8 60:400:7 80:100:6') },
    { key: { ...g1, workload: '8k1k' }, points: timed('20:900:1 40:500:1 60:200:1') },
    { key: { ...g2, workload: '8k1k' }, points: timed('20:400:1.5 40:200:1 60:100:1') },
  ];

  test('what has points within it is matched', () => {
    expect(assembled(sketches, '_/g1-vs-g2').comparison!.matched).toMatchObject({
      workload: '1k1k',
    });
    const within = assembled(sketches, '_/g1-vs-g2', { ttft: 2 }).comparison!;
    expect(within.matched).toMatchObject({ workload: '8k1k' });
    expect(within.sides.map(({ knots }) => knots.length)).toEqual([3, 3]);
  });

  test('alternatives are those that have points within it, read from them', () => {
    const third = { ...g2, framework: 'vllm' };
    const more: SweepSketch[] = [
      ...sketches,
      { key: { ...g1, framework: 'vllm' }, points: timed('20:2000:1 40:1500:1 60:900:1 80:300:1') },
      { key: third, points: timed('10:4000:9 20:1000:1 40:750:1 60:450:1 80:150:1') },
    ];
    const { alternatives, matched } = assembled(more, '_/g1-vs-g2', { ttft: 2 }).comparison!;
    expect([matched, ...alternatives.map((a) => a.matched)].map((m) => m.workload)).toEqual([
      '1k1k',
      '8k1k',
    ]);
    const free = assembled(more, '_/g1-vs-g2').comparison!;
    expect(free.alternatives).toHaveLength(2);
  });

  test('a side without a point within it is late, not absent', () => {
    const three: SweepSketch[] = [
      ...sketches.slice(0, 1),
      { key: g2, points: timed('20:1000:1 40:700:1 60:400:1 80:100:1') },
      { key: { hardware: 'm3' }, points: timed('20:1000:9 40:700:8') },
    ];
    const c = assembled(three, '_/g1-vs-g2-vs-m3', { ttft: 2 }).comparison!;
    expect(c.notices.find(({ code }) => code === 'ttft-limit')).toMatchObject({
      facts: { labels: ['M3'], limit: 2 },
    });
    expect(codes(c)).not.toContain('absent-side');
  });

  test('where no side has one, both are late', () => {
    const late = sketches.slice(0, 2);
    const c = assembled(late, '_/g1-vs-g2', { ttft: 0.1 }).comparison!;
    expect(c.targets).toEqual([]);
    expect(c.notices[0]).toMatchObject({ code: 'ttft-limit', facts: { labels: ['G1', 'G2'] } });
  });

  test('where nothing is within it, no other way to match says what lies beyond it', () => {
    expect(assembled(sketches, '_/g1-vs-g2').comparison!.alternatives).toHaveLength(1);
    const c = assembled(sketches, '_/g1-vs-g2', { ttft: 0.1 }).comparison!;
    expect(c.alternatives).toEqual([]);
  });

  test('runs are compared load by load within it', () => {
    const at = (text: string, ttft: number, concurrency: number) =>
      operatingPoints(text, { ttft, concurrency, gpus: 8 });
    const runs: SweepSketch[] = [
      {
        run: '1',
        date: '2026-03-01',
        isDefault: false,
        points: [...at('20:2000', 3, 64), ...at('60:900', 1, 16)],
      },
      { run: '2', date: '2026-05-20', points: [...at('21:2100', 1, 64), ...at('61:950', 1, 16)] },
    ];
    const loadsOf = (ttft: number | null) =>
      assembled(runs, 'g1/20260301-vs-20260520', { ttft }).comparison!.equalLoads!;
    expect(loadsOf(null).map(({ concurrency }) => concurrency)).toEqual([16, 64]);
    expect(loadsOf(2).map(({ concurrency }) => concurrency)).toEqual([16]);
  });
});

describe('runs', () => {
  const points = '20:2000 40:1500 60:900 80:300';
  const runs: SweepSketch[] = [
    { run: '1', date: '2026-03-01', points, isDefault: false },
    { run: '2', date: '2026-05-20', points: '20:2200 40:1600 60:950 80:320' },
  ];

  test('a side is called by the day of its run, not by the day that was asked', () => {
    const c = assembled(runs, 'g1/20260415-vs-20260601').comparison!;
    expect(c.sides.map(({ label }) => label)).toEqual(['2026-03-01', '2026-05-20']);
    expect(c.sides.map(({ key }) => key)).toEqual(['20260415', '20260601']);
    expect(c.title).toBe('Mo 1 on G1: 2026-03-01 vs 2026-05-20');
  });

  test('two days that come to one run are no comparison: the runs there are', () => {
    const { assembly } = assembled(runs, 'g1/20260310-vs-20260415');
    const { sides, run, runs: all } = assembly!.sameRun!;
    expect([sides, run.run, all.map((one) => one.run)]).toEqual([
      ['20260310', '20260415'],
      '1',
      ['2', '1'],
    ]);
    expect(assembled(runs, 'g1/20260310-vs-20260601').assembly!.sameRun).toBeNull();
  });

  test('two runs of one day are told apart by their numbers', () => {
    const day: SweepSketch[] = [
      { run: '7', label: 'before', date: '2026-05-20', points, isDefault: false },
      { run: '8', date: '2026-05-20', points },
    ];
    expect(assembled(day, 'g1/~before-vs-20260520').comparison!.sides.map((s) => s.label)).toEqual([
      'before',
      '2026-05-20',
    ]);
  });

  test('points under one load are compared directly, the median of repeats', () => {
    const at = (text: string, concurrency: number, parallelism = 'TP8') =>
      operatingPoints(text, { concurrency, gpus: 8, parallelism });
    const c = assembled(
      [
        {
          run: '1',
          date: '2026-03-01',
          isDefault: false,
          points: [
            ...at('20:2000', 64),
            ...at('60:900', 16),
            ...at('61:880', 16),
            ...at('62:700', 16),
            ...at('80:300', 4, 'TP4'),
          ],
        },
        {
          run: '2',
          date: '2026-05-20',
          points: [...at('21:2180', 64), ...at('60:968', 16), ...at('85:330', 4)],
        },
      ],
      'g1/20260301-vs-20260520',
    ).comparison!;
    expect(c.equalLoads).toEqual([
      { concurrency: 16, parallelism: 'TP8', throughput: [880, 968], interactivity: [61, 60] },
      { concurrency: 64, parallelism: 'TP8', throughput: [2000, 2180], interactivity: [20, 21] },
    ]);
    expect(assembled(runs, 'g1/20260301-vs-20260520').comparison!.equalLoads).toEqual([]);
    const gpus: SweepSketch[] = [{ points }, { key: { hardware: 'g2' }, points }];
    expect(assembled(gpus, '_/g1-vs-g2').comparison!.equalLoads).toBeNull();
  });
});
