import type { Notice, NoticeCode, Severity } from './notice-facts.ts';
import type { Finding, NoticeInput } from './notice-input.ts';
import {
  mismatch,
  disjoint,
  ttftLimit,
  ttftUnknown,
  absentSides,
  outOfRange,
  wideGaps,
  sparse,
  repeats,
} from './side-notices.ts';
import { excludedRuns, partialRuns, knownIssues } from './run-notices.ts';
import {
  ttftApart,
  datesApart,
  fp4Formats,
  mixedFrameworks,
  mixedSources,
  pooled,
  specAcceptance,
  unknownRates,
  publishedFigures,
} from './data-notices.ts';
/** How serious a notice is, and where its rule holds. */
type Rule<Code extends NoticeCode> = readonly [
  severity: Severity,
  find: (input: NoticeInput) => readonly Finding<Code>[],
];

/** Every notice, in the order in which they are said; warnings go before them all. */
const RULES: { readonly [Code in NoticeCode]: Rule<Code> } = {
  mismatch: ['warning', mismatch],
  disjoint: ['warning', disjoint],
  'ttft-limit': ['warning', ttftLimit],
  'ttft-unknown': ['warning', ttftUnknown],
  'absent-side': ['warning', absentSides],
  'out-of-range': ['warning', outOfRange],
  'excluded-run': ['info', excludedRuns],
  'partial-run': ['info', partialRuns],
  'known-issue': ['warning', knownIssues],
  'ttft-apart': ['warning', ttftApart],
  'dates-apart': ['warning', datesApart],
  'fp4-formats': ['info', fp4Formats],
  'mixed-frameworks': ['warning', mixedFrameworks],
  'mixed-sources': ['info', mixedSources],
  'wide-gap': ['info', wideGaps],
  pooled: ['info', pooled],
  sparse: ['info', sparse],
  repeats: ['info', repeats],
  'spec-acceptance': ['info', specAcceptance],
  'no-price': ['info', (input) => unknownRates(input, 'usdPerGpuHour')],
  'no-power': ['info', (input) => unknownRates(input, 'powerKw')],
  'published-figures': ['info', publishedFigures],
};

export const NOTICE_CODES = Object.keys(RULES) as readonly NoticeCode[];

/** What the reader must know about a comparison; warnings first, each only where its rule holds. */
export function comparisonNotices(input: NoticeInput): Notice[] {
  const notices = Object.entries(RULES).flatMap(([code, [severity, find]]) =>
    find(input).map((finding) => ({ code, severity, ...finding }) as Notice),
  );
  const weight = ({ severity }: Notice) => (severity === 'warning' ? 0 : 1);
  return notices.toSorted((a, b) => weight(a) - weight(b));
}
