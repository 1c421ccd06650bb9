import * as z from 'zod/mini';
import { TIERS } from '../core/vocabulary.ts';

/** One query key: what it accepts, in a schema and in words, and how its value is written. */
export interface Parameter<T> {
  readonly schema: z.ZodMiniType<T, string>;
  /** follows the key in a sentence */
  readonly rule: string;
  /** what it is for */
  readonly description: string;
  /** the canonical text of a value; `null` for the default, which is left out */
  readonly print: (value: unknown) => string | null;
  readonly example: string;
}

/** $/GPU-hr, for `usd` and for `usd.<hardware>`. */
export const USD = number(0.01, 1000, 4, {
  description: 'Price in USD per GPU-hour of every side; usd.<hardware> that of one hardware',
  example: '2.85',
});

/** Every query key but `usd.<hardware>`. */
export const PARAMETERS = {
  at: {
    schema: z.pipe(
      z.string().check(z.regex(/^ *\d{1,5}(\.\d)?( *,+ *\d{1,5}(\.\d)?)* *,* *$/)),
      z.pipe(
        z.transform((text: string) => {
          const numbers = text.split(',').filter((piece) => piece.trim() !== '');
          return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b);
        }),
        z.array(z.number().check(z.minimum(0.1), z.maximum(10_000))).check(z.maxLength(5)),
      ),
    ),
    rule: 'is 1 to 5 numbers from 0.1 to 10000 with at most one decimal, joined with commas',
    description: 'Targets in tok/s/user; the default lies inside the band of all sides',
    print: String,
    example: '93,124,154',
  },
  basis: choice(['measured', 'published'], null, {
    description: 'Compare measured sweeps, or published figures; the two never meet',
    example: 'published',
  }),
  lang: choice(['en', 'zh'], ['en', 'zh'], {
    description: 'Reserved for other languages; only en exists',
    example: 'en',
  }),
  pool: choice(['all'], null, {
    description: 'Pool framework, deployment and spec method of each side: best recipe of each',
    example: 'all',
  }),
  editable: choice(['true', 'false'], ['false'], {
    description: 'Whether readers of an embed may change targets and prices',
    example: 'true',
  }),
  metrics: listOf(['throughput', 'cost', 'mw', 'concurrency', 'ttft'], {
    description: 'What an embed shows of each side; all unless told otherwise',
    example: 'throughput,cost',
  }),
  rates: {
    schema: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40)),
    rule: 'is the id of a rate card',
    description: 'Rate card with prices and power; see rates of /catalog.json',
    print: String,
    example: '2025-08',
  },
  release: {
    schema: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
    rule: 'is a release id, 12 hex digits as /releases.json lists them',
    description: 'Pins the data to a release',
    print: String,
    example: '9f2c41d07a3e',
  },
  tier: choice(TIERS, ['hyperscaler'], {
    description: 'Tier of the prices in the rate card',
    example: 'neocloud',
  }),
  ttft: number(0.001, 1000, 3, {
    description: 'Limit of the median time to first token in seconds; points above it are dropped',
    example: '2',
  }),
  usd: USD,
  util: {
    ...number(0.01, 1, 3, {
      description: 'Share of the time that the GPUs are busy; divides the cost',
      example: '0.6',
    }),
    print: (value: unknown) => (value === 1 ? null : String(value)),
  },
  scale: choice(['1', '2'], ['1'], {
    description: 'Pixels a unit of a PNG: 2 makes it 2400 by 1260',
    example: '2',
  }),
  theme: choice(['auto', 'light', 'dark'], ['auto'], {
    description: 'Colours of a picture; auto follows the reader where the format can',
    example: 'dark',
  }),
  view: listOf(['chart', 'table', 'card'], {
    description: 'What an embed consists of, in this order',
    example: 'chart,table',
  }),
};

export type ParameterName = keyof typeof PARAMETERS;

/** Keys of every comparison address. */
export const COMPARISON_KEYS = [
  'at',
  'basis',
  'lang',
  'pool',
  'rates',
  'release',
  'tier',
  'ttft',
  'usd',
  'util',
] as const satisfies readonly ParameterName[];

/** Keys of an address that is a picture. */
export const PICTURE_KEYS = [
  ...COMPARISON_KEYS,
  'theme',
] as const satisfies readonly ParameterName[];

/** Keys of a PNG. */
export const PNG_KEYS = [...PICTURE_KEYS, 'scale'] as const satisfies readonly ParameterName[];

/** Keys of an address that is framed by other pages. */
export const EMBED_KEYS = [
  ...PICTURE_KEYS,
  'editable',
  'metrics',
  'view',
] as const satisfies readonly ParameterName[];

interface About {
  readonly description: string;
  readonly example: string;
}

/** A plain decimal number from `min` to `max`. */
function number(min: number, max: number, decimals: number, about: About): Parameter<number> {
  const pattern = new RegExp(`^\\d{0,${String(max).length}}(\\.\\d{1,${decimals}}|\\.)?$`);
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

/** One of some words, of which the defaults are not written. */
function choice<const T extends string>(
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

/** Some of the words, in the order given, joined with commas or spaces. */
function listOf(words: readonly string[], about: About): Parameter<string> {
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
