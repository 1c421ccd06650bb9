import type { Comparison } from '../../core/comparison-types.ts';
import { leadSides } from '../../core/lead.ts';
import type { MetricKey } from '../../core/metrics.ts';
import { ratioRangeText, ratioText, targetText } from '../format.ts';
import { linePath, n } from './curve-path.ts';
import type { Pair } from './curve-path.ts';
import { placeTexts, pointsBetween } from './placement.ts';
import type { PlacedText, TextToPlace } from './placement.ts';
import type { Plot } from './plot.ts';
import { sidePosition } from './side-names.ts';
import { middleRead } from './short-answer.ts';
import { spread } from './spread.ts';
import { EM } from './value-axis.ts';
import type { Tick } from './value-axis.ts';

/** The marks of targets on a chart, and the labels of curves, which give way to them. */
export interface PlotMarks {
  /**
   * `textAt` is where the value stands, beside its line where lines are close; `line` is the path of
   * the line, which no text touches
   */
  readonly targets: readonly (Tick & { readonly textAt: number; readonly line: string })[];
  /** of the curves, and of the gap at the middle target: its ratio, and where that likely lies */
  readonly labels: readonly PlacedText[];
  /** path across that gap */
  readonly bracket: string | null;
}

/** The targets within a chart, the gap at the middle one, and where labels have room, px. */
export function marksOf(
  plot: Plot,
  c: Pick<Comparison, 'targets' | 'values' | 'sides'>,
  metric: MetricKey,
): PlotMarks {
  const {
    x,
    y,
    xDomain: [first, last],
    left,
    width,
    top,
    bottom,
    lines,
  } = plot;
  const ticks = c.targets
    .filter((target) => target >= first && target <= last)
    .map((target) => ({ at: x(target), text: targetText(target) }));
  const textsAt = spread(
    ticks.map(({ at }) => at),
    [left, width - ((ticks.at(-1)?.text.length ?? 0) * EM) / 2],
    (i) => ((ticks[i - 1]!.text.length + ticks[i]!.text.length) * EM) / 2 + 4,
  );
  const curves = lines.map(({ points }) =>
    points.flatMap((point, i) => pointsBetween(points[i - 1] ?? point, point)),
  );
  const wanted = lines.map(({ style, label }, i): TextToPlace => ({
    style,
    lines: label,
    places: curves[i]!.toReversed(),
  }));
  const drawn = curves.flat();
  const read = middleRead(c);
  const lead = read?.best[metric];
  let bracket: PlotMarks['bracket'] = null;
  if (lead && lead.outcome !== 'level') {
    const at = x(read!.interactivity);
    const [side, over] = leadSides(lead).map((key): Pair => [
      at,
      y(read!.sides[sidePosition(c, key)]![metric]!),
    ]);
    const gap = pointsBetween(side!, over!);
    drawn.push(...gap);
    bracket = linePath(gap);
    const middle = gap[gap.length >> 1]!;
    wanted.unshift({
      style: -1,
      lines:
        lead.outcome === 'open'
          ? [`~${ratioText(lead.ratio)}`, ratioRangeText(lead.ratioRange)]
          : [ratioText(lead.ratio)],
      places: [...pointsBetween(middle, [at, top]), ...pointsBetween(middle, [at, bottom])],
    });
  }
  const labels = placeTexts(plot, wanted, drawn);
  const downwards = labels.toSorted((a, b) => a.box[1] - b.box[1]);
  return {
    targets: ticks.map(({ at, text }, i) => {
      const gaps = downwards.map(({ box: [start, from, end, to] }) =>
        start < at + 3 && at < end + 3 ? `V${n(from)}M${n(at)} ${n(to)}` : '',
      );
      return {
        at,
        text,
        textAt: textsAt[i]!,
        line: `M${n(at)} ${top - 6}${gaps.join('')}V${bottom}`,
      };
    }),
    labels,
    bracket,
  };
}
