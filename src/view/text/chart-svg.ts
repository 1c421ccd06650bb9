import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { marksOf } from '../figure/plot-marks.ts';
import { plotOf } from '../figure/plot.ts';
import type { PlotOptions } from '../figure/plot.ts';
import { BAND_STYLE } from '../figure/plot-style.ts';
import { plotGround, plotSvg, knotTitles } from '../figure/plot-svg.ts';
import { altText } from './summary.ts';
import { chartPicture, PICTURE_MARGIN, pictureText, pictureTitle } from './chart-picture.ts';
import { metricSeries } from '../figure/series.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import type { TableMetric } from '../../core/metrics.ts';

interface ChartOptions extends Partial<Pick<PlotOptions, 'yScale'>> {
  readonly metric?: TableMetric;
  /** `auto` follows the reader's system */
  readonly theme?: ThemeChoice;
}

const WIDTH = 720;
/** Of the chart within the picture, px. */
export const CHART_SIZE = { width: WIDTH - 2 * PICTURE_MARGIN, height: 440 } as const;
const TITLE_HEIGHT = 64;
const FOOT_HEIGHT = 28;

/**
 * The chart of a comparison as a picture of its own, with its title and its source. Without a curve
 * to draw it has no chart.
 */
export function chartSvg(c: Comparison, words: Words, options: ChartOptions = {}): string {
  const { theme = 'auto', metric = headlineMetrics(c.sides)[0], yScale = null } = options;
  const plot = plotOf(metricSeries(c, metric), {
    yScale,
    band: c.band,
    ...CHART_SIZE,
  });
  const height = TITLE_HEIGHT + CHART_SIZE.height + FOOT_HEIGHT;
  const label = altText(c, words);
  return chartPicture({
    width: WIDTH,
    height,
    label,
    theme,
    style: BAND_STYLE,
    texts: [
      pictureTitle(c.title, 40, titleSize(c.title)),
      pictureText(words.chart.source(c), height - 14),
    ],
    chart:
      plot &&
      plotSvg(
        plot,
        marksOf(plot, c, metric),
        label,
        plotGround(plot, metric, words.figure, knotTitles(c, words.chart)),
      ),
    top: TITLE_HEIGHT,
    chartHeight: CHART_SIZE.height,
  });
}

/** Size of a title that keeps it on its line, px. */
function titleSize(title: string): number {
  return Math.min(18, Math.round(CHART_SIZE.width / (title.length * 0.066)) / 10);
}
