import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../../../src/core/metrics.ts';
import { comparisonCsv } from '../../../src/view/text/csv.ts';
import { comparisonDocument } from '../../../src/view/text/json.ts';
import type { ComparisonDocument } from '../../../src/view/text/json.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { linksOf } from '../fixtures/links.ts';
import { MEASURED, REFERENCE, UNDECIDED, comparison, side } from '../fixtures/comparison.ts';
import { CROWDED } from '../fixtures/crowded.ts';

/** papaparse is the oracle of what a spreadsheet reads. */
function rows(c: typeof REFERENCE): Record<string, string>[] {
  const text = comparisonCsv(c, linksOf(c).pinned, en.figure);
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  return data;
}

describe('comparisonCsv', () => {
  test('has one row for each target and side, with the published figures', () => {
    const read = rows(REFERENCE).map((row) => [
      row['interactivity_tok_s_user'],
      row['side'],
      row['throughput_total_tok_s_gpu'],
      row['concurrency'],
      row['status'],
      row['is_best_throughput'],
    ]);
    expect(read).toEqual([
      ['93', 'mtp', '4729', '64', 'published', 'true'],
      ['93', 'off', '1583.6', '37', 'published', 'false'],
      ['124', 'mtp', '3193.8', '63', 'published', 'true'],
      ['124', 'off', '966.3', '16', 'published', 'false'],
      ['154', 'mtp', '2157.6', '16', 'published', 'true'],
      ['154', 'off', '614.2', '8', 'published', 'false'],
    ]);
    expect(rows(CROWDED)).toHaveLength(5 * 4);
  });

  test('likely ranges, and concurrency that is no load that was set, have columns', () => {
    const [a, b] = [side('a', '10:100:64 20:50:32'), side('b', '10:80:64 20:40:32')];
    const knots = a.knots.map((knot) => ({ ...knot, concurrencyOrigin: 'approximate' }));
    const c = comparison([{ ...a, knots }, b], { targets: [10, 15] });
    const read = rows(c).map((row) => [
      row['is_concurrency_approximate'],
      Number(row['throughput_likely_low_tok_s_gpu']),
      Number(row['throughput_likely_high_tok_s_gpu']),
    ]);
    const likely = c.values.flatMap(({ sides }) => sides.map((value) => value.likely!));
    expect(read.map(([isAbout]) => isAbout)).toEqual(['true', 'false', 'true', 'true']);
    for (const [i, [, low, high]] of read.entries()) {
      expect(low).toBeCloseTo(likely[i]![0], 3);
      expect(high).toBeCloseTo(likely[i]![1], 3);
    }
  });

  test('an open loop is said beside the concurrency that it has not', () => {
    const [a, b] = [side('a', '10:100 20:50'), side('b', '10:80:64 20:40:32')];
    const sent = ['open loop, 4 requests/s', 'open loop, 8 requests/s'];
    const knots = a.knots.map((knot, i) => ({ ...knot, concurrencyOrigin: sent[i]! }));
    const c = comparison([{ ...a, knots }, b], { targets: [10, 15] });
    expect(
      rows(c).map((row) => [
        row['concurrency'],
        row['is_concurrency_approximate'],
        row['concurrency_origin'],
      ]),
    ).toEqual([
      ['', '', 'open loop, 4 requests/s'],
      ['64', 'false', ''],
      ['', '', 'open loop, 4 requests/s open loop, 8 requests/s'],
      [expect.stringMatching(/^\d/), 'true', ''],
    ]);
  });

  test.each(METRICS.map(({ key }) => key))('%s has a column', (key) => {
    const marked = 123_456.75;
    const values = REFERENCE.values.map(({ sides, ...target }) => ({
      ...target,
      sides: sides.map((value) => ({ ...value, [key]: marked })),
    }));
    for (const row of rows({ ...REFERENCE, values })) {
      expect(Object.values(row).filter((cell) => cell === String(marked))).toHaveLength(1);
    }
  });

  test('has its head where there is no target', () => {
    const [head] = comparisonCsv(REFERENCE, linksOf(REFERENCE).pinned, en.figure).split('\r\n');
    const c = { ...REFERENCE, targets: [], values: [] };
    expect(comparisonCsv(c, linksOf(c).pinned, en.figure)).toBe(`${head}\r\n`);
  });

  // By the document alone the browser's element writes the file that the server does.
  test.each([REFERENCE, MEASURED, UNDECIDED, CROWDED])('is the same of its document: $id', (c) => {
    const links = linksOf(c, { util: '0.6' });
    const document = JSON.parse(
      JSON.stringify(comparisonDocument(c, links, en)),
    ) as ComparisonDocument;
    expect(comparisonCsv(document, document.links.pinned, en.figure)).toBe(
      comparisonCsv(c, links.pinned, en.figure),
    );
  });

  test('says where each row was read and under which licence', () => {
    const [first] = rows(CROWDED);
    expect(first?.['source']).toMatch(/^https:\/\/github\.com\/example/);
    expect(first?.['licence']).toBe('CC-BY-4.0');
    expect(rows(REFERENCE)[0]?.['licence']).toBe('');
  });

  test('a winner and a saving only where a side is ahead', () => {
    for (const [i, row] of rows(UNDECIDED).entries()) {
      const { costPerMillionTokens: lead } = UNDECIDED.values[i >> 1]!.best;
      expect(row['cost_outcome']).toBe(lead!.outcome);
      expect(row['cost_saving'] !== '').toBe(lead!.outcome === 'ahead');
      expect(row['is_best_cost'] !== '').toBe(lead!.outcome === 'ahead');
    }
    expect(new Set(rows(UNDECIDED).map((row) => row['cost_outcome'])).size).toBeGreaterThan(1);
  });

  test('what is not known is an empty field, never 0', () => {
    const c = comparison([side('a', '10:100 20:50'), side('b', '15:80 30:20')], {
      targets: [12, 18],
    });
    const [, outside] = rows(c);
    expect(outside?.['status']).toBe('below-range');
    expect(outside?.['throughput_total_tok_s_gpu']).toBe('');
    expect(outside?.['concurrency']).toBe('');
  });

  test.each(['＝1+1', ' ＋1', '－1', '＠SUM(A1)'])(
    'the full-width %s is a formula too',
    (label) => {
      const c = comparison([side('a', '10:100', { label }), side('b', '10:50')], { title: 'x' });
      expect(rows(c)[0]?.['side_label']).toBe(`'${label}`);
    },
  );

  test('any label comes back as it was, or with an apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (label, license) => {
        const sources = [{ ...REFERENCE.sides[0]!.sources[0]!, license }];
        const c = comparison([side('a', '10:100', { label, sources }), side('b', '10:50')], {
          title: 'x',
        });
        const [first] = rows(c);
        for (const [text, cell] of [
          [label, first?.['side_label']],
          [license, first?.['licence']],
        ]) {
          const isFormula = /^\s*[=+\-@\t\r＝＋－＠]/.test(text!);
          expect(cell).toBe(isFormula ? `'${text}` : text);
        }
      }),
      { seed: 20_261_124 },
    );
  });
});
