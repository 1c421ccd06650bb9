import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { EqualLoad } from '../../core/equal-loads.ts';
import type { Links } from '../links.ts';
import { rounded } from './rounded.ts';
import { summarySentences } from './summary.ts';
import type { Notice } from '../../core/notice-facts.ts';
import { noticeText } from './notice-text.ts';

/** What the numbers of a document that are no metric are counted in, by field name. */
const OTHER_UNITS = {
  concurrency: 'requests in flight',
  ttft: 's, median',
  usdPerGpuHour: 'USD per GPU-hour',
  powerKw: 'kW per GPU, all-in provisioned',
  util: 'busy share of the time',
} as const;

/** What the numbers of a document are counted in, by field name. */
export function unitsOf({ units }: Pick<Words, 'units'>): Readonly<Record<string, string>> {
  return { interactivity: 'tok/s/user', ...units, ...OTHER_UNITS };
}

/** A notice as its sentence. */
interface WordedNotice extends Omit<Notice, 'facts'> {
  readonly text: string;
}

/** What only some documents have something to say of. */
interface Sometimes {
  /** two runs of one system, point by point, where such are compared */
  readonly equalLoads: readonly EqualLoad[];
  /** how many other ways to match there are beyond those that are listed */
  readonly moreAlternatives: number;
}

/** The JSON document, version 1: the comparison, rounded to 9 digits, with words and links. */
export interface ComparisonDocument
  extends Omit<Comparison, 'notices' | keyof Sometimes>, Partial<Sometimes> {
  readonly version: 1;
  readonly units: Readonly<Record<string, string>>;
  readonly summary: readonly string[];
  readonly notices: readonly WordedNotice[];
  readonly links: Links;
}

/** The document of a comparison. Unknown numbers are `null`; equal input gives equal bytes. */
export function comparisonDocument(
  comparison: Comparison,
  links: Links,
  words: Words,
): ComparisonDocument {
  const {
    id,
    title,
    targets,
    sides,
    values,
    equalLoads,
    notices,
    alternatives,
    moreAlternatives,
    bestRecipe,
    ...rest
  } = rounded(comparison);
  return {
    version: 1,
    id,
    title,
    ...rest,
    units: unitsOf(words),
    targets,
    sides,
    values,
    ...(equalLoads && { equalLoads }),
    summary: summarySentences(comparison, words),
    notices: notices.map(({ facts: _, ...notice }, i) => ({
      ...notice,
      text: noticeText(comparison.notices[i]!, words),
    })),
    alternatives,
    ...(moreAlternatives > 0 && { moreAlternatives }),
    bestRecipe,
    links,
  };
}
