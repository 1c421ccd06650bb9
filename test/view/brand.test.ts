import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DARK, LIGHT, SITE_NAME } from '../../src/view/brand.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BRAND = 'src/view/brand.ts';
const files = ['src', 'widgets', 'data']
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .filter(
    (file) => /\.(ts|json|html)$/.test(file) && !file.startsWith('data/sweeps/') && file !== BRAND,
  )
  .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));

/** Where a word stands alone: not in a tag, an event, a header, an address or the name of a type. */
function saying(word: string): string[] {
  const alone = new RegExp(`(?<![\\w<./-])${word}(?![\\w./-])`);
  return files.filter(({ text }) => alone.test(text)).map(({ file }) => file);
}

test('only the brand says what the site is called', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(saying(SITE_NAME)).toEqual([]);
});

test('only the brand says what its colours are', () => {
  const colours = [LIGHT, DARK].flatMap(({ sides, ...others }) => [
    ...sides,
    ...Object.values(others),
  ]);
  expect(colours).toHaveLength(18);
  const written = files.filter(({ text }) => colours.some((colour) => text.includes(colour)));
  expect(written.map(({ file }) => file)).toEqual([]);
});
