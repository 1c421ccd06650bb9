import type { Comparison } from '../../core/comparison-types.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';
import { embedHeight } from './embed-height.ts';
import type { EmbedViews } from './embed-height.ts';
import { SPLIT, WIDE } from './height.ts';

/** The `iframe` tag that a host page pastes; without a border by attribute, for its policy may forbid styles. */
export function embedFrame(
  src: string,
  title: string,
  size: { readonly width: number | string; readonly height: number },
): Markup {
  const allow = 'clipboard-write'; // for "Copy link"
  return h('iframe', { src, title, ...size, loading: 'lazy', frameborder: 0, allow });
}

/** Width (px) of a frame where none is asked for: that of a column of text. */
export const FRAME_WIDTH = 720;

/** Padding (px) of a frame's document, on each side. */
export const FRAME_PADDING = 12;
const AROUND = 2 * FRAME_PADDING;

/** px by which the estimate may be short: a line that another font breaks */
const SLACK = 24;

/**
 * About the height (px) of an embed in a frame of a width (px), rather more than less: what is in
 * sight of it on a page that does not listen to the height it reports.
 */
export function frameHeight(c: Comparison, views: EmbedViews, width: number, words: Words): number {
  return embedHeight(c, views, width - AROUND, words) + AROUND + SLACK;
}

/** Widths of a frame at which its height turns, px, from a phone's column on. */
const TURNS = [340, WIDE + AROUND - 1, WIDE + AROUND, SPLIT + AROUND - 1, SPLIT + AROUND, 1200];

/** The height (px) at which an embed is cut in no column from 340 to 1200 px. */
export function tallestFrame(c: Comparison, views: EmbedViews, words: Words): number {
  return Math.max(...TURNS.map((width) => frameHeight(c, views, width, words)));
}
