import { en } from '../../src/view/words/en/index.ts';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildElementScript } from '../../data/widgets/script.ts';
import { embedPage } from '../../src/view/embed/frame-page.ts';
import { toDocument } from '../../src/view/markup/html.ts';
import { comparisonDocument } from '../../src/view/text/json.ts';
import { linksOf } from '../view/fixtures/links.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';

/**
 * The design asks for 8 kB. Table, chart, core and editing together are not that small yet: this
 * holds what has been reached, so that it can only get better.
 */
const REACHED_BYTES = 14_600;

test('the script of the element stays as small as it got', async () => {
  const { text } = await buildElementScript();
  expect(gzipped(text)).toBeLessThanOrEqual(REACHED_BYTES);
});

test('the reference in an iframe is at most 20 kB in all: page, script and document', async () => {
  const links = linksOf(REFERENCE);
  const own = { view: null, metrics: null, isEditable: true, theme: 'auto' } as const;
  const page = embedPage({ comparison: REFERENCE, page: links.page, json: links.json, ...own }, en);
  const { text } = await buildElementScript();
  const document = JSON.stringify(comparisonDocument(REFERENCE, links, en));
  const total = gzipped(toDocument(page)) + gzipped(text) + gzipped(document);
  expect(total).toBeLessThanOrEqual(20 * 1024);
});

test('the script is one module that imports nothing and names its own hash', async () => {
  const [first, second] = await Promise.all([buildElementScript(), buildElementScript()]);
  expect(first).toEqual(second); // equal sources, equal bytes
  expect(first.text).not.toMatch(/\bimport\b|\bexport\b/);
  expect(first.fileName).toBe(`matchpoint.${first.hash}.js`);
  expect(first.integrity).toMatch(/^sha384-[\w+/]{64}$/);
});

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).byteLength;
}
