import type { Comparison } from '../../core/comparison-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import type { Words } from '../words/words.ts';
import { embedHeight, embedViews } from './embed-height.ts';
import type { EmbedViews } from './embed-height.ts';
import {
  CHART_SHARE,
  LEAST_CHART,
  MOST_CHART,
  SPLIT,
  THEME_INSET,
  WIDE,
  chartHeight,
} from './height.ts';

/** The `style` attribute of a pasted element: a block with margins even before its script has loaded. */
export const ELEMENT_STYLE = 'display:block;margin:1.5em 0';

/** Narrowest width (px) that the room follows. */
const NARROWEST = 280;

/**
 * The `style` attribute of the link around the picture that stands in for a figure: below the picture
 * it keeps free what the figure will be higher, so that nothing moves when it is drawn.
 *
 * A pasted style knows no width, but a padding in percent follows that of its column: steps where
 * the layout changes, a slope where lines wrap, and chart and picture with their own proportions.
 * Text grows with that of the page. Where a policy drops the style there is the picture alone.
 */
export function reservingStyle(
  c: Comparison,
  options: EmbedViews & { readonly theme: ThemeChoice },
  words: Words,
): string {
  const views = embedViews(options.view);
  const [hasChart, hasCard] = [views.includes('chart'), views.includes('card')];
  const inset = options.theme === 'auto' ? 0 : THEME_INSET;
  /** what stays of the height without chart and card, px at a width of the figure */
  const restAt = (width: number) =>
    embedHeight(c, options, width, words) -
    (hasChart ? chartHeight(width) : 0) -
    (hasCard ? width * 0.525 : 0);
  const [phone, narrow, wide] = [NARROWEST, WIDE - 1, 700].map(restAt) as [number, number, number];
  const parts = [
    text(wide),
    inset > 0 && ` + ${inset}px`,
    step(`${WIDE + inset}px - 100%`, 999, narrow - wide),
    step(`${WIDE + inset}px - 100%`, (phone - narrow) / (WIDE - NARROWEST), phone - narrow),
    step(`100% - ${SPLIT + inset}px`, -999, restAt(SPLIT) - restAt(SPLIT - 1)),
    hasChart && ` + clamp(${LEAST_CHART}px,${CHART_SHARE * 100}%,${MOST_CHART}px)`,
    !hasCard && ' - min(52.5%,630px)',
  ];
  return `display:block;--text:max(14px,.85em);padding-bottom:calc(${parts.filter(Boolean).join('')})`;
}

/** A height of text, px where the text is 14 px high. */
function text(height: number): string {
  return `var(--text)*${(height / 14).toFixed(1)}`;
}

/** What is added (or taken, where negative) as a length gets positive, at a slope up to an end. */
function step(length: string, slope: number, end: number): string {
  if (Math.round(end / 14) === 0) return '';
  const size = `clamp(0px,(${length})*${Number(Math.abs(slope).toFixed(2))},${text(Math.abs(end))})`;
  return ` ${end < 0 ? '-' : '+'} ${size}`;
}
