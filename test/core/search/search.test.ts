import { beforeAll, describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { matchSides } from '../../../src/core/match.ts';
import { releaseIndex } from '../../../src/core/release-index.ts';
import type { ReleaseIndex } from '../../../src/core/release-index.ts';
import type { SearchCatalog } from '../../../src/core/search/search-catalog.ts';
import { searchIn } from '../../../src/core/search/search.ts';
import type { SearchResult } from '../../../src/core/search/search.ts';
import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import { modelListing } from '../../../src/release/model-listing.ts';
import { hitPath } from '../../../src/view/search/hit-text.ts';
import { noteSentences, searchNotes } from '../../../src/view/search/search-notes.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { processorMs } from '../../processor-time.ts';

let index: ReleaseIndex;
let catalog: SearchCatalog;
let find: (query: string, isTyping?: boolean) => SearchResult;

/** The data that ship. */
beforeAll(async () => {
  const { manifest, sweeps } = buildRelease(await loadData([]));
  index = releaseIndex({ ...manifest, publishedAt: '' }, sweeps);
  const { models, vocabulary, presets } = manifest.catalog;
  const listed = models.map((model) => ({ ...model, ...modelListing(index, model.key) }));
  catalog = { models: listed, vocabulary, presets };
  find = searchIn(catalog, en.queryWords);
});

function paths(query: string): string[] {
  const { hits, reading } = find(query);
  return hits.map((hit) => hitPath(hit, reading));
}

function notes(query: string): string[] {
  return noteSentences(searchNotes(find(query), catalog), en);
}

describe('leads first to', () => {
  const R1 = '/rank/deepseek-r1/8k1k';
  const GPTOSS = '/rank/gptoss-120b/1k1k';
  const cases = [
    ['b300 mtp qwen', '/compare/qwen-3-5/b300-fp4/mtp-vs-off'],
    ['H200 vs MI300X deepseek', '/compare/deepseek-r1/fp8/h200-vs-mi300x'],
    ['MI300X vs H200 deepseek', '/compare/deepseek-r1/fp8/mi300x-vs-h200'],
    ['fp8 vs fp4 r1 8k', '/compare/deepseek-r1/b200-8k1k/fp4-vs-fp8'], // the preset of that question
    ['fp8 vs fp4 r1 8k gb200', '/compare/deepseek-r1/gb200-8k1k/fp8-vs-fp4'],
    ['cheapest gpt-oss at 100', `${GPTOSS}?at=100`],
    ['cheapest gpt-oss at 100 ttft 2', `${GPTOSS}?at=100&ttft=2`],
    [
      'cheapest gpt-oss at 100 tok/s/user with the first token within 2 s',
      `${GPTOSS}?at=100&ttft=2`,
    ],
    ['gptoss 100 tps 500ms', `${GPTOSS}?at=100&ttft=0.5`],
    ['gpt oss 120b 8k/1k cheapest', '/rank/gptoss-120b/8k1k'],
    ['fastest within $0.30 per million tokens r1 8k/1k', `${R1}?cost=0.3`],
    ['0.3 dollars r1 8k/1k', `${R1}?cost=0.3`],
    ['cheapest r1 8k/1k ttft p99 2', `${R1}?stat=p99&ttft=2`],
    ['cheapest r1 8k/1k p99', R1], // of what, without a limit
    [
      'cheapest of B200, H200 and MI355X for R1 FP8 8k/1k at 60 tok/s/user with TTFT < 2 s',
      `${R1}?at=60&hardware=b200,h200,mi355x&precision=fp8&ttft=2`,
    ],
    ['most energy efficient r1 8k', `${R1}?by=energy`],
    ['amd r1 8k cheapest', `${R1}?hardware=mi300x,mi325x,mi355x`],
    ['vllm vs trt b200', '/compare/gptoss-120b/b200-fp4-8k1k/vllm-vs-trt'],
    ['mtp vs none qwen b200 bf16', '/compare/qwen-3-5/b200-bf16/mtp-vs-off'],
    ['dsr1 b200 fp8 mtp', '/compare/deepseek-r1/b200-fp8/mtp-vs-off'],
    ['qwen b300 at 60,100 mtp', '/compare/qwen-3-5/b300-fp4/mtp-vs-off?at=60,100'],
    // what addresses elsewhere say
    ['/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none', '/compare/qwen-3-5/b300-fp4/mtp-vs-off'],
    [
      'https://example.com/compare/qwen-3-5/b300-fp4/mtp-vs-off',
      '/compare/qwen-3-5/b300-fp4/mtp-vs-off',
    ],
    ['qwen', '/rank/qwen-3-5/1k1k'],
    ['qwne', '/rank/qwen-3-5/1k1k'],
    ['precision qwen b300', '/compare/qwen-3-5/b300/fp4-vs-bf16'],
    ['', '/search?q=deepseek-v4'],
    ['foo', '/search?q=deepseek-v4'],
  ] as const;
  test.each(cases)('%s', (query, path) => expect(paths(query)[0]).toBe(path));
});

test('comparisons, rankings and the model, each once', () => {
  const all = paths('b300 mtp qwen');
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain('/rank/qwen-3-5/1k1k?hardware=b300&spec=mtp');
  expect(all.at(-1)).toBe('/search?q=qwen-3-5');
});

test('a side that a query names is in every comparison it leads to', () => {
  const { hits } = find('h200 vs mi300x');
  const compared = hits.flatMap((hit) => (hit.kind === 'comparison' ? hit.address : []));
  expect(compared.length).toBeGreaterThan(0);
  for (const { sides } of compared) {
    const hardware = sides.map((side) => side.hardware);
    expect(hardware).toEqual(expect.arrayContaining(['h200', 'mi300x']));
  }
});

describe('says how it read', () => {
  const cases = [
    ['b300 qwen', []],
    ['b3000 qwen', ['“b3000”: read as B300.']],
    [
      'cheepest deepseak',
      ['“cheepest”: read as cheapest.', '“deepseak”: read as DeepSeek V4 Pro 1.6T, DeepSeek R1.'],
    ],
    ['quux b300', ['“quux”: not known here.']],
    // nearest to several: no guess
    ['fp6 qwen', ['“fp6”: not known here; nearest: FP4 and FP8.']],
    ['qwen rtx6000pro', ['Nothing has RTX PRO 6000 with the rest; these are without.']],
    ['qwen at 100000', ['“100000”: not known here.']],
    ['ttft 0 qwen', ['“0”: not known here.']],
  ] as const;
  test.each(cases)('%s', (query, said) => expect(notes(query)).toEqual(said));

  test('a model without a sweep', () => {
    const without = catalog.models.map((model) =>
      model.key === 'qwen-3-5' ? { ...model, combinations: [], comparisons: [] } : model,
    );
    const result = searchIn({ ...catalog, models: without }, en.queryWords)('qwen b200');
    expect(result.hits).toEqual([]);
    expect(noteSentences(searchNotes(result, catalog), en)).toEqual([
      'Qwen 3.5 397B-A17B: no sweep yet.',
    ]);
  });
});

test('a word that is being typed stands for all that begin like it', () => {
  const ids = (query: string, isTyping: boolean) =>
    find(query, isTyping).hits.flatMap((hit) => (hit.kind === 'comparison' ? hit.id : []));
  expect(ids('qwen b3', true)[0]).toBe('qwen-3-5/b300-fp4/mtp-vs-off');
  expect(ids('qwen mi3', true)[0]).toBe('qwen-3-5/mi355x-fp8-8k1k/mtp-vs-off');
  expect(find('qwen zz', true).reading.unknown).toEqual([]); // not yet
  expect(find('qwen zz', false).reading.unknown).toHaveLength(1);
});

test('leads only to what has data: every comparison can be matched, every ranking has a row', () => {
  const { vocabulary, models } = catalog;
  const words = [
    ...NAMED_DIMENSIONS.flatMap((dimension) => vocabulary[dimension].map(({ key }) => key)),
    ...models.map(({ label }) => label),
    'vs',
    'vs',
    'cheapest',
    'amd',
    'nvidia',
    'engines',
    'at 60',
    'zz',
  ];
  let state = 7;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const checked = { comparison: 0, ranking: 0, model: 0 };
  for (let i = 0; i < 400; i++) {
    const some = Array.from(
      { length: 1 + (i % 6) },
      () => words[Math.floor(random() * words.length)],
    );
    for (const hit of find(some.join(' ')).hits) {
      checked[hit.kind]++;
      if (hit.kind === 'comparison') {
        const entries = index.entriesOf(hit.address.model);
        const request = { basis: null, pool: false, preset: null };
        expect(matchSides(entries, hit.address, request), hit.id).not.toBeNull();
        expect(index.addressOf(hit.id)).toEqual(hit.address);
      } else if (hit.kind === 'ranking') {
        const rows = index
          .entriesOf(hit.model)
          .filter(
            ({ key }) =>
              key.workload === hit.workload &&
              NAMED_DIMENSIONS.every((d) => hit.filters[d]?.includes(key[d] ?? '') ?? true),
          );
        expect(rows.length).toBeGreaterThan(0);
      }
    }
  }
  expect(Math.min(checked.comparison, checked.ranking)).toBeGreaterThan(500);
});

test('says of a listed comparison what the catalog says, and nothing of one read elsewhere', () => {
  const [first] = find('b300 mtp qwen').hits;
  const listed = catalog.models.flatMap(({ comparisons }) => comparisons);
  expect(first).toMatchObject({
    said: listed.find(({ id }) => id === 'qwen-3-5/b300-fp4/mtp-vs-off'),
  });
  const added = find('b300 qwen 1k1k fp4 mtp').hits[0];
  expect(added).toMatchObject({ id: 'qwen-3-5/b300-fp4-1k1k/mtp-vs-off', said: null });
});

test('a long query is read in a moment', () => {
  expect(processorMs(() => find('zzqq '.repeat(40)))).toBeLessThan(500);
});
