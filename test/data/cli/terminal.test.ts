import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forTerminal } from '../../../data/cli/terminal.ts';
import { reportText } from '../../../data/import/report.ts';
import { importJson, row } from '../import/rows.ts';

const CLI = new URL('../../../data/cli/', import.meta.url);

test.each([
  ['a colour', '\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
  ['a window title', '\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
  ['a carriage return over what stands there', 'bad\rgood', 'bad\\u000dgood'],
  ['a C1 sequence', '\u009b2J', '\\u009b2J'],
  ['a direction', 'a\u202eb', 'a\\u202eb'],
  ['half of a pair', 'a\ud83d', 'a\\ud83d'],
])('%s is shown, not done', (_name, text, shown) => expect(forTerminal(text)).toBe(shown));

test('lines, tabs and letters stay', () => {
  const text = 'Łódź\t千问 🚀\n~1.2× \u202f%\n';
  expect(forTerminal(text)).toBe(text);
  const json = JSON.stringify({ name: 'a\u009bb\u2028' });
  expect(JSON.parse(forTerminal(json))).toEqual(JSON.parse(json));
});

test('an import’s report of hostile rows has nothing that a terminal would do', async () => {
  const evil = '\u001b]0;owned\u0007\r\u009b2J\u202e';
  const { report } = await importJson([
    row({ hardware: `h100${evil}` }),
    row({ model: evil }),
    row({ framework: `x${evil}`, image: evil }),
    row({ precision: evil, date: evil }),
  ]);
  const text = reportText(report, true);
  expect(text).toContain('owned'); // it is named, so that it can be found
  expect(forTerminal(text)).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});

test('commands write through it alone', () => {
  const writers = readdirSync(CLI).filter((name) =>
    /process\.std(out|err)\.write/.test(readFileSync(new URL(name, CLI), 'utf8')),
  );
  expect(writers).toEqual(['terminal.ts']);
});
