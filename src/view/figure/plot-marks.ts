import type { Comparison } from '../../core/comparison-types.ts';
import { leadSides } from '../../core/lead.ts';
import type { Lead } from '../../core/lead.ts';
import type { MetricKey } from '../../core/metrics.ts';
import { ratioRangeText, ratioText, targetText } from '../format.ts';
import { EM } from './plot.ts';
import type { Plot, Tick } from './plot.ts';
import { placeOf } from './side-names.ts';
import { middleRead } from './short-answer.ts';
import { spread } from './spread.ts';

/** What targets add to a chart. */
export interface PlotMarks {
  /** `textAt` is where the value stands, beside its line where lines are close */
  readonly targets: readonly (Tick & { readonly textAt: number })[];
  /** the gap at the middle target; `text` is its ratio, `range` where it likely lies */
  readonly bracket: {
    readonly x: number;
    readonly from: number;
    readonly to: number;
    readonly text: string;
    readonly range: string | null;
  } | null;
}

/** The targets within a chart and the gap at the middle one, px. */
export function marksOf(
  { x, y, xDomain: [first, last] }: Pick<Plot, 'x' | 'y' | 'xDomain'>,
  c: Pick<Comparison, 'targets' | 'values' | 'sides'>,
  metric: MetricKey,
): PlotMarks {
  const ticks = c.targets
    .filter((target) => target >= first && target <= last)
    .map((target) => ({ at: x(target), text: targetText(target) }));
  const textsAt = spread(
    ticks.map(({ at }) => at),
    (i, j) => ((ticks[i]!.text.length + ticks[j]!.text.length) * EM) / 2 + 4,
  );
  const read = middleRead(c);
  const lead = read?.best[metric];
  return {
    targets: ticks.map((tick, i) => ({ ...tick, textAt: textsAt[i]! })),
    bracket: read && lead ? bracketOf(lead) : null,
  };

  function bracketOf(shown: Lead): PlotMarks['bracket'] {
    if (shown.outcome === 'level') return null;
    const ends = leadSides(shown).map((key) => y(read!.sides[placeOf(c, key)]![metric]!));
    const isOpen = shown.outcome === 'open';
    return {
      x: x(read!.interactivity),
      from: Math.min(...ends),
      to: Math.max(...ends),
      text: `${isOpen ? '~' : ''}${ratioText(shown.ratio)}`,
      range: isOpen ? ratioRangeText(shown.ratioRange) : null,
    };
  }
}
