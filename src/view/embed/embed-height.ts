import type { Comparison } from '../../core/comparison-types.ts';
import type { Lead } from '../../core/lead.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import type { Measure, TableMetric } from '../../core/metrics.ts';
import { MEASURES, hasBest, measureName, shownMeasures } from '../figure/table-cells.ts';
import { hasOneRatio } from '../figure/table-ratios.ts';
import { figureNotes } from '../figure/table.ts';
import type { EmbedOptions } from '../links.ts';
import { answerSentence } from '../text/summary.ts';
import type { Words } from '../words/words.ts';
import { ratioRangeText } from '../format.ts';
import { WIDE, figureHeight } from './height.ts';

/** The settings of an embed that its height depends on. */
export type EmbedViews = Pick<EmbedOptions, 'view' | 'metrics' | 'isEditable'>;

/** Characters of the foot besides the credits: basis, site, release and its date. */
const FOOT = 60;

/**
 * About the height (px) of an embed of a comparison at a width (px, inside of any padding), with text
 * of 14 px, rather more than less. It counts the rows and lines that the comparison has.
 */
export function embedHeight(
  c: Comparison,
  { view, metrics, isEditable }: EmbedViews,
  width: number,
  words: Words,
): number {
  const measures = shownMeasures(c, embedMeasures(metrics));
  const led = measures.filter(hasBest).filter((it) => c.values.some(({ best }) => best[it]));
  const ratios = hasOneRatio(c) ? Math.min(led.length, 1) : led.length;
  const isSaving = measures.includes(headlineMetrics(c.sides)[1]);
  const prices = new Set(c.sides.map(({ hardware }) => hardware)).size;
  const views = embedViews(view);
  const notes = views.includes('table') ? figureNotes(c, measures, words.figure) : [];
  return figureHeight(
    {
      views,
      measures: measures.length,
      gains: ratios + (isSaving ? 1 : 0),
      sides: c.sides.length,
      targets: c.targets.length,
      fields: isEditable ? 3 + prices : 0,
    },
    textHeight(c, notes, width, words) + (views.includes('table') ? openHeight(c, led, width) : 0),
    width,
  );
}

/** Height (px) that the likely ranges of open ratios add to the rows of a table. */
function openHeight(c: Comparison, rated: readonly TableMetric[], width: number): number {
  const isWide = width >= WIDE;
  const columns = isWide ? c.targets.length : c.sides.length;
  const isNamed = isWide || columns < 3; // the first column has names
  const cell = (width * (isNamed ? (columns > 3 ? 0.74 : 0.64) : 1)) / columns - 16;
  const lines = (lead: Lead | null) =>
    lead?.outcome === 'open'
      ? Math.ceil((`likely ${ratioRangeText(lead.ratioRange)}`.length * 6) / cell)
      : 0;
  const measures = hasOneRatio(c) ? rated.slice(-1) : rated;
  const rows = measures.map((measure) => c.values.map(({ best }) => lines(best[measure])));
  const added = isWide ? rows.map((row) => Math.max(0, ...row)) : rows.flat();
  return 17 * added.reduce((sum, count) => sum + count, 0);
}

/** The views of an embed, in order; chart and table where none is asked for. */
export function embedViews(view: string | null): readonly string[] {
  return view?.match(/table|chart|card/g) ?? ['chart', 'table'];
}

/** The measures of an embed; all where none is asked for. */
export function embedMeasures(metrics: string | null): readonly Measure[] {
  const asked = MEASURES.filter((measure) => metrics?.split(',').includes(measureName(measure)));
  return asked.length > 0 ? asked : MEASURES;
}

/** Height (px) of title, answer, notices, foot, and the notes under the table. */
function textHeight(c: Comparison, notes: readonly string[], width: number, words: Words): number {
  const lines = (text: { length: number }, each: number, room = width) =>
    Math.ceil((text.length * each) / room);
  const answer = lines(answerSentence(c, words), 6.6, Math.min(width, 560));
  const credits = { length: words.figure.credits(c.sides).length + FOOT };
  return [
    46 + 21 * (lines(c.title, 9) - 1 + answer),
    ...notes.map((note) => 8 + 17 * lines(note, 6)),
    c.notices.length > 0 ? 26 : 0,
    42 + (width < 480 ? 54 + 18 * lines(credits, 6) : 18 * lines(credits, 6, width - 190)),
  ].reduce((sum, height) => sum + height);
}
