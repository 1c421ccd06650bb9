import type { Notice, ComparedSide, TargetValues } from './comparison-types.ts';
import { leftKnot } from './curve.ts';
import { widestGap } from './quality.ts';
import type { Basis, Sweep } from './sweep.ts';
import type { NamedDimension, Vocabulary } from './vocabulary.ts';

/** What the notices of a comparison follow from. */
export interface NoticeInput {
  readonly basis: Basis;
  readonly pool: boolean;
  readonly compared: readonly string[];
  readonly mismatch: readonly NamedDimension[];
  readonly sides: readonly ComparedSide[];
  /** per side, the sweeps that its curve was made of */
  readonly sweeps: readonly (readonly Sweep[])[];
  readonly values: readonly TargetValues[];
  readonly isDisjoint: boolean;
  readonly rates: { readonly id: string; readonly tier: string };
  readonly vocabulary: Vocabulary;
}

const GAP_FACTOR = 1.5;
const TTFT_FACTOR = 2;
const DAYS_APART = 30;
const FEW_KNOTS = 4;

/** Notices about the runs themselves: passed over, left out, known to be wrong. */
export function runNotices({ sides, sweeps }: NoticeInput): Notice[] {
  return sides.flatMap((side, i) =>
    sweeps[i]!.flatMap((sweep): Notice[] => {
      const about = { sides: [side.key] };
      const partial = sweep.passedOver.filter(({ why }) => why === 'partial');
      const excluded = sweep.passedOver.filter(({ why }) => why === 'excluded');
      const notices: Notice[] = excluded.map(({ run, reason, url }) => ({
        code: 'excluded-run',
        severity: 'info',
        ...about,
        facts: { label: side.label, run, reason: reason ?? '', url: url ?? '' },
      }));
      if (partial.length > 0) {
        const runs = partial.map(({ run, date }) => (date === null ? run : `${run} (${date})`));
        const knots = partial.map((run) => String(run.knots));
        const facts = { label: side.label, runs, knots, taken: side.quality.knots };
        notices.push({ code: 'partial-run', severity: 'info', ...about, facts });
      }
      if (sweep.issue !== null) {
        const facts = {
          label: side.label,
          run: sweep.run,
          reason: sweep.issue.reason,
          url: sweep.issue.url ?? '',
        };
        notices.push({ code: 'known-issue', severity: 'warning', ...about, facts });
      }
      return notices;
    }),
  );
}

/** TTFTs at the neighbouring knots so far apart that users would notice, at the worst target. */
export function ttftApart({ values }: NoticeInput): Notice | null {
  let worst: { interactivity: number; factor: number; low: number; high: number } | null = null;
  for (const { interactivity, sides } of values) {
    const spans = sides.flatMap(({ ttft }) => {
      const known = ttft?.filter((seconds) => seconds !== null) ?? [];
      return known.length === 0 ? [] : { low: Math.min(...known), high: Math.max(...known) };
    });
    const low = Math.min(...spans.map((span) => span.high)); // slowest of the quickest side
    const high = Math.max(...spans.map((span) => span.low)); // quickest of the slowest side
    const factor = high / low;
    if (spans.length > 1 && factor > TTFT_FACTOR && factor > (worst?.factor ?? 0)) {
      worst = { interactivity, factor, low, high };
    }
  }
  return worst && { code: 'ttft-apart', severity: 'warning', facts: worst };
}

/** Sides measured more than 30 days apart, where runs are not what is compared. */
export function datesApart({ sides, compared }: NoticeInput): Notice | null {
  const dates = sides.flatMap(({ date }) => date ?? []).toSorted();
  const [oldest, newest] = [dates[0], dates.at(-1)];
  if (oldest === undefined || newest === undefined || compared.includes('run')) return null;
  const days = Math.round((Date.parse(newest) - Date.parse(oldest)) / 86_400_000);
  if (days <= DAYS_APART) return null;
  return { code: 'dates-apart', severity: 'warning', facts: { days, oldest, newest } };
}

/** Targets that are interpolated between knots far apart, the widest gap of each side. */
export function wideGaps({ sides, values }: NoticeInput): Notice[] {
  return sides.flatMap(({ key, label, knots }, i): Notice[] => {
    const gaps = values
      .filter(({ sides: read }) => read[i]!.status === 'interpolated')
      .map(({ interactivity }) => leftKnot(knots, interactivity))
      .flatMap((left) => widestGap(knots.slice(left, left + 2)) ?? []);
    const widest = gaps.toSorted((a, b) => b.factor - a.factor)[0];
    if (widest === undefined || widest.factor <= GAP_FACTOR) return [];
    return [{ code: 'wide-gap', severity: 'info', sides: [key], facts: { label, ...widest } }];
  });
}

/** Curves of fewer than four knots, said once for all sides. */
export function sparse({ sides }: NoticeInput): Notice | null {
  const few = sides.filter(({ knots }) => knots.length > 0 && knots.length < FEW_KNOTS);
  if (few.length === 0) return null;
  const knots = few.map(({ label, knots: { length } }) => `${label} ${length}`);
  return { code: 'sparse', severity: 'info', sides: few.map(({ key }) => key), facts: { knots } };
}

/** Figures that were printed on pages: the publisher's interpolations, rounded or not. */
export function publishedFigures({ basis, sides, sweeps }: NoticeInput): Notice | null {
  if (basis !== 'published') return null;
  const points = sweeps.flat().flatMap((sweep) => sweep.points);
  const shown = points.filter(({ interactivity, throughput }) =>
    sides.some(({ knots }) =>
      knots.some((k) => k.interactivity === interactivity && k.throughput === throughput),
    ),
  );
  const count = shown.filter(({ rounded }) => rounded).length;
  const rounded = count === 0 ? 'no' : count === shown.length ? 'yes' : 'some';
  const stated = sides.every(({ specMethod }) => specMethod !== null);
  const facts = { rounded, speculation: stated ? 'stated' : 'pooled' };
  return { code: 'published-figures', severity: 'info', facts };
}
