import { beforeAll, expect, test, vi } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { memorySite } from '../../../data/serve/memory-site.ts';
import type { MemorySite } from '../../../data/serve/memory-site.ts';
import type { Words } from '../../../src/view/words/words.ts';

const ORIGIN = 'https://matchpoint.example';

/** A second language beside that of the site: it says titles, questions and refusals louder. */
vi.mock('../../../src/view/words/words.ts', async () => {
  const { en } = await import('../../../src/view/words/en/index.ts');
  const loud: Words = {
    ...en,
    address: { ...en.address, title: (...parts) => `${en.address.title(...parts)}!` },
    ranking: {
      ...en.ranking,
      question: (...parts) => `${en.ranking.question(...parts)}!`,
      noSuch: (...parts) => `${en.ranking.noSuch(...parts)}!`,
    },
    history: { ...en.history, noSuch: (...parts) => `${en.history.noSuch(...parts)}!` },
  };
  const languageOf = (asked?: string) => (asked === 'loud' ? asked : 'en');
  return { WORDS: { en, loud }, LANGUAGES: ['en', 'loud'], OLD_LANGUAGES: [], languageOf };
});

let site: MemorySite;

beforeAll(async () => {
  const publishedAt = '2026-11-23T09:00:00Z';
  site = await memorySite(buildRelease(await loadData([])), { publishedAt, origin: ORIGIN });
});

test.each([
  '/compare/qwen-3-5/b300-fp4/mtp-vs-off',
  '/embed/qwen-3-5/b300-fp4/mtp-vs-off',
  '/rank/qwen-3-5/1k1k',
  '/embed/rank/qwen-3-5/1k1k',
])('%s is embedded in the language that its address asks for', async (path) => {
  const embedded = async (lang: string) => {
    const url = encodeURIComponent(`${ORIGIN}${path}?lang=${lang}`);
    const answer = await site.fetch(`/oembed?url=${url}`);
    return (await answer.json()) as { title: string; html: string };
  };
  const [plain, loud] = [await embedded('en'), await embedded('loud')];
  expect(loud.title).toBe(`${plain.title}!`);
  expect(loud.html).toContain('lang=loud');
  expect(plain.html).not.toContain('lang=');
});

test.each(['/rank/qwen-3-5/none.json', '/history/qwen-3-5/1k1k/none.json'])(
  '%s is refused in the language that is asked for',
  async (path) => {
    const refused = async (lang: string) => {
      const answer = await site.fetch(`${path}?lang=${lang}`);
      return ((await answer.json()) as { detail: string }).detail;
    };
    expect(await refused('loud')).toBe(`${await refused('en')}!`);
  },
);
