import { en } from '../../../src/view/words/en/index.ts';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { memoryKv } from '../../../data/kv/port.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import { visibleScripts, toyRelease } from '../publish/publishing.ts';
import {
  INTERNAL_NAMES,
  RANK_INTERNAL_NAMES,
  buildElementScript,
  buildRankScript,
  elementFiles,
} from '../../../data/widgets/script.ts';
import { comparisonCsv } from '../../../src/view/text/csv.ts';
import { ATTRIBUTES } from '../../../widgets/settings.ts';
import { CROWDED } from '../../view/fixtures/crowded.ts';
import { linksOf } from '../../view/fixtures/links.ts';

test('a second published version keeps the script of the first', async () => {
  const entries = new Map<string, string>();
  const publish = (name: string, text: string, hour: number) =>
    publishRelease(
      memoryKv(entries),
      toyRelease(name),
      {
        cards: new Map(),
        scripts: new Map([
          [`matchpoint.${name}.js`, text],
          ['matchpoint.js', text],
        ]),
      },
      { now: new Date(Date.UTC(2026, 0, 1, hour)).toISOString() },
    );
  await publish('a', 'first();', 1);
  await publish('b', 'second();', 2);

  expect(visibleScripts(entries)).toEqual({
    'matchpoint.a.js': 'first();',
    'matchpoint.b.js': 'second();',
    'matchpoint.js': 'second();',
  });
});

test('a release carries the scripts under both names, and what describes it', async () => {
  const files = await elementFiles();
  const names = [...files.keys()];
  for (const name of ['matchpoint', 'matchpoint-rank', 'resize']) {
    const hashed = names.find((file) => new RegExp(`^${name}\\.[0-9a-f]{12}\\.js$`).test(file));
    expect([name, files.get(`${name}.js`)]).toEqual([name, files.get(hashed!)]);
  }
  const described = ['search.js', 'suggestions.js', 'custom-elements.json', 'matchpoint.d.ts'];
  expect(names.slice(3 * 2)).toEqual(described);
});

test('what every page loads for its search box is small, and asks for the rest by its name', async () => {
  const files = await elementFiles();
  const [small, rest] = [files.get('search.js')!, files.get('suggestions.js')!];
  expect(gzipSync(small).length).toBeLessThanOrEqual(400);
  expect(small).toContain('import("./suggestions.js")');
  expect(gzipSync(rest).length).toBeLessThanOrEqual(11_000);
  expect(rest).not.toMatch(/\bimport\b/);
});

test('no name that is shortened in the script is one that a document, a CSV or an attribute has', () => {
  const api = JSON.parse(
    readFileSync(new URL('../../../src/openapi.json', import.meta.url), 'utf8'),
  ) as unknown;
  const [columns] = comparisonCsv(CROWDED, linksOf(CROWDED).pinned, en.figure).split('\r\n');
  const others = new Set([...fieldsOf(api), ...columns!.split(','), ...ATTRIBUTES]);
  expect(others.has('ratioRange') && others.has('run_date') && others.has('usd')).toBe(true);
  const all = [...INTERNAL_NAMES, ...RANK_INTERNAL_NAMES];
  expect(all.filter((name) => others.has(name))).toEqual([]);
});

test('no name that is shortened in the script is a text there, by which a field may be looked up', async () => {
  const both = [
    { text: (await buildElementScript()).text, names: INTERNAL_NAMES },
    { text: (await buildRankScript()).text, names: RANK_INTERNAL_NAMES },
  ];
  for (const { text, names } of both) {
    expect(text).toContain('"ahead"'); // texts are quoted so
    expect(names.filter((name) => text.includes(`"${name}"`))).toEqual([]);
  }
});

/** Names that a schema gives, at any depth: of fields, and of what a field may be. */
function fieldsOf(schema: unknown): string[] {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([key, part]) => [
    ...(key === 'properties' ? Object.keys(part as object) : []),
    ...(key === 'enum' || key === 'const' ? [part as string[]].flat() : []),
    ...fieldsOf(part),
  ]);
}
