import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonElements } from '../../../data/import/formats/json-elements.ts';
import { pieces } from './rows.ts';

async function* iterate(texts: readonly string[]): AsyncIterable<string> {
  yield* texts;
}

describe('jsonElements', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', '[', ',', 'é', '\n', 'a') }),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.string(), tie('any'), { maxKeys: 3 }),
    ),
  })).any;

  test('JSON.parse agrees, wherever the text is cut', async () => {
    const elements = fc.array(value, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(elements, fc.integer({ min: 1, max: 40 }), async (all, length) => {
        const text = JSON.stringify(all, null, 1);
        expect(await parsedElements(pieces(text, length))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('JSON.parse agrees, an object a line', async () => {
    const objects = fc.array(fc.dictionary(fc.string(), value, { maxKeys: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(objects, fc.integer({ min: 1, max: 40 }), async (all, length) => {
        const lines = all.map((object) => JSON.stringify(object));
        const expected = lines.map((line): unknown => JSON.parse(line));
        expect(await parsedElements(pieces(lines.join('\n'), length))).toEqual(expected);
      }),
    );
  });

  test('what is no JSON is an element too, as is one that never ends', async () => {
    const found: string[] = [];
    const text = '[{"a":1}, oops, {"b":2} 7, {"c":';
    for await (const batch of jsonElements(iterate([text]), 2_000_000)) found.push(...batch);
    expect(found).toEqual(['{"a":1}', 'oops', '{"b":2}', '7', '{"c":']);
  });

  test('a row that never ends is refused before it fills the memory', async () => {
    const long = Array.from({ length: 3 }, () => 'x'.repeat(1_000_000));
    await expect(parsedElements(['[{"a":"', ...long])).rejects.toThrow(
      /^a row longer than 2000000 characters/,
    );
  });
});

async function parsedElements(texts: readonly string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const batch of jsonElements(iterate(texts), 2_000_000)) {
    found.push(...batch.map((json): unknown => JSON.parse(json)));
  }
  return found;
}
