import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/core/address.ts';
import { compare } from '../../src/core/compare.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { matchSides } from '../../src/core/match.ts';
import { sweepId } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import type { Preset } from '../../src/core/vocabulary.ts';
import { catalog, entryOf, operatingPoints, sweep, source } from './fixtures.ts';
import type { SweepSketch } from './fixtures.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import type { CompareOptions } from '../../src/core/options.ts';
import { NOTICE_CODES } from '../../src/core/notices.ts';
import type { NoticeCode } from '../../src/core/notice-facts.ts';
import { titleIn } from '../../src/view/text/title.ts';
import { en } from '../../src/view/words/en/index.ts';

const FALLING = '20:2000 30:1700 40:1500 60:900 80:300';
const LOWER = '20:1000 30:850 40:700 60:400 80:100';
const g1 = { hardware: 'g1' };
const g2 = { hardware: 'g2' };

interface Question extends Partial<CompareOptions> {
  readonly preset?: Preset;
}

function comparison(
  sketches: readonly SweepSketch[],
  id: string,
  { preset, ...options }: Question = {},
): Comparison {
  const sweeps = sketches.map(sweep);
  const entries = sweeps.map((one, i) => entryOf(one, sketches[i]!.isDefault));
  const byId = new Map(sweeps.map((one): [string, Sweep] => [sweepId(one), one]));
  const parsed = parseAddress(`mo-1/${id}`, catalog);
  if ('problem' in parsed) throw new Error(parsed.problem.rule);
  const address = parsed.value;
  const request = { basis: null, pool: options.pool ?? false, preset: preset ?? null };
  const match = matchSides(entries, address, request);
  if (match === null) throw new Error('fewer than two sides');
  return compare({
    address,
    match,
    preset: preset ?? null,
    entries,
    sweepOf: (entry) => byId.get(sweepId(entry))!,
    catalog,
    release: { id: '0123456789ab', publishedAt: '2026-11-24T00:00:00Z' },
    titleOf: titleIn(en),
    options: { ...DEFAULT_OPTIONS, ...options },
  });
}

const two = [
  { key: g1, points: FALLING },
  { key: g2, points: LOWER },
];
const codes = (c: Comparison): NoticeCode[] => c.notices.map(({ code }) => code);
const notice = (c: Comparison, code: NoticeCode) => c.notices.find((n) => n.code === code);

describe('compare', () => {
  test('names what it compares and what it matched', () => {
    const c = comparison(two, 'fp8/g1-vs-g2');
    expect(c).toMatchObject({
      id: 'mo-1/fp8/g1-vs-g2',
      specificId: 'mo-1/fp8-off-sglang-single-node-1k1k/g1-vs-g2',
      title: 'Mo 1 on FP8: G1 vs G2',
      compared: ['hardware'],
      band: { min: 20, max: 80 },
      targets: [35, 50, 65],
      tokenShares: { input: 0.5, output: 0.5 },
    });
    expect(c.labels).toMatchObject({ g1: 'G1', fp8: 'FP8', '1k1k': '1k/1k', sglang: 'SGLang' });
    expect(codes(c)).toEqual([]);
  });

  test('targets: asked for, ascending and once; else the preset’s; else the band’s', () => {
    const preset: Preset = {
      id: 'mo-1/fp8/g1-vs-g2',
      old: [],
      basis: 'measured',
      matched: { workload: '1k1k' },
      targets: [30, 70],
    };
    expect(comparison(two, 'fp8/g1-vs-g2', { preset }).targets).toEqual([30, 70]);
    expect(comparison(two, 'fp8/g1-vs-g2', { preset, at: [50, 25, 50] }).targets).toEqual([25, 50]);
    const elsewhere = { ...preset, matched: { workload: '8k1k' } };
    expect(comparison(two, 'fp8/g1-vs-g2', { preset: elsewhere }).targets).toEqual([35, 50, 65]);
  });

  test('the newest rate card, unless all sweeps name one, unless one is asked for', () => {
    const named = two.map((one) => ({ ...one, rates: '2025-01' }));
    const prices = (c: Comparison) => [c.rates.id, ...c.sides.map((side) => side.usdPerGpuHour)];
    expect(prices(comparison(two, '_/g1-vs-g2'))).toEqual(['2026-01', 1.8, 3.6]);
    expect(prices(comparison(named, '_/g1-vs-g2'))).toEqual(['2025-01', 3.6, 7.2]);
    expect(prices(comparison([named[0]!, two[1]!], '_/g1-vs-g2'))).toEqual(['2026-01', 1.8, 3.6]);
    expect(prices(comparison(two, '_/g1-vs-g2', { rates: '2025-01' }))).toEqual([
      '2025-01',
      3.6,
      7.2,
    ]);
    expect(() => comparison(two, '_/g1-vs-g2', { rates: '1999-01' })).toThrow('2025-01, 2026-01');
  });

  test('own prices: by hardware over all, all over the card', () => {
    const c = comparison(two, '_/g1-vs-g2', { usd: 5, usdByHardware: { g2: 9 } });
    expect(c.sides.map((side) => side.usdPerGpuHour)).toEqual([5, 9]);
    expect(c.ownPrices).toEqual(['g1', 'g2']);
    const some = comparison(two, '_/g1-vs-g2', { usdByHardware: { g2: 9 } });
    expect(some.ownPrices).toEqual(['g2']);
    expect(comparison(two, '_/g1-vs-g2').ownPrices).toEqual([]);
  });

  test('a tier that the card lacks is unknown, not 0', () => {
    const c = comparison(two, '_/g1-vs-g2', { tier: 'neocloud' });
    expect(c.sides.map((side) => side.usdPerGpuHour)).toEqual([2.4, null]);
    expect(c.values[0]!.sides[1]!.costPerMillionTokens).toBeNull();
    expect(notice(c, 'no-price')).toMatchObject({ sides: ['g2'], facts: { tier: 'neocloud' } });
  });

  test('a TTFT limit drops points before the frontier is taken, unknown ones too', () => {
    const points = [
      ...operatingPoints('20:2000', { ttft: 5 }),
      ...operatingPoints('20:1200 40:700', { ttft: 1 }),
      ...operatingPoints('60:600'),
      ...operatingPoints('80:300', { ttft: 0.5 }),
    ];
    const sketches = [
      { key: g1, points },
      { key: g2, points: operatingPoints(LOWER, { ttft: 1 }) },
    ];
    const c = comparison(sketches, '_/g1-vs-g2', { ttft: 2 });
    expect(c.sides[0]!.knots.map((knot) => [knot.interactivity, knot.throughput])).toEqual([
      [20, 1200],
      [40, 700],
      [80, 300],
    ]);
    const none = comparison(sketches, '_/g1-vs-g2', { ttft: 0.1 });
    expect(none.sides.map((side) => side.range)).toEqual([null, null]);
    expect(codes(none)).toContain('ttft-limit');
    for (const one of [c, none]) {
      expect(notice(one, 'ttft-unknown')).toMatchObject({
        sides: ['g1'],
        facts: { sides: [{ label: 'G1', without: 1, of: 5 }] },
      });
    }
    expect(codes(comparison(sketches, '_/g1-vs-g2'))).not.toContain('ttft-unknown');
  });

  test('points that state no TTFT are not called late', () => {
    const unstated = [
      { key: g1, points: FALLING },
      { key: g2, points: operatingPoints(LOWER, { ttft: 3 }) },
    ];
    const c = comparison(unstated, '_/g1-vs-g2', { ttft: 2 });
    expect(notice(c, 'ttft-limit')?.sides).toEqual(['g2']);
    expect(notice(c, 'ttft-unknown')?.facts).toEqual({
      sides: [{ label: 'G1', without: 5, of: 5 }],
      limit: 2,
    });
  });

  test('pooling takes the frontier of all recipes, and each knot names its sweep', () => {
    const c = comparison(
      [
        { key: g1, points: '20:2000 80:100' },
        { key: { ...g1, specMethod: 'mtp' }, points: '60:900 90:500' },
        { key: g2, points: LOWER },
      ],
      '_/g1-vs-g2',
      { pool: true },
    );
    const [side] = c.sides;
    expect(side!.knots.map((knot) => knot.interactivity)).toEqual([20, 60, 90]);
    expect(side!.knots.map((knot) => side!.sources[knot.source]!.sweep)).toEqual([
      'g1-fp8-off-sglang-single-node-1k1k',
      'g1-fp8-mtp-sglang-single-node-1k1k',
      'g1-fp8-mtp-sglang-single-node-1k1k',
    ]);
    expect(side!.specMethod).toBeNull();
    expect(notice(c, 'pooled')!.facts).toEqual({
      dimensions: ['specMethod'],
      sides: [
        { label: 'G1', sweeps: 2 },
        { label: 'G2', sweeps: 1 },
      ],
    });
  });

  test('runs are not pooled: the default run alone makes the curve', () => {
    const c = comparison(
      [
        { key: g1, points: FALLING, run: '2' },
        { key: g1, points: '50:9000', run: '1', isDefault: false },
        { key: g2, points: LOWER },
      ],
      '_/g1-vs-g2',
    );
    expect(c.sides[0]!.knots).toHaveLength(5);
    expect(c.sides[0]!.run).toBe('2');
  });

  test('where hardware is compared, the best recipe of each is said too', () => {
    const c = comparison(
      [...two, { key: { ...g2, specMethod: 'mtp' }, points: '20:9000 80:6000' }],
      '_/g1-vs-g2',
    );
    expect(c.values[1]!.best.throughput).toMatchObject({ side: 'g1' });
    expect(c.bestRecipe).toMatchObject({ interactivity: 50, lead: { side: 'g2', over: 'g1' } });
    expect(comparison(two, '_/g1-vs-g2').bestRecipe).toBeNull();
  });

  test('alternatives carry their own address and headline', () => {
    const vllm = (key: object) => ({ ...key, framework: 'vllm' });
    const c = comparison(
      [...two, { key: vllm(g1), points: '20:10 50:7' }, { key: vllm(g2), points: '20:20 50:14' }],
      'fp8/g1-vs-g2',
    );
    expect(c.alternatives).toMatchObject([
      {
        id: 'mo-1/fp8-off-vllm-single-node-1k1k/g1-vs-g2',
        basis: 'measured',
        matched: { framework: 'vllm' },
        side: 'g2',
      },
    ]);
    expect(c.alternatives[0]!.ratio).toBeCloseTo(2, 9);
  });
});

test('where workloads are compared, each side has its share of output tokens', () => {
  const sketches: SweepSketch[] = [
    { key: { workload: '1k1k' }, points: '20:600 40:300 60:200 80:100' },
    { key: { workload: '8k1k' }, points: '20:1800 40:900 60:600 80:300' },
    { key: { workload: '1k1k', framework: 'vllm' }, points: '20:600 40:300 60:200 80:100' },
    { key: { workload: '8k1k', framework: 'vllm' }, points: '20:1800 40:900 60:600 80:300' },
  ];
  const c = comparison(sketches, 'g1/1k1k-vs-8k1k');
  expect(c.sides.map(({ outputShare }) => outputShare)).toEqual([1 / 2, 1 / 9]);
  expect(c.values.map(({ best }) => best.throughput)).toEqual([null, null, null]);
  // 3 times the tokens, but 2/9 of their output: 600/2 against 1800/9
  expect(c.values[1]!.best.outputThroughput).toMatchObject({ side: '1k1k', over: '8k1k' });
  expect(c.values[1]!.best.outputThroughput!.ratio).toBeCloseTo(1.5, 9);
  expect(c.alternatives).toMatchObject([{ outcome: 'ahead', side: '1k1k' }]);
  expect(c.alternatives[0]!.ratio).toBeCloseTo(1.5, 9);
  const [one] = comparison(two, '1k1k/g1-vs-g2').sides;
  expect(one!.outputShare).toBeNull();
});

describe('notices', () => {
  const rules: {
    code: NoticeCode;
    sketches: SweepSketch[];
    id?: string;
    question?: Question;
    facts: object;
  }[] = [
    {
      code: 'mismatch',
      sketches: [two[0]!, { key: { ...g2, framework: 'vllm' }, points: LOWER }],
      facts: {
        dimensions: ['framework'],
        sides: [
          { label: 'G1', values: ['SGLang'] },
          { label: 'G2', values: ['vLLM'] },
        ],
      },
    },
    {
      code: 'pooled',
      sketches: [...two, { key: { ...g2, framework: 'vllm' }, points: '30:2500' }],
      question: { pool: true },
      facts: {
        dimensions: ['framework'],
        sides: [
          { label: 'G1', sweeps: 1 },
          { label: 'G2', sweeps: 2 },
        ],
      },
    },
    {
      code: 'fp4-formats',
      sketches: [
        { key: { ...g1, precision: 'fp4' }, points: FALLING },
        { key: { hardware: 'm3', precision: 'fp4' }, points: LOWER },
      ],
      id: 'fp4/g1-vs-m3',
      facts: {
        sides: [
          { label: 'G1', format: 'NVFP4' },
          { label: 'M3', format: 'MXFP4' },
        ],
      },
    },
    {
      code: 'mixed-frameworks',
      sketches: [...two, { key: { ...g2, framework: 'vllm' }, points: '30:2500' }],
      question: { pool: true },
      facts: { frameworks: ['SGLang', 'vLLM'] },
    },
    {
      code: 'disjoint',
      sketches: [two[0]!, { key: g2, points: '90:50 99:40 110:30 120:20' }],
      facts: {
        sides: [
          { label: 'G1', range: { min: 20, max: 80 } },
          { label: 'G2', range: { min: 90, max: 120 } },
        ],
      },
    },
    {
      code: 'out-of-range',
      sketches: two,
      question: { at: [50, 90] },
      facts: {
        sides: [
          { label: 'G1', targets: [90], range: { min: 20, max: 80 } },
          { label: 'G2', targets: [90], range: { min: 20, max: 80 } },
        ],
      },
    },
    { code: 'absent-side', sketches: two, id: '_/g1-vs-g2-vs-m3', facts: { labels: ['M3'] } },
    {
      code: 'ttft-limit',
      sketches: [
        { key: g1, points: operatingPoints(FALLING, { ttft: 0.4 }) },
        { key: g2, points: operatingPoints(LOWER, { ttft: 1 }) },
        { key: { hardware: 'm3' }, points: operatingPoints(LOWER, { ttft: 3 }) },
      ],
      id: '_/g1-vs-g2-vs-m3',
      question: { ttft: 2 },
      facts: { labels: ['M3'], limit: 2 },
    },
    {
      code: 'sparse',
      sketches: [two[0]!, { key: g2, points: '20:1000 80:100' }],
      facts: { sides: [{ label: 'G2', knots: 2 }] },
    },
    {
      code: 'wide-gap',
      sketches: [two[0]!, { key: g2, points: '20:1000 25:900 70:300 80:100' }],
      facts: { sides: [{ label: 'G2', left: 25, right: 70 }] },
    },
    {
      code: 'open-loop',
      sketches: [
        two[0]!,
        {
          key: g2,
          points: [
            ...operatingPoints('20:1000', { concurrencyOrigin: 'open loop, 4 requests/s' }),
            ...operatingPoints('40:500', { concurrencyOrigin: 'open loop' }),
            ...operatingPoints('60:300', { concurrency: 8, concurrencyOrigin: 'observed mean' }),
            ...operatingPoints('80:100', { concurrency: 4 }),
          ],
        },
      ],
      facts: { sides: [{ label: 'G2', sent: ['4 requests/s'], isEvery: false }] },
    },
    {
      code: 'dates-apart',
      sketches: [two[0]!, { ...two[1]!, date: '2026-06-20' }],
      facts: { days: 31, oldest: '2026-05-20', newest: '2026-06-20' },
    },
    {
      // the older of two pooled sweeps counts too
      code: 'dates-apart',
      sketches: [
        ...two,
        { key: { ...g2, framework: 'vllm' }, points: '30:2500', date: '2026-01-20' },
      ],
      question: { pool: true },
      facts: { days: 120, oldest: '2026-01-20', newest: '2026-05-20' },
    },
    {
      // runs of one system; dominated points and digests of files are nobody's software
      code: 'software-apart',
      id: 'g1/~before-vs-~after',
      sketches: [
        {
          label: 'before',
          run: 'b',
          points: [
            ...operatingPoints(FALLING),
            ...operatingPoints('25:1600', { source: 1 }),
            ...operatingPoints('20:1', { source: 2 }),
          ],
          sources: [
            { ...source, image: 'serve:2', tool: 'bench 1' },
            { ...source, image: 'serve:1', tool: 'bench 1', file: 'a.json', sha256: '0' },
            { ...source, image: 'serve:2', tool: 'bench 0', file: 'c.json', sha256: '1' },
          ],
        },
        {
          label: 'after',
          run: 'a',
          points: LOWER,
          sources: [{ ...source, image: 'serve:3', tool: 'bench 1' }],
        },
      ],
      facts: {
        isOfRuns: true,
        differences: [
          {
            kind: 'image',
            sides: [
              { label: 'before', values: ['serve:2'] },
              { label: 'after', values: ['serve:3'] },
            ],
          },
        ],
      },
    },
    {
      // one engine on one hardware, by other tools; a side that states none differs from none
      code: 'software-apart',
      id: 'g1/fp4-vs-fp8',
      sketches: [
        {
          key: { precision: 'fp4' },
          points: FALLING,
          sources: [{ ...source, image: 'serve:1', tool: 'bench 1' }],
        },
        { points: LOWER, sources: [{ ...source, tool: 'bench 2' }] },
      ],
      facts: {
        isOfRuns: false,
        differences: [
          {
            kind: 'tool',
            sides: [
              { label: 'FP4', values: ['bench 1'] },
              { label: 'FP8', values: ['bench 2'] },
            ],
          },
        ],
      },
    },
    {
      code: 'mixed-sources',
      sketches: [
        { ...two[0]!, sources: [{ ...source, attribution: 'Bench Inc' }] },
        { ...two[1]!, sources: [source] },
      ],
      facts: {
        sides: [
          { label: 'G1', sources: ['Bench Inc'] },
          { label: 'G2', sources: [null] },
        ],
      },
    },
    {
      code: 'partial-run',
      sketches: [
        two[0]!,
        {
          ...two[1]!,
          passedOver: [
            { run: '9', date: '2026-06-01', why: 'partial', knots: 1, reason: null, url: null },
          ],
        },
      ],
      facts: {
        sides: [{ label: 'G2', runs: [{ run: '9', date: '2026-06-01', knots: 1 }], shownKnots: 5 }],
      },
    },
    {
      code: 'excluded-run',
      sketches: [
        two[0]!,
        {
          ...two[1]!,
          passedOver: [
            {
              run: '9',
              date: null,
              why: 'excluded',
              knots: 3,
              reason: 'wrong answers',
              url: 'https://runs.example/9',
            },
          ],
        },
      ],
      facts: { runs: ['9'], reason: 'wrong answers', url: 'https://runs.example/9' },
    },
    {
      code: 'known-issue',
      sketches: [two[0]!, { ...two[1]!, issue: { reason: 'low acceptance', url: null } }],
      facts: { runs: ['1'], reason: 'low acceptance', url: null },
    },
    {
      code: 'ttft-apart',
      sketches: [
        { key: g1, points: operatingPoints(FALLING, { ttft: 0.4 }) },
        { key: g2, points: operatingPoints(LOWER, { ttft: 1 }) },
      ],
      facts: {
        interactivity: 35,
        slow: { label: 'G2', seconds: 1 },
        quick: { label: 'G1', seconds: 0.4 },
      },
    },
    {
      code: 'published-figures',
      sketches: [
        { key: g1, basis: 'published', points: '20:2000 40:1500~ 60:900 80:300' },
        { key: g2, basis: 'published', points: LOWER },
      ],
      facts: { rounded: 'some', isSpeculationStated: true },
    },
    {
      code: 'spec-acceptance',
      sketches: [
        { key: { framework: 'vllm', specMethod: 'mtp' }, points: FALLING },
        { key: { framework: 'sglang', specMethod: 'mtp' }, points: LOWER },
      ],
      id: 'g1-mtp/vllm-vs-sglang',
      facts: { frameworks: ['SGLang', 'vLLM'], isCompared: false },
    },
    {
      code: 'spec-acceptance',
      sketches: [
        { key: { specMethod: 'mtp' }, points: FALLING },
        { key: { specMethod: 'off' }, points: LOWER },
      ],
      id: 'g1/mtp-vs-off',
      facts: { frameworks: [], isCompared: true },
    },
    {
      code: 'ttft-unknown',
      sketches: [
        { key: g1, points: operatingPoints(FALLING, { ttft: 0.4 }) },
        { key: g2, points: LOWER },
      ],
      question: { ttft: 2 },
      facts: { sides: [{ label: 'G2', without: 5, of: 5 }], limit: 2 },
    },
    {
      code: 'no-price',
      sketches: [
        { key: { hardware: 'm3', specMethod: 'mtp' }, points: FALLING },
        { key: { hardware: 'm3', specMethod: 'off' }, points: LOWER },
      ],
      id: 'm3/mtp-vs-off',
      facts: { labels: ['M3'], rates: '2026-01', tier: 'hyperscaler' },
    },
    {
      code: 'no-price',
      sketches: [two[0]!, { key: { hardware: 'm3' }, points: LOWER }],
      id: '_/g1-vs-m3',
      facts: { labels: ['M3'], rates: '2026-01', tier: 'hyperscaler' },
    },
    {
      code: 'no-power',
      sketches: [two[0]!, { key: { hardware: 'm3' }, points: LOWER }],
      id: '_/g1-vs-m3',
      facts: { labels: ['M3'], rates: '2026-01', tier: 'hyperscaler' },
    },
  ];
  test('every notice has a case here, or a file of tests', () => {
    const elsewhere: readonly NoticeCode[] = ['repeats'];
    expect(new Set([...rules.map(({ code }) => code), ...elsewhere])).toEqual(
      new Set(NOTICE_CODES),
    );
  });
  test.each(rules)('$code', ({ code, sketches, id = '_/g1-vs-g2', question, facts }) => {
    expect(notice(comparison(sketches, id, question), code)?.facts).toEqual(facts);
  });

  test('warnings stand first', () => {
    const severities = comparison(
      [two[0]!, { key: { ...g2, framework: 'vllm' }, points: '20:9 30:8' }],
      '_/g1-vs-g2',
    ).notices.map((n) => n.severity);
    expect(severities).toEqual(severities.toSorted().toReversed());
  });

  const silent: {
    name: string;
    sketches: SweepSketch[];
    id?: string;
    question?: Question;
    without?: NoticeCode;
  }[] = [
    { name: '30 days are not far apart', sketches: [two[0]!, { ...two[1]!, date: '2026-06-19' }] },
    {
      name: 'TTFTs twice apart',
      sketches: [
        { key: g1, points: operatingPoints(FALLING, { ttft: 0.5 }) },
        { key: g2, points: operatingPoints(LOWER, { ttft: 1 }) },
      ],
    },
    { name: 'pooling that adds no sweep', sketches: two, question: { pool: true } },
    {
      name: 'knots far apart with hardly a fall between them',
      sketches: [two[0]!, { key: g2, points: '20:1000 25:900 70:800 80:100' }],
    },
    {
      name: 'engines of one family with speculation',
      sketches: [
        { key: { ...g1, specMethod: 'mtp' }, points: FALLING },
        { key: { ...g2, specMethod: 'mtp', framework: 'dynamo-sglang' }, points: LOWER },
      ],
      without: 'spec-acceptance' as const,
    },
    {
      name: 'FP4 of one kind of hardware, and of another that has none of its own',
      sketches: two.map((one) => ({ ...one, key: { ...one.key, precision: 'fp4' } })),
    },
    {
      // m3 has no price, which is said
      name: 'FP8 of hardware with two kinds of FP4',
      sketches: [two[0]!, { key: { hardware: 'm3' }, points: LOWER }],
      id: '_/g1-vs-m3',
      without: 'fp4-formats' as const,
    },
    {
      name: 'other hardware, whose images always differ',
      sketches: two.map((one, i) => ({ ...one, sources: [{ ...source, image: `serve:${i}` }] })),
    },
    {
      name: 'the image of one run only',
      sketches: [
        { label: 'before', run: 'b', points: FALLING, sources: [{ ...source, image: 'serve:1' }] },
        { label: 'after', run: 'a', points: LOWER },
      ],
      id: 'g1/~before-vs-~after',
    },
    {
      name: 'the same image under both runs',
      sketches: ['before', 'after'].map((label) => ({
        label,
        run: label,
        points: FALLING,
        sources: [{ ...source, image: 'serve:1', tool: 'bench 1', file: label, sha256: label }],
      })),
      id: 'g1/~before-vs-~after',
    },
    {
      name: 'one engine with speculation',
      sketches: two.map((one) => ({ ...one, key: { ...one.key, specMethod: 'mtp' } })),
    },
  ];
  test.each(silent)('none: $name', ({ sketches, id, question, without }) => {
    const found = codes(comparison(sketches, id ?? '_/g1-vs-g2', question));
    if (without) expect(found).not.toContain(without);
    else expect(found).toEqual([]);
  });

  test('disjoint: no targets, no winner, but both curves', () => {
    const c = comparison([two[0]!, { key: g2, points: '90:50 99:40 110:30 120:20' }], '_/g1-vs-g2');
    expect(c).toMatchObject({ band: null, targets: [], values: [] });
    expect(c.sides.map((side) => side.knots.length)).toEqual([5, 4]);
  });
});
