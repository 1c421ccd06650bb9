import { en } from '../../../src/view/words/en/index.ts';
import { describe, expect, test } from 'vitest';
import {
  alternativesSentence,
  altText,
  answerSentence,
  equalLoadsSentence,
  matchedSentence,
  summarySentences,
} from '../../../src/view/text/summary.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from '../fixtures/comparison.ts';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import type { NoticeCode, NoticeFacts, Notice } from '../../../src/core/notice-facts.ts';
import { noticeText } from '../../../src/view/text/notice-text.ts';

describe('summarySentences', () => {
  test('one a target, by its place in the band', () => {
    expect(summarySentences(REFERENCE, en)).toEqual([
      'At the slower end of the shared range, at 93 tok/s/user, MTP delivers 4,729 tok/s per GPU ' +
        'against Off’s 1,584 (3.0×), at 66.5\u202f% lower cost per million tokens ($0.137 against $0.410).',
      'In the middle of the shared range, at 124 tok/s/user, MTP delivers 3,194 tok/s per GPU ' +
        'against Off’s 966.3 (3.3×), at 69.7\u202f% lower cost per million tokens ($0.204 against $0.673).',
      'At the faster end of the shared range, at 154 tok/s/user, MTP delivers 2,158 tok/s per GPU ' +
        'against Off’s 614.2 (3.5×), at 71.5\u202f% lower cost per million tokens ($0.301 against $1.06).',
    ]);
  });

  test('a saving is 1 − 1/ratio, never ratio − 1', () => {
    for (const { best } of REFERENCE.values) {
      const saving = ((1 - 1 / best.costPerMillionTokens!.ratio) * 100).toFixed(1);
      const wrong = ((best.costPerMillionTokens!.ratio - 1) * 100).toFixed(1);
      const text = summarySentences(REFERENCE, en).join(' ');
      expect(text).toContain(`${saving}\u202f% lower cost`);
      expect(text).not.toContain(wrong);
    }
  });

  test('level and open ratios are said as what they are', () => {
    const [level, open] = summarySentences(UNDECIDED, en);
    expect(level).toContain('are about level');
    expect(open).toContain(
      'vLLM is estimated at 1.3× SGLang’s throughput per GPU (2,998 against 2,269 tok/s per GPU); ' +
        'the data do not settle which is ahead (likely 0.5 to 2.3×).',
    );
    expect(open).not.toContain('lower cost');
  });

  test('sides without a figure give their range', () => {
    const last = summarySentences(MEASURED, en).at(-1);
    expect(last).toContain('only GB200 NVL72 has a figure');
    expect(last).toContain('MI300X has points from 8 to 88 only');
  });

  test('a side without data is named', () => {
    const c = comparison([side('a', '20:900 50:400'), side('b', '20:300 50:100'), side('c', '')]);
    expect(summarySentences(c, en)[0]).toContain('C has no data');
  });

  test('ranges that do not meet are said instead', () => {
    const c = comparison([side('a', '10:900 20:400'), side('b', '30:800 50:300')]);
    expect(summarySentences(c, en)).toEqual([
      'No speed is covered by all sides; in tok/s/user: A 10 to 20 and B 30 to 50.',
    ]);
    expect(answerSentence(c, en)).toBe(summarySentences(c, en)[0]);
  });

  test('the cheapest may be another than the fastest', () => {
    const c = comparison(
      [
        side('a', '20:900 50:400', { usdPerGpuHour: 5 }),
        side('b', '20:300 50:100', { usdPerGpuHour: 0.5 }),
      ],
      { targets: [20] },
    );
    // 0.5/(300·0.0036) = 0.463, 5/(900·0.0036) = 1.543, ratio 3.333, saving 70 %
    expect(summarySentences(c, en)[0]).toContain(
      'but B has the lower cost per million tokens, $0.463, 70.0\u202f% below A’s $1.54.',
    );
  });

  test('nothing reads as a hole', () => {
    for (const c of [REFERENCE, MEASURED, UNDECIDED]) {
      const text = [
        ...summarySentences(c, en),
        answerSentence(c, en),
        matchedSentence(c, en),
        altText(c, en),
      ].join(' ');
      expect(text).not.toMatch(/undefined|null|NaN|Infinity| {2}/);
    }
  });
});

test('the answer is the middle target’s', () => {
  expect(answerSentence(REFERENCE, en)).toBe(
    'At 124 tok/s/user, MTP delivers 3.3× Off’s throughput per GPU, at 69.7\u202f% lower cost per million tokens ($0.204 against $0.673).',
  );
});

describe('what was asked is said', () => {
  const asked = {
    ...REFERENCE,
    ttftLimit: 2,
    pool: true,
    ownPrices: ['b300'],
    util: 0.6,
    rates: { ...REFERENCE.rates, tier: 'neocloud' as const },
  };

  test('in the answer and at each speed', () => {
    const said = [answerSentence(asked, en), ...summarySentences(asked, en)];
    for (const sentence of said) {
      expect(sentence).toContain('tok/s/user, first token within 2 s, best recipe of each side, ');
      expect(sentence).toContain('; own prices; GPUs busy 60\u202f% of the time)');
    }
    expect(said[0]).not.toContain('neocloud');
    expect(answerSentence({ ...asked, ownPrices: [] }, en)).toContain('; neocloud prices; GPUs');
  });

  test('a price of one’s own on some hardware is named, also where the cost is not settled', () => {
    const own = { ...MEASURED, ownPrices: ['b200'] };
    expect(en.summary.askedPrices(own)).toBe('; own price of B200');
    expect(en.figure.costs(own)).toContain('(own prices, else hyperscaler, rates of ');
    expect(en.summary.costOpen('; own prices')).toBe(
      'while the data do not settle whose cost is lower (own prices)',
    );
    expect(en.summary.costLevel('total', '; own prices')).toContain('tokens (own prices)');
  });

  test('no side has its first token in time: said once, whatever the speeds', () => {
    const notices = [
      {
        code: 'ttft-limit' as const,
        severity: 'warning' as const,
        sides: REFERENCE.sides.map(({ key }) => key),
        facts: { labels: REFERENCE.sides.map(({ label }) => label), limit: 0.5 },
      },
    ];
    const sides = REFERENCE.sides.map((side) => ({ ...side, range: null, knots: [] }));
    const late = { ...REFERENCE, sides, ttftLimit: 0.5, notices };
    const said = 'No point of MTP or Off has its first token within 0.5 s.';
    expect(answerSentence(late, en)).toBe(said);
    expect(summarySentences(late, en)).toEqual([said]);
    const unstated = { ...late, notices: [{ ...notices[0]!, code: 'ttft-unknown' as const }] };
    expect(answerSentence(unstated as unknown as Comparison, en)).toBe(
      'No point of MTP or Off is known to have its first token within 0.5 s.',
    );
  });

  test('sides that end together are named together', () => {
    const points = '93:4000 154:2000';
    const sides = [side('mtp', points, { label: 'MTP' }), side('off', points, { label: 'Off' })];
    expect(answerSentence(comparison(sides, { targets: [200] }), en)).toContain(
      'no side has a figure: MTP and Off have points from 93 to 154 only',
    );
  });

  test('in alt texts', () => {
    expect(altText(asked, en)).toContain(answerSentence(asked, en));
  });
});

describe('throughput and cost have each their own words', () => {
  test('cost decided where throughput is level', () => {
    const c = comparison(
      [
        side('a', '20:900 50:400', { usdPerGpuHour: 2 }),
        side('b', '20:900 50:400', { usdPerGpuHour: 1 }),
      ],
      { targets: [20] },
    );
    expect(answerSentence(c, en)).toBe(
      // 2/(900·0.0036) = 0.617, 1/(900·0.0036) = 0.309; equal curves; noise √2·ln 1.02 = 2.8 % < 5 %
      'At 20 tok/s/user, A and B are about level, at 900 and 900 tok/s per GPU: the difference is ' +
        'likely below 5\u202f%, and B has the lower cost per million tokens, $0.309, 50.0\u202f% below A’s $0.617.',
    );
  });

  test('the side that keeps a target open is named where it is not the runner-up', () => {
    const c = comparison(
      [side('a', '20:900 40:500'), side('b', '20:800 30:630 40:400'), side('c', '10:2000 60:100')],
      { targets: [30] },
    );
    const lead = c.values[0]!.best.throughput!;
    expect(lead.outcome).toBe('open');
    if (lead.outcome !== 'open') return;
    const said = answerSentence(c, en);
    expect(said).toContain(lead.against === lead.over ? 'which is ahead' : 'whether C is ahead');
  });
});

test('two runs at the same loads', () => {
  const load = (concurrency: number, a: number, b: number) => ({
    concurrency,
    parallelism: null,
    throughput: [a, b] as const,
    interactivity: [10, 10] as const,
  });
  const runs = [
    { ...side('r1', '20:900 50:400'), date: '2026-05-02', label: '2026-05-02' },
    { ...side('r2', '20:900 50:400'), date: '2026-05-01', label: '2026-05-01 (17)' },
  ];
  const c = {
    ...comparison(runs, { compared: ['run'] }),
    equalLoads: [load(8, 110, 100), load(64, 90, 100)],
  };
  expect(equalLoadsSentence(c, en)).toBe(
    'At the same load, the run of 2026-05-02 delivers 10.0\u202f% more throughput per GPU than ' +
      'the run of 2026-05-01 (17) at 8 requests in flight and 10.0\u202f% less at 64.',
  );
  expect(equalLoadsSentence({ ...c, equalLoads: [load(1, 110, 100)] }, en)).toContain(
    'at 1 request in flight.',
  );
  expect(equalLoadsSentence({ ...c, equalLoads: null }, en)).toBeNull();
});

describe('two runs of one system', () => {
  const runs = (before: string, after: string, facts: Partial<Comparison['sides'][number]> = {}) =>
    comparison([side('after', after, facts), side('before', before, facts)], {
      compared: ['run'],
      targets: [30],
    });
  const [before, after] = [{ date: '2026-05-01' }, { date: '2026-05-02' }];
  const dated = (c: Comparison): Comparison => {
    const [first, second] = c.sides;
    return {
      ...c,
      sides: [
        { ...first!, ...after },
        { ...second!, ...before },
      ],
    };
  };
  const priced = { usdPerGpuHour: 3.6 };

  test('more, with the likely change and what it does to the cost', () => {
    // both at a knot: 1100/1000, noise of 1.02 each side: 1.1·e^±√2·ln 1.02 = 1.0696 and 1.1312
    const c = dated(runs('20:1200 30:1000 40:800', '20:1300 30:1100 40:900', priced));
    expect(answerSentence(c, en)).toBe(
      'At 30 tok/s/user, “AFTER” delivers 10.0\u202f% more throughput per GPU than “BEFORE” ' +
        '(likely 7.0 to 13.1\u202f% more), at 9.1\u202f% lower cost per million ' +
        'tokens ($0.909 against $1.00).',
    );
    expect(summarySentences(c, en)[0]).toBe(
      'In the middle of the shared range, at 30 tok/s/user, “AFTER” delivers 10.0\u202f% more ' +
        'throughput per GPU than “BEFORE” (1,100 against 1,000 tok/s per GPU; likely ' +
        '7.0 to 13.1\u202f% more), at 9.1\u202f% lower cost per million tokens ' +
        '($0.909 against $1.00).',
    );
  });

  test('less is a share of the earlier run, and its cost is the higher one', () => {
    const c = dated(runs('20:1300 30:1100 40:900', '20:1200 30:1000 40:800', priced));
    // 1000/1100 is 9.1 % less; 1/1.1312 and 1/1.0696 are 11.6 and 6.5 % less; the cost 10 % higher
    expect(answerSentence(c, en)).toBe(
      'At 30 tok/s/user, “AFTER” delivers 9.1\u202f% less throughput per GPU than “BEFORE” ' +
        '(likely 6.5 to 11.6\u202f% less), at 10.0\u202f% higher cost per million ' +
        'tokens ($1.00 against $0.909).',
    );
  });

  test('without dates the first side is the earlier one', () => {
    const c = runs('20:1200 30:1000 40:800', '20:1300 30:1100 40:900');
    expect(answerSentence(c, en)).toContain('“BEFORE” delivers 9.1\u202f% less');
  });

  test('what the data do not tell is said with its likely range, and no cost', () => {
    const c = dated(runs('20:1500 60:300', '20:1600 60:280', priced));
    expect(answerSentence(c, en)).toMatch(
      /^At 30 tok\/s\/user, the data do not tell whether “AFTER” delivers more or less throughput per GPU than “BEFORE”: likely between [\d.]+\u202f% less and [\d.]+\u202f% more \(estimated [\d.]+\u202f% more\)\.$/,
    );
    expect(summarySentences(c, en)[0]).toContain(' tok/s per GPU; estimated ');
  });

  test('level', () => {
    const c = dated(runs('20:1200 30:1000 40:800', '20:1210 30:1005 40:805', priced));
    const end =
      'delivers about the same throughput per GPU as “BEFORE” (1,005 against 1,000 tok/s per GPU): the change, if any, is likely below 5\u202f%.';
    expect(answerSentence(c, en)).toBe(`At 30 tok/s/user, “AFTER” ${end}`);
  });

  test('of three runs, or runs of two systems, a side leads as elsewhere', () => {
    const three = comparison(
      [side('a', '20:900 40:400'), side('b', '20:500 40:200'), side('c', '20:300 40:100')],
      { compared: ['run'], targets: [20] },
    );
    expect(answerSentence(three, en)).toContain('A delivers 1.8× B’s');
    const two = {
      ...runs('20:1000 40:800', '20:2000 40:900'),
      compared: ['hardware', 'run'] as const,
    };
    expect(answerSentence(two, en)).toContain('AFTER delivers 1.');
  });
});

test('other ways to match: who leads in how many, by the same kind of figures, and how many more', () => {
  const way = (
    outcome: 'ahead' | 'level' | 'open',
    ratio: number,
    key: string | null,
    workload = '1k1k',
  ) => ({
    id: 'x',
    basis: REFERENCE.basis,
    matched: { workload },
    outcome,
    ratio,
    side: key,
  });
  const [mtp, off] = REFERENCE.sides.map(({ key }) => key) as [string, string];
  const c = {
    ...REFERENCE,
    moreAlternatives: 3,
    alternatives: [
      way('ahead', 2, mtp),
      way('ahead', 3, mtp),
      way('ahead', 1.2, off, '8k1k'),
      way('level', 1.01, null),
      way('open', 1.5, mtp),
      { ...way('ahead', 9, off), basis: 'measured' as const },
    ],
  };
  expect(alternativesSentence(c, en)).toBe(
    'Of 5 other ways to match, each read in the middle of its own range, MTP leads in 2 (2.0× to 3.0×), ' +
      'Off in 1 (1.2×), 1 is level and 1 is not settled. The lead changes from MTP to Off with 8k/1k. ' +
      '3 further ways are not shown.',
  );
  const twice = [way('ahead', 2, mtp), way('ahead', 3, mtp)];
  expect(alternativesSentence({ ...c, alternatives: twice, moreAlternatives: 0 }, en)).toBe(
    'Of 2 other ways to match, each read in the middle of its own range, MTP leads in both (2.0× to 3.0×).',
  );
  const often = Array.from({ length: 5 }, () => way('ahead', 1.2, off, '8k1k'));
  expect(alternativesSentence({ ...c, alternatives: often, moreAlternatives: 1 }, en)).toBe(
    'Of 5 other ways to match, each read in the middle of its own range, Off leads in all 5 (1.2×). ' +
      'The lead changes from MTP to Off with 8k/1k, 8k/1k and 3 more. ' +
      '1 further way is not shown.',
  );
});

test('what was matched, and what the source does not say', () => {
  expect(matchedSentence(REFERENCE, en)).toBe(
    'All sides have the same workload (1k/1k). The source does not state the engine or deployment of any side.',
  );
  expect(matchedSentence(MEASURED, en)).toContain(
    'The sides run on different engines: no one engine has data for all.',
  );
  expect(alternativesSentence(REFERENCE, en)).toBe(
    'In the one other way to match (8k/1k), read in the middle of its range, MTP leads by 2.1×.',
  );
  expect(alternativesSentence(MEASURED, en)).toBeNull();
});

describe('noticeText', () => {
  const off = { label: 'Off' };
  const mtp = { label: 'MTP' };
  const range = { min: 62.3, max: 140.7 };
  const rates = { labels: ['Off'], rates: '2025-08', tier: 'rental' } as const;
  const issue = { runs: ['2617'], reason: 'wrong image', url: null };
  /** Facts of each notice and the sentence, which was read aloud. */
  const said: { readonly [Code in NoticeCode]: readonly (readonly [NoticeFacts[Code], string])[] } =
    {
      mismatch: [
        [
          {
            dimensions: ['framework'],
            sides: [
              { ...mtp, values: ['SGLang'] },
              { ...off, values: [null] },
            ],
          },
          'Not like for like: the sides differ in engine (MTP: SGLang; Off: not stated), as no one engine has data for all.',
        ],
      ],
      disjoint: [
        [
          {
            sides: [
              { ...mtp, range: { min: 10, max: 20 } },
              { ...off, range },
            ],
          },
          'The ranges do not overlap (tok/s/user: MTP 10 to 20; Off 63 to 140), so there is no speed at which to compare.',
        ],
      ],
      repeats: [
        [
          { sides: [{ ...off, least: 5, most: 5, spread: 1.03, isEvery: true }] },
          'Off: each point is the median of 5 runs, 3.0 % apart at most. The likely ranges are as wide as the runs are apart.',
        ],
        [
          {
            sides: [
              { ...mtp, least: 2, most: 4, spread: 1.1, isEvery: false },
              { ...off, least: 3, most: 3, spread: 1.05, isEvery: true },
            ],
          },
          'MTP: some points are the median of 2 to 4 runs, 10.0 % apart at most; Off: each point is the median of 3 runs, 5.0 % apart at most. The likely ranges are as wide as the runs are apart.',
        ],
      ],
      'open-loop': [
        [
          { sides: [{ ...off, sent: [], isEvery: true }] },
          'Measured in an open loop, which keeps no number of requests in flight, so without a concurrency: Off: every point.',
        ],
        [
          {
            sides: [
              { ...mtp, sent: ['4 requests/s'], isEvery: false },
              {
                ...off,
                sent: ['1 requests/s', '2 requests/s', '4 requests/s', '80 at once'],
                isEvery: true,
              },
            ],
          },
          'Measured in an open loop, which keeps no number of requests in flight, so without a concurrency: MTP: some points (4 requests/s); Off: every point (1 requests/s, 2 requests/s and 2 more).',
        ],
      ],
      'absent-side': [[{ labels: ['Off'] }, 'There are no data for Off under these conditions.']],
      'ttft-limit': [
        [
          { labels: ['MTP', 'Off'], limit: 0.5 },
          'No point of MTP or Off has its first token within 0.5 s.',
        ],
      ],
      'ttft-unknown': [
        [
          { sides: [{ label: 'MTP', without: 3, of: 3 }], limit: 0.5 },
          'The source states no time to first token for MTP, so nothing is known to come within 0.5 s.',
        ],
        [
          {
            sides: [
              { label: 'MTP', without: 3, of: 3 },
              { label: 'Off', without: 2, of: 7 },
            ],
            limit: 2,
          },
          'The source states no time to first token for MTP, so nothing is known to come within 2 s. ' +
            'The limit of 2 s leaves out 2 of 7 points of Off, whose time to first token is not stated.',
        ],
      ],
      'out-of-range': [
        [
          { sides: [{ ...off, targets: [154, 200], range }] },
          'Off has no figure at 154 or 200 tok/s/user: its points run from 63 to 140.',
        ],
        [
          {
            sides: [
              { ...off, targets: [154], range },
              { label: 'MTP', targets: [30, 40], range: { min: 93, max: 154 } },
            ],
          },
          'No figures, in tok/s/user: Off at 154 (points from 63 to 140) and ' +
            'MTP at 30 or 40 (points from 93 to 154).',
        ],
      ],
      'partial-run': [
        [
          {
            sides: [{ ...off, runs: [{ run: '26', date: '2026-03-23', knots: 1 }], shownKnots: 4 }],
          },
          'Off’s newer run of 2026-03-23 has 1 frontier point; the run shown has 4.',
        ],
        [
          {
            sides: [
              {
                ...off,
                runs: [
                  { run: '27', date: null, knots: 1 },
                  { run: '26', date: '2026-03-23', knots: 2 },
                ],
                shownKnots: 8,
              },
              {
                label: 'MTP',
                runs: [{ run: '26', date: '2026-03-23', knots: 2 }],
                shownKnots: 6,
              },
            ],
          },
          'Off’s newer runs 27 and of 2026-03-23 have 1 and 2 frontier points; the run shown has 8. ' +
            'MTP’s newer run of 2026-03-23 has 2 frontier points; the run shown has 6.',
        ],
      ],
      'excluded-run': [
        [issue, 'Run 2617 is left out: wrong image.'],
        [{ ...issue, runs: ['2617', '2618'] }, 'Runs 2617 and 2618 are left out: wrong image.'],
        [{ ...issue, reason: null }, 'Run 2617 is left out: no reason is given.'],
      ],
      'known-issue': [[{ ...issue, reason: 'slow?' }, 'Run 2617 has a known issue: slow?']],
      'ttft-apart': [
        [
          {
            interactivity: 50,
            slow: { label: 'B200', seconds: 0.35 },
            quick: { label: 'MI355X', seconds: 0.12 },
          },
          'At 50 tok/s/user the first token takes at least 2.9× as long on B200 (≥ 0.35 s) as on MI355X (≤ 0.12 s).',
        ],
      ],
      'dates-apart': [
        [
          { days: 78, oldest: '2026-03-03', newest: '2026-05-20' },
          'The runs are 78 days apart (2026-03-03 and 2026-05-20), so software may have changed between them.',
        ],
      ],
      'mixed-frameworks': [
        [
          { frameworks: ['SGLang', 'vLLM'] },
          'The sides run on different engines (SGLang and vLLM), so part of the difference may be the engine’s.',
        ],
      ],
      'fp4-formats': [
        [
          {
            sides: [
              { label: 'B200', format: 'NVFP4' },
              { label: 'MI355X', format: 'MXFP4' },
            ],
          },
          'FP4 is not one format here (B200: NVFP4; MI355X: MXFP4).',
        ],
      ],
      'software-apart': [
        [
          {
            isOfRuns: true,
            differences: [
              {
                kind: 'image',
                sides: [
                  { ...mtp, values: [`serve:2@sha256:${'0123456789ab'.repeat(5)}cdef`] },
                  { ...off, values: ['serve:1', 'serve:2', 'serve:3', 'serve:4'] },
                ],
              },
              {
                kind: 'tool',
                sides: [
                  { ...mtp, values: ['aiperf 0.5.0'] },
                  { ...off, values: [] },
                ],
              },
            ],
          },
          'The runs differ in the engine’s image or version (MTP: serve:2@sha256:0123456789ab; Off: serve:1, serve:2 and 2 more) and benchmark tool (MTP: aiperf 0.5.0; Off: not stated).',
        ],
        [
          {
            isOfRuns: false,
            differences: [
              {
                kind: 'tool',
                sides: [
                  { ...mtp, values: ['vllm'] },
                  { ...off, values: ['sglang'] },
                ],
              },
            ],
          },
          'The sides differ in benchmark tool (MTP: vllm; Off: sglang), so part of the difference may be the software’s.',
        ],
      ],
      'mixed-sources': [
        [
          {
            sides: [
              { ...mtp, sources: ['Example Bench', null] },
              { ...off, sources: ['Example Bench'] },
            ],
          },
          'The figures come from several sources (MTP: Example Bench and own measurements; Off: Example Bench).',
        ],
      ],
      'wide-gap': [
        [
          { sides: [{ ...off, left: 20, right: 60.5 }] },
          'Points are far apart, and values between them uncertain, for Off (between 20 and 60.5 tok/s/user).',
        ],
      ],
      pooled: [
        [
          {
            dimensions: ['framework'],
            sides: [
              { ...mtp, sweeps: 3 },
              { ...off, sweeps: 2 },
            ],
          },
          'Each curve is the best of its side’s sweeps (MTP: 3; Off: 2), whatever the engine.',
        ],
      ],
      sparse: [
        [
          {
            sides: [
              { ...mtp, knots: 3 },
              { ...off, knots: 2 },
            ],
          },
          'Few points carry these curves (MTP: 3; Off: 2); between those points the values are estimates.',
        ],
      ],
      'spec-acceptance': [
        [
          { frameworks: [], isCompared: true },
          'What speculative decoding gains depends on how many drafted tokens are accepted, which differs from text to text.',
        ],
        [
          { frameworks: ['SGLang', 'vLLM'], isCompared: true },
          'SGLang and vLLM accept drafted tokens in their own ways, so the gain is not speculative decoding’s alone.',
        ],
        [
          { frameworks: ['SGLang', 'vLLM'], isCompared: false },
          'SGLang and vLLM accept drafted tokens in their own ways, so part of the difference may be how many they accept.',
        ],
      ],
      'no-price': [
        [rates, 'Rate card 2025-08 has no 3-year rental price for Off, so the cost is not known.'],
      ],
      'no-power': [[rates, 'Rate card 2025-08 has no power for Off, so tok/s/MW is not known.']],
      'published-figures': [
        [
          { rounded: 'some', isSpeculationStated: false },
          'These are figures printed by their publisher, interpolated there and partly rounded; engine and run date are not stated, and speculative decoding may be included.',
        ],
      ],
    };

  test.each(
    Object.entries(said).flatMap(([code, cases]) =>
      cases.map(([facts, text]) => ({ code, facts, text })),
    ),
  )('$code: $text', ({ code, facts, text }) => {
    expect(noticeText({ code, severity: 'info', facts } as Notice, en)).toBe(text);
  });
});
