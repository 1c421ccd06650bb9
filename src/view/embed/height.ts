/** What the height of a figure is worked out from, besides its width and the lines of text in it. */
interface FigureRows {
  /** chart, table, card */
  readonly views: readonly string[];
  /** measures with rows of their own */
  readonly measures: number;
  /** rows of ratios and savings in a table whose columns are the targets */
  readonly gains: number;
  readonly sides: number;
  readonly targets: number;
  /** controls besides the targets; 0 where a reader can change nothing */
  readonly fields: number;
}

/** Width (px) of a figure from which its table has a column a target; below it has a column a side. */
export const WIDE = 600;

/** Padding on the left and right together of a figure with a theme of its own, px. */
export const THEME_INSET = 32;

/** Width (px) of a figure from which its chart and table stand beside each other. */
export const SPLIT = 1000;

/** Least height of a chart, px. */
export const LEAST_CHART = 320;
/** Greatest height of a chart, px. */
export const MOST_CHART = 452;
/** Height of a chart between the two, as a share of its width. */
export const CHART_SHARE = 0.62;

/** Height of a chart of a width, both px. */
export function chartHeight(width: number): number {
  return Math.round(Math.min(MOST_CHART, Math.max(LEAST_CHART, width * CHART_SHARE)));
}

/** Width of a chart in a figure of a width, both px: all of it, or half beside a table. */
export function chartWidth(width: number, isSplit: boolean): number {
  return isSplit ? (width - 40) * 0.52 : width;
}

/**
 * About the height (px) of a figure whose text is 14 px high, rather more than less: what is kept
 * free for it before it is there.
 *
 * @param text - height of its caption, notes and foot, px
 * @param width - inside of any padding, px
 */
export function figureHeight(
  { views, measures, gains, sides, targets, fields }: FigureRows,
  text: number,
  width: number,
): number {
  const isNarrow = width < 480;
  const isTight = sides > 2; // and narrow: names stand on lines of their own
  const isSplit = width >= SPLIT && views.includes('chart') && views.includes('table');
  const rows =
    width < WIDE
      ? 27 +
        targets *
          (39 +
            measures * (isTight ? 51 : isNarrow ? 54 : 49) +
            gains * (isTight || !isNarrow ? 27 : 38))
      : 44 + measures * (39 + (targets > 3 ? 26 : 28) * sides) + gains * (width < 760 ? 36 : 28);
  const heights: Record<string, number> = {
    chart: chartHeight(chartWidth(width, isSplit)) + 16,
    table: 16 + (targets && rows) + (fields && 31),
    card: width * 0.525 + 16,
  };
  const controls = fields && 12 + 51 * Math.ceil((fields * 130) / width);
  const beside = isSplit ? Math.min(heights['chart']!, heights['table']!) : 0;
  return Math.round(views.reduce((sum, view) => sum + heights[view]!, text + controls) - beside);
}
