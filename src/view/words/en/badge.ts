import { listText, targetText } from '../../format.ts';

/** What a badge says: two or three words for each outcome, for the sentence does not fit. */
export const badge = {
  sides: (labels: readonly string[]) => labels.join(' vs '),
  /** @param name - of the side that leads; `null` where it is the first of two, so that the ratio says it */
  ahead: (name: string | null, ratio: string) =>
    name === null ? ratio : `${name} leads by ${ratio}`,
  open: (name: string | null, ratio: string) =>
    `${name === null ? '' : `${name} `}~${ratio}, not settled,`,
  /** @param names - of the sides that are level, where others are not */
  level: (names: readonly string[] | null) =>
    names === null ? 'level' : `${listText(names)} level`,
  outside: 'fewer than two figures',
  at: (said: string, target: number) => `${said} at ${targetText(target)} tok/s/user`,
  nothing: 'no speed in common',
  output: 'output tokens',
  pooled: 'best recipes',
  unlike: 'not like for like',
  missing: 'no such comparison',
};
