import { LANGUAGES, OLD_LANGUAGES } from '../view/words/words.ts';
import * as z from 'zod/mini';
import {
  MAX_FRAME_PX,
  MAX_TARGETS,
  MAX_TIER_LENGTH,
  PRICE,
  TARGET,
  TTFT,
  UTILISATION,
} from '../core/limits.ts';
import { formEncoded } from '../core/form-encoded.ts';
import { MAX_QUERY_LENGTH } from '../core/search/pieces.ts';
import { BASES } from '../core/sweep.ts';
import { THEME_CHOICES } from '../core/theme-names.ts';
import { TIERS } from '../core/vocabulary.ts';
import { oneOf, someOf, decimalNumber } from './parameter.ts';
import type { Parameter } from './parameter.ts';
import { RANK_PARAMETERS } from './rank-parameters.ts';

/** What stands before a hardware in the key of its price. */
export const USD_KEY = 'usd.';
/** How the prices of hardware are called where each key has a name. */
export const USD_BY_HARDWARE = 'usdByHardware';

/** $/GPU-hr, for `usd` and for `usd.<hardware>`. */
export const USD = decimalNumber(PRICE, {
  description: 'Price in USD per GPU-hour of every side; usd.<hardware> that of one hardware',
  example: '2.85',
});

const FLAG = ['true', 'false'] as const;
const NO = ['false'] as const;

/** A day, or a label. */
const RUN = /^(\d{8}|~[a-z0-9]+(-[a-z0-9]+)*)$/;

/** Every query key but `usd.<hardware>`. */
export const PARAMETERS = {
  at: {
    schema: z.pipe(
      z.string().check(z.regex(/^ *\d{1,5}(\.\d)?( *,+ *\d{1,5}(\.\d)?)*[ ,]*$/)),
      z.pipe(
        z.transform((text: string) => {
          const numbers = text.split(',').filter((piece) => piece.trim() !== '');
          return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b);
        }),
        z
          .array(z.number().check(z.minimum(TARGET.min), z.maximum(TARGET.max)))
          .check(z.maxLength(MAX_TARGETS)),
      ),
    ),
    rule: `is 1 to ${MAX_TARGETS} numbers from ${TARGET.min} to ${TARGET.max} with at most one decimal, joined with commas`,
    description: 'Targets in tok/s/user; the default lies inside the band of all sides',
    print: String,
    example: '93,124,154',
  },
  basis: oneOf(BASES, null, {
    description: 'Compare measured sweeps, or published figures; the two never meet',
    example: null,
  }),
  lang: oneOf([...LANGUAGES, ...OLD_LANGUAGES], [LANGUAGES[0], ...OLD_LANGUAGES], {
    description: 'Language of words and sentences',
    example: 'en',
  }),
  pool: oneOf(['all'], null, {
    description: 'Pool framework, deployment and spec method of each side: best recipe of each',
    example: 'all',
  }),
  editable: oneOf(FLAG, NO, {
    description: 'Whether readers of an embed may change targets and prices',
    example: 'true',
  }),
  metrics: someOf(['throughput', 'cost', 'mw', 'concurrency', 'ttft'], {
    description: 'What an embed shows of each side; all unless told otherwise',
    example: 'throughput,cost',
  }),
  rates: {
    schema: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40)),
    rule: 'is the id of a rate card',
    description: 'Rate card with prices and power; see rates of /catalog.json',
    print: String,
    example: null,
  },
  release: {
    schema: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
    rule: 'is a release id, 12 hex digits as /releases.json lists them',
    description: 'Pins the data to a release',
    print: String,
    example: null,
  },
  tier: {
    schema: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(MAX_TIER_LENGTH)),
    rule: `is ${TIERS.join(' or ')}, or a tier of the rate card's own`,
    description:
      'Tier of the prices in the rate card, its first unless told otherwise; see rates of /catalog.json',
    print: (value: unknown) => (value === TIERS[0] ? null : String(value)),
    example: null,
  },
  ttft: decimalNumber(TTFT, {
    description: 'Limit of the median time to first token in seconds; points above it are dropped',
    example: '2',
  }),
  usd: USD,
  util: {
    ...decimalNumber(UTILISATION, {
      description: 'Share of the time that the GPUs are busy; divides the cost',
      example: '0.6',
    }),
    print: (value: unknown) => (value === 1 ? null : String(value)),
  },
  scale: oneOf(['0.5', '1', '2'], ['1'], {
    description: 'Pixels a unit of a PNG: 0.5 makes it 600 by 315, 2 makes it 2400 by 1260',
    example: '2',
  }),
  theme: oneOf(THEME_CHOICES, ['auto'], {
    description: 'Colours of a picture; auto follows the reader where the format can',
    example: 'dark',
  }),
  view: someOf(['chart', 'table', 'card'], {
    description: 'What an embed consists of, in this order',
    example: 'chart,table',
  }),
  c: {
    schema: z.pipe(
      z.string(),
      z.transform((text: string) =>
        text.replace(/^.*\/(compare|embed)\//, '').replace(/[?#].*$/, ''),
      ),
    ),
    rule: 'is a comparison id',
    description: 'The comparison to embed: its id, or an address of it',
    print: (value: unknown) => encodeURIComponent(String(value)).replaceAll('%2F', '/'),
    example: null,
  },
  pin: oneOf(FLAG, NO, {
    description: 'Whether the code is pinned to the release of today',
    example: 'true',
  }),
  moving: oneOf(FLAG, NO, {
    description: 'Whether the code loads the script that follows new versions',
    example: 'true',
  }),
  url: {
    schema: z.string().check(z.regex(/^https?:\/\/[^/]+\//)),
    rule: 'is the address of a comparison on this site',
    description: 'Address of the comparison or of its embed, with its query',
    print: (value: unknown) => encodeURIComponent(String(value)),
    example: null,
  },
  ...RANK_PARAMETERS,
  q: {
    schema: z.string().check(z.maxLength(MAX_QUERY_LENGTH)),
    rule: `is a text of at most ${MAX_QUERY_LENGTH} characters`,
    description:
      'What to look for: names of models and tokens in any order, "vs" between sides, numbers for limits',
    print: (value: unknown) => formEncoded(String(value)),
    example: null,
    isCaseKept: true,
  },
  before: run('The first of two runs to compare; with after leads to their comparison'),
  after: run('The second of two runs to compare'),
  from: {
    schema: z.string().check(z.regex(/^([0-9a-f]{12}|current|previous)$/)),
    rule: 'is a release id, 12 hex digits as /releases.json lists them, or current or previous',
    description: 'The release before',
    print: String,
    example: 'current',
  },
  to: {
    schema: z.string().check(z.regex(/^([0-9a-f]{12}|current)$/)),
    rule: 'is a release id, 12 hex digits as /releases.json lists them',
    description: 'The release after; the current one unless told otherwise',
    print: (value: unknown) => (value === 'current' ? null : String(value)),
    example: 'current',
  },
  model: {
    schema: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80)),
    rule: 'is the key of a model',
    description: 'Only this model; what one answer has no room for is asked for so',
    print: String,
    example: null,
  },
  format: oneOf(['json', 'xml'], ['json'], {
    description: 'Only json is answered; xml is 501, as oembed.com has it',
    example: 'json',
  }),
  maxwidth: pixels('width'),
  maxheight: pixels('height'),
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

/** Keys of the page that makes the code of an embed. */
export const BUILDER_KEYS = [
  ...EMBED_KEYS,
  'c',
  'moving',
  'pin',
] as const satisfies readonly ParameterName[];

/** Keys of every ranking address. */
export const RANK_KEYS = [
  ...COMPARISON_KEYS,
  'against',
  'by',
  'cost',
  'deployment',
  'engine',
  'hardware',
  'points',
  'precision',
  'rows',
  'show',
  'spec',
  'speed',
  'stat',
  'vendor',
  'x',
  'y',
  'yscale',
  'zoom',
] as const satisfies readonly ParameterName[];

/** Keys of the page of a ranking. */
export const RANK_PAGE_KEYS = [
  ...RANK_KEYS,
  'sort',
  'workload',
] as const satisfies readonly ParameterName[];
/** Keys that the curves of a ranking follow from, and the prices there are to choose from. */
export const RANK_CURVE_KEYS = [
  'basis',
  'pool',
  'rates',
  'release',
  'speed',
  'stat',
  'ttft',
] as const satisfies readonly ParameterName[];

/** Keys of the history of a configuration. */
export const HISTORY_KEYS = [
  'at',
  'basis',
  'lang',
  'rates',
  'release',
  'speed',
  'tier',
  'ttft',
  'usd',
  'util',
] as const satisfies readonly ParameterName[];

/** Keys of the page of a history, whose form leads to the comparison of two runs. */
export const HISTORY_PAGE_KEYS = [
  ...HISTORY_KEYS,
  'after',
  'before',
] as const satisfies readonly ParameterName[];

/** Keys of a ranking as a picture. */
export const RANK_PICTURE_KEYS = [
  ...RANK_KEYS,
  'theme',
] as const satisfies readonly ParameterName[];

/** Keys of a search. */
export const SEARCH_KEYS = ['lang', 'q', 'release'] as const satisfies readonly ParameterName[];

/** Keys of the card of a ranking as a PNG. */
export const RANK_PNG_KEYS = [
  ...RANK_PICTURE_KEYS,
  'scale',
] as const satisfies readonly ParameterName[];

/** Keys of the page that makes the code of a ranking. */
export const RANK_BUILDER_KEYS = [
  ...RANK_PICTURE_KEYS,
  'moving',
  'pin',
] as const satisfies readonly ParameterName[];

/** Keys of what moved between two releases. */
export const CHANGES_KEYS = ['from', 'model', 'to'] as const satisfies readonly ParameterName[];

/** Keys of https://oembed.com. */
export const OEMBED_KEYS = [
  'url',
  'format',
  'maxheight',
  'maxwidth',
] as const satisfies readonly ParameterName[];

/** A run of a configuration, as the address of a comparison names it. */
function run(description: string): Parameter<string> {
  return {
    schema: z.string().check(z.regex(RUN)),
    rule: 'is a run of the configuration: its day as 20260520, or ~ and its label',
    description,
    print: String,
    example: '20260508',
  };
}

/** A whole number of pixels that the consumer of an embed has at most. */
function pixels(side: string): Parameter<number> {
  const about = { description: `Largest ${side} of the frame, px`, example: '480' };
  return {
    ...decimalNumber({ min: 1, max: MAX_FRAME_PX, decimals: 0 }, about),
    rule: `is a whole number of pixels from 1 to ${MAX_FRAME_PX}`,
  };
}
