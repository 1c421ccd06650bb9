import { expect, test } from 'vitest';
import { parsedXml } from './parsed-xml.ts';

test('elements and attributes of a document', () => {
  expect(parsedXml('<?xml version="1.0"?>\n<a b="1 &lt; 2"><c d:e="x"/>t &amp; u</a>\n')).toEqual([
    { name: 'a', attributes: { b: '1 &lt; 2' } },
    { name: 'c', attributes: { 'd:e': 'x' } },
  ]);
});

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b=1/>',
  '<a b="1" b="2"/>',
  '<a b="<c>"/>',
  '<a>&nbsp;</a>',
  '<a>1 & 2</a>',
  '<a>1 < 2</a>',
  '<a><!-- x --></a>',
])('%s is not well-formed, or not as the site writes it', (document) => {
  expect(() => parsedXml(document)).toThrow();
});
