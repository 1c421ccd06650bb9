import { en } from '../../../src/view/words/en/index.ts';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/view/markup/html.ts';
import type { Markup } from '../../../src/view/markup/markup.ts';
import { figuresTable } from '../../../src/view/figure/table.ts';
import {
  MEASURED,
  REFERENCE,
  UNDECIDED,
  WORKLOADS,
  comparison,
  side,
} from '../fixtures/comparison.ts';
import type { Measure } from '../../../src/core/metrics.ts';

/** Rows of cells as text, hidden text and titles left out. */
function rows(table: Markup): string[] {
  return all(table, 'tr').map((row) =>
    row.children
      .map((cell) => seen(cell).trim())
      .filter(Boolean)
      .join(' | '),
  );
}

function seen(node: Markup | string): string {
  if (typeof node === 'string') return node;
  return node.attrs['class'] === 'visually-hidden' ? '' : node.children.map(seen).join('');
}

function all(node: Markup | string, tag: string): Markup[] {
  if (typeof node === 'string') return [];
  return [
    ...(node.tag === tag ? [node] : []),
    ...node.children.flatMap((child) => all(child, tag)),
  ];
}

describe('the wide table', () => {
  const table = figuresTable(REFERENCE, en.figure);

  // the figures of the published reference page; cost and tok/s/MW from them at $2.34 and 2.17 kW
  test.each([
    'Interactivity tok/s/user | 93 | 124 | 154',
    'MTP | 4,729.0 | 3,193.8 | 2,157.6',
    'Off | 1,583.6 | 966.3 | 614.2',
    'MTP | $0.137 | $0.204 | $0.301',
    'Off | $0.410 | $0.673 | $1.058',
    'MTP | 2,179,263 | 1,471,797 | 994,286',
    'MTP | 64 | 63 | 16',
    'Off | 37 | 16 | 8',
    'Ratio of throughput, cost and tok/s/MW | 3.0× | 3.3× | 3.5×',
    'Saving in cost | 66.5\u202f% | 69.7\u202f% | 71.5\u202f%',
  ])('%s', (row) => expect(rows(table)).toContain(row));

  test('one ratio that holds for all metrics is said once', () => {
    expect(rows(table).filter((row) => row.startsWith('Ratio'))).toHaveLength(1);
  });

  test('ratios that differ are said of each metric', () => {
    expect(
      rows(figuresTable(MEASURED, en.figure)).filter((row) => row.startsWith('Ratio')),
    ).toHaveLength(3);
  });

  test('where workloads are compared, a ratio is of output tokens alone, whose cost is a price', () => {
    const said = rows(figuresTable(WORKLOADS, en.figure));
    expect(said).toEqual(
      expect.arrayContaining(['1K1K | 450', '8K1K | 200', '1K1K | $1.11', '8K1K | $2.50']),
    );
    expect(said.filter((row) => row.startsWith('Ratio'))).toEqual([
      'Ratio of output throughput and output cost | 2.3×',
    ]);
  });

  test('the price stands where the cost does', () => {
    expect(seen(table)).toContain('at $2.34 per GPU-hour (hyperscaler, rates of 2025-08)');
    expect(seen(figuresTable(MEASURED, en.figure))).toContain('$2.52 (GB200 NVL72), $2.10 (B200)');
  });

  test('own prices are not said to be the rate card’s', () => {
    expect(seen(figuresTable({ ...REFERENCE, ownPrices: ['b300'] }, en.figure))).toContain(
      'at $2.34 per GPU-hour (own prices)',
    );
  });

  test('whole figures are printed whole, whatever the smallest is', () => {
    const c = comparison([side('a', '20:3139 50:2402'), side('b', '20:88 50:49')], {
      targets: [20, 50],
    });
    expect(rows(figuresTable(c, en.figure))).toContain('A | 3,139 | 2,402');
  });

  test('the ratio names the measures it is of, and no saving stands without the cost', () => {
    const of = (measures: readonly Measure[]) =>
      rows(figuresTable(REFERENCE, en.figure, { measures })).filter((row) =>
        /^(Ratio|Saving)/.test(row),
      );
    expect(of(['throughput'])).toEqual(['Ratio | 3.0× | 3.3× | 3.5×']);
    expect(of(['throughput', 'throughputPerMw', 'concurrency'])).toEqual([
      'Ratio of throughput and tok/s/MW | 3.0× | 3.3× | 3.5×',
    ]);
    expect(of(['costPerMillionTokens'])).toHaveLength(2);
  });

  test('every head has its scope', () => {
    for (const head of all(table, 'th')) {
      expect(['col', 'row', 'rowgroup']).toContain(head.attrs['scope']);
    }
  });

  test('published values say so to a screen reader', () => {
    expect(toHtml(table)).toContain('published figure');
  });

  test('interpolated values name their neighbours, and ~ marks concurrency', () => {
    const html = toHtml(figuresTable(MEASURED, en.figure));
    expect(html).toContain('interpolated between 35 and 52');
    expect(rows(figuresTable(MEASURED, en.figure)).some((row) => row.includes('~'))).toBe(true);
  });

  test('~ marks concurrency that its source has as approximate, also at a point', () => {
    const [a, b] = REFERENCE.sides;
    const knots = a!.knots.map((knot) => ({ ...knot, concurrencyOrigin: 'approximate' }));
    const c = { ...REFERENCE, sides: [{ ...a!, knots }, b!] };
    const html = toHtml(figuresTable(c, en.figure, { measures: ['concurrency'] }));
    expect(html).toContain('>~64<');
    expect(html).toContain('>37<');
  });

  test('beyond its range a side has a dash and the reason', () => {
    const html = toHtml(figuresTable(MEASURED, en.figure));
    expect(html).toContain('title="above the range of this side, 8 to 88"');
    expect(rows(figuresTable(MEASURED, en.figure))).toContain(
      'MI300X | 2,594 | 1,492 | 862 | — | —',
    );
  });

  test.each([false, true])('the reason for a dash is also text, once, narrow: %s', (isNarrow) => {
    const foot = all(figuresTable(MEASURED, en.figure, { isNarrow }), 'tfoot').flatMap(rows);
    const reasons = foot.filter((row) => row.startsWith('— '));
    expect(reasons).toContain('— MI300X: above the range of this side, 8 to 88');
    expect(new Set(reasons).size).toBe(reasons.length);
    const complete = all(figuresTable(REFERENCE, en.figure, { isNarrow }), 'tfoot').flatMap(rows);
    expect(complete).toEqual([expect.stringMatching(/^Cost at /)]);
  });

  test('time to first token stands as at both neighbours, low to high', () => {
    expect(rows(figuresTable(MEASURED, en.figure)).some((row) => row.includes('2.60–4.10'))).toBe(
      true,
    );
  });

  test('undecided: about, with its range, and nobody in bold', () => {
    const undecided = figuresTable(UNDECIDED, en.figure);
    const ratio = rows(undecided).find((row) => row.startsWith('Ratio'))!;
    expect(ratio).toMatch(/\| about level \| ~1\.3×likely 0\.5 to 2\.3×/);
    expect(all(undecided, 'b')).toEqual([]);
  });

  test('a measure that nobody has a number of is asked for alone: dashes, not an empty table', () => {
    const c = comparison(
      ['a', 'b'].map((key) => side(key, '20:900 50:400', { usdPerGpuHour: null })),
    );
    const table = figuresTable(c, en.figure, { measures: ['costPerMillionTokens'] });
    expect(rows(table)).toContain('A | — | — | —');
    expect(rows(figuresTable(c, en.figure)).join()).not.toContain('Cost');
  });

  test('a price that is not known gives a dash, not a zero', () => {
    const c = comparison([
      side('a', '20:900 50:400'),
      side('b', '20:800 50:300', { usdPerGpuHour: null }),
    ]);
    expect(rows(figuresTable(c, en.figure))).toContain('B | — | — | —');
  });
});

describe('the narrow table', () => {
  test('targets are the row groups and hold the same figures', () => {
    const table = figuresTable(REFERENCE, en.figure, { isNarrow: true });
    expect(rows(table)).toContain('124 tok/s/user');
    expect(rows(table)).toContain('Throughput total tok/s/GPU | 3,193.8 | 966.3');
    expect(rows(table).filter((row) => row.startsWith('Ratio'))).toEqual([
      'Ratio of throughput, cost and tok/s/MW | 3.0×',
      'Ratio of throughput, cost and tok/s/MW | 3.3×',
      'Ratio of throughput, cost and tok/s/MW | 3.5×',
    ]);
  });

  test.each([REFERENCE, MEASURED, UNDECIDED])('has every number of the wide one: $id', (c) => {
    const figures = (table: Markup) =>
      all(table, 'td')
        .map(seen)
        .filter((text) => /\d/.test(text));
    expect(figures(figuresTable(c, en.figure, { isNarrow: true })).toSorted()).toEqual(
      figures(figuresTable(c, en.figure)).toSorted(),
    );
  });
});
