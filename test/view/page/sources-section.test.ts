import { expect, test } from 'vitest';
import { sourcesSection } from '../../../src/view/page/sources-section.ts';
import { toHtml } from '../../../src/view/markup/html.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { REFERENCE } from '../fixtures/comparison.ts';

test.each([
  { runs: 3, links: 3, more: null },
  { runs: 5, links: 3, more: 'and 2 more' },
])('of $runs runs three are linked, the others counted', ({ runs, links, more }) => {
  const [first, ...others] = REFERENCE.sides;
  const urls = Array.from({ length: runs }, (_, i) => `https://ci.example/${i}`);
  const sources = urls.map((url) => ({ ...first!.sources[0]!, url }));
  const c = { ...REFERENCE, sides: [{ ...first!, sources }, ...others] };
  const html = toHtml(sourcesSection(c, 'https://x.example/', en));
  expect(html.match(/href="https:\/\/ci\.example/g)).toHaveLength(links);
  expect(/and \d+ more/.exec(html)?.[0] ?? null).toBe(more);
});
