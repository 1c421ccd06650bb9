import type { Comparison } from '../../core/comparison-types.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import { MEASURES, isRated, shownMeasures } from '../figure/table-cells.ts';
import { hasOneRatio } from '../figure/table-ratios.ts';

/** An embed as a host page has it: without a border, for which a style may be against its policy. */
export function embedFrame(
  src: string,
  title: string,
  size: { readonly width: number | string; readonly height: number },
): Markup {
  const allow = 'clipboard-write'; // for "Copy link"
  return h('iframe', { src, title, ...size, loading: 'lazy', frameborder: 0, allow });
}

/** px, of the frame that {@link frameHeight} is for: a column of text */
export const FRAME_WIDTH = 720;

/**
 * About the height (px) of an embed that is {@link FRAME_WIDTH} wide, rather more than less: what
 * is in sight of it on a page that does not listen to the height it reports.
 *
 * @param view - as the element's attribute; `null` for chart and table
 */
export function frameHeight(c: Comparison, view: string | null, isEditable: boolean): number {
  const views = (view ?? 'chart table').match(/chart|table|card/g) ?? [];
  const measures = shownMeasures(c, MEASURES);
  const ratios = hasOneRatio(c) ? 1 : measures.filter(isRated).length;
  const heights = {
    chart: 448 + (isEditable ? 76 : 0),
    table:
      c.targets.length === 0
        ? 16
        : 110 + measures.length * (40 + 28 * c.sides.length) + 46 * ratios + (isEditable ? 32 : 0),
    card: 382,
  };
  return views.reduce((sum, name) => sum + heights[name as keyof typeof heights], 196);
}
