import { nearest } from './nearest.ts';
import { DIMENSIONS, NAMED_DIMENSIONS, labelOf } from './vocabulary.ts';
import type { Dimension, NamedDimension, Vocabulary } from './vocabulary.ts';

/** What a list of tokens fixes: at most one key per dimension. */
export type TokenSet = Readonly<Partial<Record<Dimension, string>>>;

/** A rule of addresses that a text can break; the words say it. */
const ADDRESS_RULES = [
  'length',
  'shape',
  'side-count',
  'empty-side',
  'same-dimensions',
  'shared-or-side',
  'sides-alike',
  'hardware',
  'model-first',
  'model',
  'token',
  'run-label',
  'dimension-once',
] as const;
export type AddressRule = (typeof ADDRESS_RULES)[number];

/** Why a text is no address, and what would be. */
export interface AddressProblem {
  /** the piece that was not understood */
  readonly token: string;
  /** its first character, counted from 0 in the text that was parsed */
  readonly position: number;
  readonly rule: AddressRule;
  readonly nearest: readonly string[];
}
export type Parsed<T> = { readonly value: T } | { readonly problem: AddressProblem };

/** Accepted beside the keys: the field says "none", the address says "off". */
const SYNONYMS: Readonly<Record<string, string>> = { none: 'off' };

/** What a key, and so every part of an address, is written with. */
export const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The tokens of a text like `b300-fp4-8k1k`, joined with `-`, in any order, longest match first.
 *
 * A run is `20260520` (the newest run up to that day) or, last, `~label`.
 *
 * @param text - lower case, not empty
 */
export function parseTokens(text: string, vocabulary: Vocabulary): Parsed<TokenSet> {
  const tokens: Partial<Record<Dimension, string>> = {};
  const tilde = text.indexOf('~');
  if (tilde > 0 && text[tilde - 1] !== '-') return { problem: badLabel(text, tilde) };
  const named = tilde < 0 ? text : text.slice(0, Math.max(0, tilde - 1));
  const pieces = named === '' ? [] : named.split('-');

  let position = 0;
  for (let i = 0; i < pieces.length;) {
    const found = longestToken(pieces, i, vocabulary);
    if (found === null) return { problem: unknownToken(pieces[i]!, position, vocabulary) };
    if (tokens[found.dimension] !== undefined) return { problem: repeated(found.text, position) };
    tokens[found.dimension] = found.key;
    i += found.length;
    position += found.text.length + 1;
  }
  if (tilde >= 0) {
    const label = text.slice(tilde + 1);
    if (!KEY.test(label)) return { problem: badLabel(text, tilde) };
    if (tokens.run !== undefined) return { problem: repeated(`~${label}`, tilde) };
    tokens.run = `~${label}`;
  }
  return { value: tokens };
}

/** The tokens in canonical order joined with `-`; empty for no tokens. Inverse of {@link parseTokens}. */
export function printTokens(tokens: TokenSet): string {
  return DIMENSIONS.flatMap((dimension) => tokens[dimension] ?? []).join('-');
}

/** The label of one token: that of the vocabulary; a run is its day or its label. */
export function tokenLabel(vocabulary: Vocabulary, dimension: Dimension, key: string): string {
  if (dimension !== 'run') return labelOf(vocabulary, dimension, key);
  return key.startsWith('~') ? key.slice(1) : key.replace(/^(....)(..)(..)$/, '$1-$2-$3');
}

/** The labels of a token set in canonical order, joined with spaces. */
export function tokensLabel(vocabulary: Vocabulary, tokens: TokenSet): string {
  return DIMENSIONS.flatMap((dimension) => {
    const key = tokens[dimension];
    return key === undefined ? [] : tokenLabel(vocabulary, dimension, key);
  }).join(' ');
}

interface FoundToken {
  dimension: Dimension;
  key: string;
  text: string;
  length: number;
}

function longestToken(pieces: string[], from: number, vocabulary: Vocabulary): FoundToken | null {
  for (let length = pieces.length - from; length > 0; length--) {
    const text = pieces.slice(from, from + length).join('-');
    const key = SYNONYMS[text] ?? text;
    const dimension = dimensionOf(key, vocabulary);
    if (dimension !== null) return { dimension, key, text, length };
  }
  return null;
}

function dimensionOf(key: string, vocabulary: Vocabulary): Dimension | null {
  if (isDay(key)) return 'run';
  const holds = (dimension: NamedDimension) => vocabulary[dimension].some((e) => e.key === key);
  return NAMED_DIMENSIONS.find(holds) ?? null;
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 2000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function unknownToken(token: string, position: number, vocabulary: Vocabulary): AddressProblem {
  const keys = NAMED_DIMENSIONS.flatMap((dimension) => vocabulary[dimension].map((e) => e.key));
  return { token, position, rule: 'token', nearest: nearest(token, keys) };
}

function badLabel(text: string, tilde: number): AddressProblem {
  return { token: text.slice(tilde), position: tilde, rule: 'run-label', nearest: [] };
}

function repeated(token: string, position: number): AddressProblem {
  return { token, position, rule: 'dimension-once', nearest: [] };
}
