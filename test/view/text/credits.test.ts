import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../../src/view/text/chart-svg.ts';
import { comparisonCsv } from '../../../src/view/text/csv.ts';
import { comparisonMarkdown } from '../../../src/view/text/markdown.ts';
import { DEFAULT_OPTIONS } from '../../../src/core/options.ts';
import { toDocument } from '../../../src/view/markup/html.ts';
import { comparisonPage } from '../../../src/view/page/comparison-page.ts';
import { titleAsAsked } from '../../../src/view/text/title.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { MEASURED, comparison } from '../fixtures/comparison.ts';
import { linksOf } from '../fixtures/links.ts';

/** Two sides of a publisher and two of one's own, and their credit as it is to be read. */
const MIXED = comparison(
  MEASURED.sides.map((side, i) => ({
    ...side,
    sources: side.sources.map((source) => (i < 2 ? source : { ...source, attribution: null })),
  })),
);
const CREDITS =
  'GB200 NVL72: Example Bench; B200: Example Bench; H200: own measurements; MI300X: own measurements';

/** The JSON-LD of a comparison's page. */
function linkedData(c: typeof MIXED): string {
  const html = toDocument(
    comparisonPage(
      {
        comparison: c,
        links: linksOf(c),
        offers: [],
        card: null,
        query: { ...DEFAULT_OPTIONS, basis: null, release: null },
        rates: [],
        neighbours: [],
        sidesRanking: null,
        embeds: [],
      },
      en,
    ),
  );
  return /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!;
}

describe('own figures beside a publisher’s are not credited to the publisher', () => {
  test.each([
    ['Markdown', comparisonMarkdown(MIXED, linksOf(MIXED), en)],
    ['the chart', chartSvg(MIXED, en)],
    ['JSON-LD', linkedData(MIXED)],
  ])('%s', (_name, text) => {
    expect(text).toContain(CREDITS);
  });

  test('one source for all sides is said once', () => {
    expect(en.figure.credits(MEASURED.sides)).toBe('Example Bench');
  });

  test('the CSV names a publisher only in rows of its sides', () => {
    const rows = comparisonCsv(MIXED, linksOf(MIXED).pinned, en.figure).split('\r\n');
    expect(
      rows.filter((row) => row.includes(',b200,')).every((row) => row.includes('Example Bench')),
    ).toBe(true);
    const own = rows.filter((row) => row.includes(',h200,'));
    expect(own.length).toBeGreaterThan(0);
    expect(own.some((row) => row.includes('Example Bench'))).toBe(false);
    expect(own.every((row) => row.includes(',own measurements,'))).toBe(true);
  });
});

test('a title that stands alone says what was asked', () => {
  const asked = {
    ...MEASURED,
    ttftLimit: 0.5,
    ownPrices: MEASURED.sides.map(({ hardware }) => hardware),
    util: 0.6,
  };
  expect(titleAsAsked(asked, en)).toBe(
    `${MEASURED.title} (first token within 0.5 s; own prices; GPUs busy 60\u202f% of the time)`,
  );
  expect(titleAsAsked(MEASURED, en)).toBe(MEASURED.title);
});
