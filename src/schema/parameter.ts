import * as z from 'zod/mini';
import type { NumberLimit } from '../core/limits.ts';

/** One query key: what it accepts, in a schema and in words, and how its value is written. */
export interface Parameter<T> {
  readonly schema: z.ZodMiniType<T, string>;
  /** follows the key in a sentence */
  readonly rule: string;
  /** what it is for */
  readonly description: string;
  /** the canonical text of a value; `null` for the default, which is left out */
  readonly print: (value: unknown) => string | null;
  /** a value; `null` where it names what only a release has */
  readonly example: string | null;
  /** the value is read as it is written; that of any other key in lower case */
  readonly isCaseKept?: boolean;
}

/** What a parameter is for and what it accepts, in the description of the API. */
export function explained({ description, rule }: Pick<Parameter<unknown>, 'description' | 'rule'>) {
  return `${description}. The value ${rule}.`;
}

/** What a parameter is for, in words, and an example of a value. */
export type About = Pick<Parameter<unknown>, 'description' | 'example'>;

/** A parameter that is a plain decimal number from `min` to `max`. */
export function decimalNumber(
  { min, max, decimals }: NumberLimit,
  about: About,
): Parameter<number> {
  const fraction = decimals === 0 ? '' : `(\\.\\d{1,${decimals}}|\\.)?`;
  const pattern = new RegExp(`^\\d{0,${String(max).length}}${fraction}$`);
  return {
    ...about,
    schema: z.pipe(
      z.string().check(z.regex(pattern)),
      z.pipe(z.transform(Number), z.number().check(z.minimum(min), z.maximum(max))),
    ),
    rule: `is a number from ${min} to ${max} with at most ${decimals} decimals`,
    print: String,
  };
}

/** A parameter that is one of some words; canonical addresses leave the defaults out. */
export function oneOf<const T extends string>(
  words: readonly T[],
  defaults: readonly T[] | null,
  about: About,
): Parameter<T> {
  return {
    ...about,
    schema: z.enum(words),
    rule: `is ${words.join(' or ')}`,
    print: (value) => (defaults?.some((word) => word === value) ? null : String(value)),
  };
}

/**
 * A parameter that is a list of some of the words, in the order asked, joined with commas or
 * spaces.
 */
export function someOf(words: readonly string[], about: About): Parameter<string> {
  const word = `(${words.join('|')})`;
  const pattern = new RegExp(`^ *${word}([ ,]+${word}){0,${words.length - 1}} *$`);
  return {
    ...about,
    schema: z.pipe(
      z.string().check(z.regex(pattern)),
      z.transform((text: string) => [...new Set(text.trim().split(/[ ,]+/))].join(',')),
    ),
    rule: `is any of ${words.join(', ')}, joined with commas`,
    print: String,
  };
}

/**
 * A parameter that is a list of keys of a vocabulary, each once and sorted, joined with commas or
 * spaces.
 */
export function vocabularyKeys(about: About): Parameter<string> {
  const key = '[a-z0-9]+(-[a-z0-9]+)*';
  const pattern = new RegExp(`^ *${key}([ ,]+${key}){0,${MOST_KEYS - 1}}[ ,]*$`);
  return {
    ...about,
    schema: z.pipe(
      z.string().check(z.regex(pattern)),
      z.transform((text: string) =>
        [...new Set(text.split(/[ ,]+/).filter(Boolean))].toSorted().join(','),
      ),
    ),
    rule: `is 1 to ${MOST_KEYS} keys of the vocabulary, joined with commas`,
    print: String,
  };
}

/** A filter has fewer values than that in any vocabulary. */
const MOST_KEYS = 40;
