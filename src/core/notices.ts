import type { Notice, NoticeCode } from './notice-facts.ts';
import type { NoticeInput, NoticeRules } from './notice-input.ts';
import { CURVE_NOTICES } from './curve-notices.ts';
import { DATA_NOTICES } from './data-notices.ts';
import { FIGURE_NOTICES } from './figure-notices.ts';
import { RUN_NOTICES } from './run-notices.ts';
import { SIDE_NOTICES } from './side-notices.ts';

/** Every notice, in the order in which they are said; warnings go before them all. */
export const NOTICE_RULES: Required<NoticeRules> = {
  ...SIDE_NOTICES,
  ...RUN_NOTICES,
  ...DATA_NOTICES,
  ...CURVE_NOTICES,
  ...FIGURE_NOTICES,
};

/** The codes of all notices, in the same order. */
export const NOTICE_CODES = Object.keys(NOTICE_RULES) as readonly NoticeCode[];

/** What the reader must know about a comparison; warnings first, each only where its rule holds. */
export function comparisonNotices(input: NoticeInput): Notice[] {
  const notices = Object.entries(NOTICE_RULES).flatMap(([code, [severity, find]]) =>
    find(input).map((finding) => ({ code, severity, ...finding }) as Notice),
  );
  const weight = ({ severity }: Notice) => (severity === 'warning' ? 0 : 1);
  return notices.toSorted((a, b) => weight(a) - weight(b));
}
