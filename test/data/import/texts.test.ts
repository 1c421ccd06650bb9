import { expect, test } from 'vitest';
import { reportText } from '../../../data/import/report.ts';
import { textRule } from '../../../src/schema/plain-text.ts';
import { importJson, row } from './rows.ts';

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
