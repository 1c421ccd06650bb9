import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vocabularyFile from '../../data/vocabulary.json' with { type: 'json' };
import { parseAddress, parseOldAddress, printAddress } from '../../src/core/address.ts';
import { parseTokens, printTokens, tokensLabel } from '../../src/core/tokens.ts';
import type { TokenSet } from '../../src/core/tokens.ts';
import { DIMENSIONS, NAMED_DIMENSIONS } from '../../src/core/vocabulary.ts';
import type { Vocabulary } from '../../src/core/vocabulary.ts';
import { catalog, vocabulary } from './fixtures.ts';

const shipped: Vocabulary = vocabularyFile;

/** Any token set over a vocabulary, with a run now and then. */
function anyTokens(words: Vocabulary): fc.Arbitrary<TokenSet> {
  const keys = (dimension: (typeof NAMED_DIMENSIONS)[number]) =>
    fc.option(fc.constantFrom(...words[dimension].map(({ key }) => key)), { nil: undefined });
  const run = fc.option(fc.constantFrom('20260520', '20240229', '~before', '~run-2'), {
    nil: undefined,
  });
  const named = Object.fromEntries(NAMED_DIMENSIONS.map((d) => [d, keys(d)]));
  return fc
    .record({ ...named, run })
    .map((set) => Object.fromEntries(Object.entries(set).filter(([, key]) => key !== undefined)));
}

describe('tokens', () => {
  test('parse∘print is the identity over the whole shipped vocabulary', () => {
    fc.assert(
      fc.property(anyTokens(shipped), (tokens) => {
        expect(parseTokens(printTokens(tokens), shipped)).toEqual({ value: tokens });
      }),
      { numRuns: 2000 },
    );
  });

  test('every key of the shipped vocabulary reads back alone', () => {
    for (const dimension of NAMED_DIMENSIONS) {
      for (const { key } of shipped[dimension]) {
        expect(parseTokens(key, shipped)).toEqual({ value: { [dimension]: key } });
      }
    }
  });

  const read = [
    { text: 'g2-rack-fp8', tokens: { hardware: 'g2-rack', precision: 'fp8' } },
    { text: 'fp8-g2', tokens: { hardware: 'g2', precision: 'fp8' } },
    { text: 'dynamo-sglang', tokens: { framework: 'dynamo-sglang' } },
    { text: 'none', tokens: { specMethod: 'off' } },
    { text: '20260520', tokens: { run: '20260520' } },
    { text: 'g1-~before-fp8', tokens: { hardware: 'g1', run: '~before-fp8' } },
  ];
  test.each(read)('$text', ({ text, tokens }) => {
    expect(parseTokens(text, vocabulary)).toEqual({ value: tokens });
  });

  const refused = [
    { text: 'g1-fp9', token: 'fp9', position: 3, nearest: ['fp4', 'fp8'] },
    { text: 'g1-g2', token: 'g2', position: 3 },
    { text: 'dynamo', token: 'dynamo', position: 0 },
    { text: '20261301', token: '20261301', position: 0 },
    { text: '20250229', token: '20250229', position: 0 },
    { text: 'g1~x', token: '~x', position: 2 },
    { text: 'g1-~', token: '~', position: 3 },
    { text: 'g1-~a--b', token: '~a--b', position: 3 },
    { text: '20260520-~a', token: '~a', position: 9 },
    { text: 'g1--fp8', token: '', position: 3 },
  ];
  test.each(refused)('$text names $token at $position', ({ text, token, position, nearest }) => {
    const parsed = parseTokens(text, vocabulary);
    expect(parsed).toMatchObject({ problem: { token, position, ...(nearest && { nearest }) } });
  });

  test('labels stand in canonical order', () => {
    const tokens = { run: '20260520', precision: 'fp8', hardware: 'g2-rack' };
    expect(tokensLabel(vocabulary, tokens)).toBe('G2 Rack FP8 2026-05-20');
  });
});

describe('parseAddress', () => {
  const canonical = [
    { id: 'mo-1/g1-fp4/mtp-vs-off', is: 'mo-1/g1-fp4/mtp-vs-off' },
    { id: 'mo/fp4-g1/mtp-vs-none', is: 'mo-1/g1-fp4/mtp-vs-off' },
    { id: 'MO-1/G1-FP4/MTP-vs-OFF', is: 'mo-1/g1-fp4/mtp-vs-off' },
    { id: 'mo-1/g1-vs-g2', is: 'mo-1/_/g1-vs-g2' },
    { id: 'mo-1/_/g1-fp4-vs-g2-fp4', is: 'mo-1/fp4/g1-vs-g2' },
    { id: 'mo-1/1k1k/g1-fp4-mtp-vs-g2-fp4-mtp', is: 'mo-1/fp4-mtp-1k1k/g1-vs-g2' },
    { id: 'mo-1/_/g2-vs-g1', is: 'mo-1/_/g2-vs-g1' },
    { id: 'mo-1/g1-fp8/~before-vs-~after', is: 'mo-1/g1-fp8/~before-vs-~after' },
    { id: 'mo-1/_/g1-vs-g2-vs-g2-rack-vs-m3', is: 'mo-1/_/g1-vs-g2-vs-g2-rack-vs-m3' },
    { id: 'unknown/_/g1-vs-g2', is: 'unknown/_/g1-vs-g2' },
  ];
  test.each(canonical)('$id is $is', ({ id, is }) => {
    const parsed = parseAddress(id, catalog);
    expect('value' in parsed && printAddress(parsed.value)).toBe(is);
  });

  const refused = [
    { id: 'mo-1/g1-fp4/mtp', rule: 'side-count' },
    { id: 'mo-1/_/g1-vs-g2-vs-g2-rack-vs-m3-vs-m4', rule: 'side-count' },
    { id: 'mo-1/_/g1-vs-g1', rule: 'sides-alike' },
    { id: 'mo-1/g1/fp4-vs-g2', rule: 'same-dimensions' },
    { id: 'mo-1/g1/g1-vs-g2', rule: 'shared-or-side' },
    { id: 'mo-1/fp4/mtp-vs-off', rule: 'hardware' },
    { id: 'mo-1/_/g1-vs-', rule: 'empty-side' },
    { id: 'mo-1', rule: 'shape' },
    { id: 'mo-1/_/_/g1-vs-g2', rule: 'shape' },
    { id: `mo-1/_/g1-vs-${'g2-'.repeat(200)}g2`, rule: 'length' },
  ];
  test.each(refused)('$id is refused', ({ id, rule }) => {
    expect(parseAddress(id, catalog)).toMatchObject({
      problem: { rule },
    });
  });

  test('a problem names its place in the whole id', () => {
    expect(parseAddress('mo-1/g1/fp4-vs-fp9', catalog)).toMatchObject({
      problem: { token: 'fp9', position: 'mo-1/g1/fp4-vs-'.length, nearest: ['fp4', 'fp8'] },
    });
  });

  test('parse∘print is the identity on every address', () => {
    fc.assert(
      fc.property(
        anyTokens(vocabulary),
        anyTokens(vocabulary),
        anyTokens(vocabulary),
        (a, b, c) => {
          // dimensions that two token sets share, with different values, are compared; the rest of c is shared
          const compared = DIMENSIONS.filter((d) => d in a && d in b);
          fc.pre(compared.some((d) => a[d] !== b[d]));
          const pick = (set: TokenSet) => Object.fromEntries(compared.map((d) => [d, set[d]]));
          const rest = Object.entries({ hardware: 'g1', ...c }).filter(
            ([d]) => !compared.includes(d as never),
          );
          const id = `mo-1/${printTokens(Object.fromEntries(rest)) || '_'}/${printTokens(pick(a))}-vs-${printTokens(pick(b))}`;
          const parsed = parseAddress(id, catalog);
          if ('problem' in parsed) throw new Error(`${id}: ${parsed.problem.rule}`);
          expect(parseAddress(printAddress(parsed.value), catalog)).toEqual(parsed);
          for (const d of compared) {
            const values = parsed.value.sides.map((side) => side[d] ?? parsed.value.shared[d]);
            expect(values).toEqual([a[d], b[d]]);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('any text at all gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const parsed = parseAddress(`mo-1/${text}`, catalog);
        expect('value' in parsed !== 'problem' in parsed).toBe(true);
      }),
    );
  });
});

describe('parseOldAddress', () => {
  const old = [
    { slug: 'mo-1-g1-fp4-mtp-vs-none', is: 'mo-1/g1-fp4/mtp-vs-off' },
    { slug: 'mo-g1-vs-g2-rack', is: 'mo-1/_/g1-vs-g2-rack' },
    { slug: 'mo-1-g1-fp4-vs-fp8', is: 'mo-1/g1/fp4-vs-fp8' },
  ];
  test.each(old)('$slug is $is', ({ slug, is }) => {
    const id = parseOldAddress(slug, catalog);
    const parsed = 'value' in id ? parseAddress(id.value, catalog) : id;
    expect('value' in parsed && printAddress(parsed.value)).toBe(is);
  });

  test('an unknown model is named with the nearest', () => {
    expect(parseOldAddress('mx-1-g1-vs-g2', catalog)).toHaveProperty(
      'problem.token',
      'mx-1-g1-vs-g2',
    );
  });
  test('a bad token is named in its place', () => {
    const bad = parseOldAddress('mo-1-g1-vs-gx', catalog);
    expect(bad).toMatchObject({ problem: { token: 'gx', position: 'mo-1-g1-vs-'.length } });
  });
});
