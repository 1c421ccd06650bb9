import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildElementScript } from '../../data/build-widgets.ts';

/**
 * The design asks for 8 kB. Table, chart, core and editing together are not that small yet: this
 * holds what has been reached, so that it can only get better.
 */
const REACHED_BYTES = 16_100;

test('the script of the element stays as small as it got', async () => {
  const { text } = await buildElementScript();
  expect(gzipSync(text, { level: 9 }).byteLength).toBeLessThanOrEqual(REACHED_BYTES);
});

test('the script is one module that imports nothing and names its own hash', async () => {
  const [first, second] = await Promise.all([buildElementScript(), buildElementScript()]);
  expect(first).toEqual(second); // equal sources, equal bytes
  expect(first.text).not.toMatch(/\bimport\b|\bexport\b/);
  expect(first.fileName).toBe(`matchpoint.${first.hash}.js`);
  expect(first.integrity).toMatch(/^sha384-[\w+/]{64}$/);
});
