import type { Language } from '../../core/languages.ts';
import { en } from './en/index.ts';
import type { rankFigure } from './en/rank-figure.ts';

/** Everything that readers read, in one language. */
export type Words = typeof en;

/** What the figure of a ranking says, on pages and in the browser element. */
export type RankFigureWords = typeof rankFigure;

/** The words of each language. A further one is a folder beside `en` and its line here. */
export const WORDS: Readonly<Record<Language, Words>> = { en };

/** Kinds of problem that an answer can name. */
export type ProblemSlug = keyof Words['method']['problemTypes'];
