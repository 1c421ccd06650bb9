import { curveQuality, widestGap } from '../../src/core/quality.ts';
import { entryKnots } from '../../src/core/assignments.ts';
import type { SweepEntry } from '../../src/core/release.ts';
import { compareText, sweepId } from '../../src/core/sweep.ts';

/** How well a sweep's curve is supported: knots, leave-one-out error, widest gap. */
export interface CurveQuality {
  readonly sweep: string;
  readonly knots: number;
  /** median relative error of predicting each inner knot; `null` under 4 knots */
  readonly leaveOneOutError: number | null;
  /** the neighbouring knots furthest apart, tok/s/user; `null` under 2 knots */
  readonly widestGap: {
    readonly left: number;
    readonly right: number;
    readonly factor: number;
  } | null;
}

/**
 * The quality of every sweep, worst first: by leave-one-out error, then those too short to have
 * one, by their widest gap.
 */
export function curveQualities(entries: readonly SweepEntry[]): CurveQuality[] {
  return entries
    .map((entry) => {
      const knots = entryKnots(entry);
      return { sweep: sweepId(entry), ...curveQuality(knots), widestGap: widestGap(knots) };
    })
    .toSorted(
      (a, b) =>
        (b.leaveOneOutError ?? -1) - (a.leaveOneOutError ?? -1) ||
        (b.widestGap?.factor ?? 0) - (a.widestGap?.factor ?? 0) ||
        compareText(a.sweep, b.sweep),
    );
}
