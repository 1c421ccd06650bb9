import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url);
const page = readFileSync(new URL('SECURITY.md', root), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Promise'));
const promises = rows.map((row) => {
  const [, promise, name, file] = /^\| ([^|]+) \| `([^|`]+)` \| `([^|`]+)` \|$/.exec(row) ?? [];
  return { row, promise, name, file };
});

/** Whether a test of that name stands in the source text: its first argument, and not in a comment. */
function hasTest(source: string, name: string): boolean {
  const code = source.replaceAll(/^\s*\/\/.*$/gm, '');
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`\\btest(?:\\.each\\([^;]*?\\))?\\(\\s*'${quoted}',`).test(code);
}

describe('what SECURITY.md promises', () => {
  test('is a list', () => expect(rows.length).toBeGreaterThan(10));

  test.each(promises)('$promise', ({ row, name, file }) => {
    expect(row).toContain(`\`${file}\``);
    const place = new URL(file!, root);
    expect(existsSync(place)).toBe(true);
    expect(hasTest(readFileSync(place, 'utf8'), name!)).toBe(true);
  });
});

test.each([
  { source: "test('a name', () => {});", has: true },
  { source: "test.each(cases)(\n  'a name',\n  () => {},\n);", has: true },
  { source: "// test('a name', () => {});", has: false },
  { source: "test.skip('a name', () => {});", has: false },
  { source: "test('another name', () => {});", has: false },
])('a promise is held by a test that runs: $source', ({ source, has }) => {
  expect(hasTest(source, 'a name')).toBe(has);
});

test('the README leads to it', () => {
  expect(readFileSync(new URL('README.md', root), 'utf8')).toContain('](SECURITY.md)');
});
