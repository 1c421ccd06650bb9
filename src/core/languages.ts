/** The languages that there are words in; the first is the default. */
export const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that addresses of the older kind name; without words of their own they get the default. */
export const OLD_LANGUAGES = ['zh'] as const;

/** The language of words for a language that is asked for. */
export function languageOf(asked: string | undefined): Language {
  return LANGUAGES.find((language) => language === asked) ?? LANGUAGES[0];
}
