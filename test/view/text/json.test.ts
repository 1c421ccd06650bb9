import { en } from '../../../src/view/words/en/index.ts';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { comparisonDocumentSchema } from '../../../src/schema/document.ts';
import { comparisonDocument } from '../../../src/view/text/json.ts';
import { linksOf } from '../fixtures/links.ts';
import { MEASURED, REFERENCE } from '../fixtures/comparison.ts';
import { CROWDED } from '../fixtures/crowded.ts';

const ORIGIN = 'https://matchpoint.example';

function documentOf(comparison: typeof REFERENCE) {
  return comparisonDocument(comparison, linksOf(comparison), en);
}

describe('comparisonDocument', () => {
  test('has the shape that the schema documents, and nothing is lost on the wire', () => {
    for (const comparison of [REFERENCE, CROWDED]) {
      const document = documentOf(comparison);
      const wire: unknown = JSON.parse(JSON.stringify(document));
      expect(comparisonDocumentSchema.parse(wire)).toEqual(wire);
      expect(wire).toEqual(document);
    }
  });

  test('numbers have 9 significant digits, unknown is null', () => {
    const [first] = documentOf(REFERENCE).values;
    const [mtp] = first!.sides;
    // $2.34 · 1e6 / (3600 · 4729), and 4729 · 1000 / 2.17, worked out by hand
    expect(mtp?.costPerMillionTokens).toBe(0.137449778);
    expect(mtp?.throughputPerMw).toBe(2179262.67);
    expect(mtp?.ttft).toBeNull();
    expect(mtp?.likely).toEqual([4636.27, 4823.58]); // 4729 ± the factor of 1.02, by hand
    expect(JSON.stringify(documentOf(CROWDED))).not.toMatch(/[1-9]\d*\.\d{10,}|NaN|undefined/);
  });

  test('every notice has a sentence, and there is one summary sentence for each target', () => {
    const { notices, summary, targets } = documentOf(CROWDED);
    for (const { text } of notices) expect(text).toMatch(/[.!]$/);
    expect(summary).toHaveLength(targets.length);
  });

  test('equal input gives equal bytes', () => {
    expect(JSON.stringify(documentOf(REFERENCE))).toBe(JSON.stringify(documentOf(REFERENCE)));
  });

  test.each([
    ['two sides, three targets', REFERENCE, 4096],
    ['four sides, default targets, five to eight knots', MEASURED, 4096],
    // with 12 alternatives and 8 notices; knots of 9 digits hardly compress
    ['four sides, five targets, twenty knots', CROWDED, 6656],
  ])('%s: gzipped within its bytes', (_, comparison, budget) => {
    const bytes = gzipSync(JSON.stringify(documentOf(comparison)), { level: 6 }).length;
    expect(bytes).toBeLessThanOrEqual(budget);
  });
});

test('what only some documents say stands in those alone', () => {
  const load = {
    concurrency: 8,
    parallelism: null,
    throughput: [1, 2],
    interactivity: [3, 4],
  } as const;
  const more = documentOf({ ...REFERENCE, moreAlternatives: 3, equalLoads: [load] });
  expect(more).toMatchObject({ moreAlternatives: 3, equalLoads: [load] });
  const less = documentOf({ ...REFERENCE, moreAlternatives: 0, equalLoads: null });
  expect(Object.keys(less)).not.toContain('moreAlternatives');
  expect(Object.keys(less)).not.toContain('equalLoads');
});

describe('comparisonLinks', () => {
  test('the specific and the pinned address say everything that the question depends on', () => {
    const { specific, pinned, embed } = linksOf(REFERENCE, { usd: '2', util: '0.6' });
    const path = 'qwen-3-5/b300-fp4-1k1k/mtp-vs-off';
    const query = 'at=93,124,154&basis=published';
    expect(specific).toBe(`${ORIGIN}/compare/${path}?${query}&usd=2&util=0.6`);
    expect(pinned).toBe(`${ORIGIN}/compare/${path}?${query}&release=9f2c41d07a3e&usd=2&util=0.6`);
    expect(embed).toBe(`${ORIGIN}/embed/${path}?${query}&usd=2&util=0.6`);
  });

  test('every form keeps the query', () => {
    const { page, json, csv, md, chart } = linksOf(REFERENCE, { at: '100' });
    const base = `${ORIGIN}/compare/qwen-3-5/b300-fp4/mtp-vs-off`;
    expect([page, json, csv, md, chart]).toEqual(
      ['', '.json', '.csv', '.md', '.chart.svg'].map((form) => `${base}${form}?at=100`),
    );
  });
});
