import { en } from './en/index.ts';
import type { rankFigure } from './en/rank-figure.ts';

/** Everything that readers read, in one language. */
export type Words = typeof en;

/** What the figure of a ranking says, on pages and in the browser element. */
export type RankFigureWords = typeof rankFigure;

const BY_LANGUAGE = { en } satisfies Readonly<Record<string, Words>>;

/** Languages that there are words in. */
export type Language = keyof typeof BY_LANGUAGE;

/** The words of each language, the default one first. A further one is a folder beside `en` and its line above. */
export const WORDS: Readonly<Record<Language, Words>> = BY_LANGUAGE;

/** The languages that there are words in; the first is the default. */
export const LANGUAGES = Object.keys(WORDS) as [Language, ...Language[]];

/** Languages that addresses of the older kind name; without words of their own they get the default. */
export const OLD_LANGUAGES = ['zh'] as const;

/** The language of words for a language that is asked for. */
export function languageOf(asked: string | undefined): Language {
  return LANGUAGES.find((language) => language === asked) ?? LANGUAGES[0];
}

/** Kinds of problem that an answer can name. */
export type ProblemSlug = keyof Words['method']['problemTypes'];
