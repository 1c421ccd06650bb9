import { describe, expect, test } from 'vitest';
import type { NoticeCode } from '../../../src/core/comparison-types.ts';
import { noticeText } from '../../../src/view/words/en/notices.ts';
import {
  alternativesSentence,
  altText,
  answerSentence,
  matchedSentence,
  summarySentences,
} from '../../../src/view/text/summary.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from '../fixtures/comparison.ts';

describe('summarySentences', () => {
  test('one a target, by its place in the band', () => {
    expect(summarySentences(REFERENCE)).toEqual([
      'Towards the batch-friendly end, at 93 tok/s/user, MTP serves 4,729 tok/s per GPU against ' +
        '1,584 for Off, 3.0× as much, for 66.5\u202f% less per million tokens ($0.137 against $0.410).',
      'In the middle of the shared range, at 124 tok/s/user, MTP serves 3,194 tok/s per GPU against ' +
        '966.3 for Off, 3.3× as much, for 69.7\u202f% less per million tokens ($0.204 against $0.673).',
      'Towards the fast end, at 154 tok/s/user, MTP serves 2,158 tok/s per GPU against 614.2 for ' +
        'Off, 3.5× as much, for 71.5\u202f% less per million tokens ($0.301 against $1.06).',
    ]);
  });

  test('a saving is 1 − 1/ratio, never ratio − 1', () => {
    for (const { best } of REFERENCE.values) {
      const saving = ((1 - 1 / best.costPerMillionTokens!.ratio) * 100).toFixed(1);
      const wrong = ((best.costPerMillionTokens!.ratio - 1) * 100).toFixed(1);
      const text = summarySentences(REFERENCE).join(' ');
      expect(text).toContain(`${saving}\u202f% less`);
      expect(text).not.toContain(wrong);
    }
  });

  test('level and open ratios are said as what they are', () => {
    const [level, open] = summarySentences(UNDECIDED);
    expect(level).toContain('are about level');
    expect(open).toContain('about 1.3×');
    expect(open).toContain('likely 0.5 to 2.3×');
    expect(open).not.toContain('less per million');
  });

  test('sides without a figure give their range', () => {
    const last = summarySentences(MEASURED).at(-1);
    expect(last).toContain('only GB200 NVL72 has a figure');
    expect(last).toContain('MI300X has points from 8 to 88 only');
  });

  test('a side without data is named', () => {
    const c = comparison([side('a', '20:900 50:400'), side('b', '20:300 50:100'), side('c', '')]);
    expect(summarySentences(c)[0]).toContain('C has no data');
  });

  test('ranges that do not meet are said instead', () => {
    const c = comparison([side('a', '10:900 20:400'), side('b', '30:800 50:300')]);
    expect(summarySentences(c)).toEqual([
      'No interactivity lies in the range of all sides: A 10 to 20 and B 30 to 50.',
    ]);
    expect(answerSentence(c)).toBe(summarySentences(c)[0]);
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
    expect(summarySentences(c)[0]).toContain(
      'but B costs least per million tokens: $0.463, 70.0\u202f% less than A at $1.54',
    );
  });

  test('nothing reads as a hole', () => {
    for (const c of [REFERENCE, MEASURED, UNDECIDED]) {
      const text = [...summarySentences(c), answerSentence(c), matchedSentence(c), altText(c)].join(
        ' ',
      );
      expect(text).not.toMatch(/undefined|null|NaN|Infinity| {2}/);
    }
  });
});

test('the answer is the middle target’s', () => {
  expect(answerSentence(REFERENCE)).toBe(
    'At 124 tok/s/user, MTP serves 3.3× the tokens per GPU that Off does, for 69.7\u202f% less per million tokens ($0.204 against $0.673).',
  );
});

test('what was matched, and what the source does not say', () => {
  expect(matchedSentence(REFERENCE)).toBe(
    'All sides have the same workload (1k/1k). The source does not state the engine or deployment of any side.',
  );
  expect(matchedSentence(MEASURED)).toContain('No common engine has data for all sides');
  expect(alternativesSentence(REFERENCE)).toBe(
    'Matched the one other way, the lead of MTP is 2.1×.',
  );
  expect(alternativesSentence(MEASURED)).toBeNull();
});

describe('noticeText', () => {
  const facts: Record<NoticeCode, Record<string, string | number | string[]>> = {
    mismatch: { dimensions: ['framework'], values: ['MTP: SGLang', 'Off: vLLM'] },
    pooled: { sweeps: ['MTP 3', 'Off 2'] },
    'mixed-frameworks': { frameworks: ['SGLang', 'vLLM'] },
    disjoint: { ranges: ['MTP 10 to 20', 'Off 30 to 50'] },
    'out-of-range': { label: 'Off', targets: ['154', '200'], min: 62.3, max: 140.7 },
    'absent-side': { label: 'Off' },
    sparse: { knots: ['MTP 3'] },
    'wide-gap': { label: 'Off', left: 20, right: 60.5, factor: 3.0 },
    'dates-apart': { days: 78, oldest: '2026-03-03', newest: '2026-05-20' },
    'partial-run': { label: 'Off', runs: ['2617 (2026-05-20)'], knots: ['2'], taken: 8 },
    'excluded-run': { label: 'Off', run: '2617', reason: 'wrong image', url: '' },
    'known-issue': { label: 'Off', run: '2617', reason: '', url: '' },
    'ttft-apart': { interactivity: 50, factor: 2.4, low: 1.1, high: 2.64 },
    'published-figures': { rounded: 'some', speculation: 'pooled' },
    'spec-acceptance': { frameworks: ['SGLang', 'vLLM'] },
    'no-price': { labels: ['Off'], rates: '2025-08', tier: 'rental' },
    'no-power': { labels: ['Off'], rates: '2025-08', tier: 'rental' },
  };

  test.each(Object.keys(facts) as NoticeCode[])('%s is one sentence made of its facts', (code) => {
    const text = noticeText({ code, severity: 'info', facts: facts[code] });
    expect(text).toMatch(/^[A-Z].*[.]$/);
    expect(text).not.toMatch(/undefined|null|NaN|\(\)|object/);
  });

  test.each([
    ['out-of-range', 'Off has no figure at 154 or 200 tok/s/user: its points run from 63 to 140.'],
    [
      'dates-apart',
      'The runs are 78 days apart (2026-03-03 and 2026-05-20), so software may have moved between them.',
    ],
    ['excluded-run', 'Run 2617 is left out: wrong image.'],
  ] as const)('%s', (code, text) => {
    expect(noticeText({ code, severity: 'info', facts: facts[code] })).toBe(text);
  });
});
