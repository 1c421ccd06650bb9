import { expect, test } from 'vitest';
import { processorMs } from '../../processor-time.ts';
import { wordFinder } from '../../../data/import/words.ts';
import { outOfRange } from '../../../data/import/plausible.ts';
import { POINT_AXES, POINT_FACTS } from '../../../src/core/point-facts.ts';
import { reportText } from '../../../data/import/report.ts';
import { textRule } from '../../../src/schema/plain-text.ts';
import { importJson, importTexts, row } from './rows.ts';

const ESC = '\u001b';

test.each([
  ['a colour of the terminal', `${ESC}[31mred`, 'without control'],
  ['a line', 'one\ntwo', 'without control'],
  ['a control character of the second block', 'a\u009b31m', 'without control'],
  ['text that runs backwards', 'vllm\u202egnp.exe', 'without control'],
  ['a line separator', 'a\u2028b', 'without control'],
  ['half of a pair', 'a\ud800', 'without control'],
  ['nothing', '', 'not blank'],
  ['spaces', ' \u00a0\u2003', 'not blank'],
  ['signs without a width', '\u200b\u2060\ufeff', 'not blank'],
  ['letters that are drawn as blanks', '\u3164\u2800', 'not blank'],
  ['a book', 'x'.repeat(2001), 'at most 2000 characters'],
])('%s cannot be shown', (_name, text, rule) => {
  expect(textRule(text)).toContain(rule);
});

test.each(['vllm/vllm-openai:v0.11.2', 'Łódź 千问 🚀', 'a\u200db', '<b>', 'x'.repeat(2000)])(
  'can be shown: %s',
  (text) => expect(textRule(text)).toBeNull(),
);

test.each([
  ['image', { image: `img${ESC}]0;title\u0007` }],
  ['attribution', { attribution: 'Bench\u202e' }],
  ['license', { license: 'x'.repeat(201) }],
])(
  'a row whose %s cannot be shown is rejected by name, the next one counts',
  async (name, field) => {
    const { report } = await importJson([row({ ...field }), row({ conc: 32 })]);
    expect(report.accepted).toBe(1);
    expect(report.rejected.byReason).toEqual({ 'unreadable-text': 1 });
    const text = reportText(report, true);
    expect(text).toContain(`${name} is not a text`);
    expect(text).toContain('unreadable-text: no view could show it');
  },
);

test('every number that is kept of a point has a range', () => {
  const facts = Object.entries(POINT_FACTS).flatMap(([name, { kind }]) =>
    kind === 'text' ? [] : name,
  );
  const numbers = [...Object.keys(POINT_AXES), ...facts];
  const texts = { concurrencyOrigin: 'approximate', parallelism: 'TP8' };
  for (const value of [1e-300, 1e308]) {
    const figures = Object.fromEntries(numbers.map((name) => [name, value]));
    const broken = outOfRange({ ...figures, ...texts } as Parameters<typeof outOfRange>[0]);
    expect(broken.map(({ name }) => name)).toEqual(numbers);
  }
});

test('one long name is not read longer than 64 of a 64th of its length', () => {
  const find = wordFinder([{ key: 'vllm', label: 'vLLM' }], {}, 'framework');
  const msOf = (count: number, length: number) =>
    processorMs(() => {
      for (let i = 0; i < count; i++) find(`vllm${' '.repeat(length)}x${i}`);
    });
  msOf(64, 125);
  // as many letters in all, and enough of them for a clock that ticks every few ms
  const ratio = msOf(40, 8000) / msOf(2560, 125);
  expect(ratio).toBeLessThan(8); // 64 where the time grows with the square of the length
  expect(find('vLLM 0.11.2')).toBe('vllm');
});

test('a header of more columns than any benchmark has is refused', async () => {
  const header = ['hardware', 'model', ...Array.from({ length: 999 }, (_, i) => `c${i}`)].join(',');
  await expect(importTexts([`${header}\nh100,toy1\n`])).rejects.toThrow(
    'the header has 1001 columns, at most 1000 are read',
  );
});

test('one cause is said once, with its files and sweeps, and at length only where that is asked', async () => {
  const texts = ['h100', 'h200', 'b200'].map((hardware) =>
    JSON.stringify([row({ model: 'nobody-1', hardware }), row({ hardware, conc: 8 })]),
  );
  const { report } = await importTexts(texts);
  const said = reportText(report, false);
  expect(said.match(/unknown-model \(nobody-1\)/g)).toHaveLength(2); // of the files, of the rows
  expect(said).toMatch(/^ {2}input 1 and 2 more: unknown-model \(nobody-1\)$/m);
  expect(said).toMatch(/^ {2}3 +unknown-model \(nobody-1\) in 3 sweeps$/m);
  const all = reportText(report, true);
  expect(all.match(/^input \d: inferencex, 2 rows: unknown-model \(nobody-1\)$/gm)).toHaveLength(3);
  expect(all.match(/^ {2}1 +unknown-model \(nobody-1\): nobody-1 /gm)).toHaveLength(3);
});

test.each([
  ['model', { model: `toy${ESC}[31m` }],
  ['hardware', { hardware: 'g\u202e9' }],
  ['precision', { precision: 'x'.repeat(201) }],
])('a %s that no view can show is refused, not proposed', async (name, field) => {
  const { report } = await importJson([row(field), row({ conc: 32 })]);
  expect(report.rejectedRows).toMatchObject([{ reason: 'unreadable-text' }]);
  expect(report.rejectedRows[0]!.detail).toContain(`${name} is not`);
  expect([report.accepted, report.proposals]).toEqual([1, []]);
});
