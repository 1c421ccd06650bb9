import type { Comparison } from '../../core/comparison-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { DARK, LIGHT } from '../brand.ts';
import type { Theme } from '../brand.ts';
import { themes } from '../figure/theme.ts';
import { toHtml } from '../markup/html.ts';
import { h } from '../markup/markup.ts';
import { altText } from '../text/summary.ts';
import type { Words } from '../words/words.ts';
import { badgeText } from './badge-text.ts';
import { fittingText } from './fitting-text.ts';

const HEIGHT = 20;
const FONT_SIZE = 11;
/** px beside a text */
const PADDING = 7;
/** Bytes of what is read out and shown on hover. */
const TITLE_BYTES = 480;

/**
 * A comparison in one line, for a README: the sides, and the answer at the middle target. At most
 * 1.5 kB whatever its labels are.
 *
 * @param theme - `auto` follows the reader's system
 */
export function badgeSvg(c: Comparison, words: Words, theme: ThemeChoice): string {
  const { label, message } = badgeText(c, words);
  return badgeOf([label, message], fittingText(altText(c, words), TITLE_BYTES), theme);
}

/** What a badge's address gives where there is no such comparison. */
export function missingBadgeSvg({ badge, card }: Words): string {
  return badgeOf([badge.missing, NO_FIGURE], card.missingHint, 'auto');
}

const NO_FIGURE = '?';

function badgeOf([label, message]: [string, string], title: string, theme: ThemeChoice): string {
  const split = textWidth(label) + 2 * PADDING;
  const width = split + textWidth(message) + 2 * PADDING;
  const text = (x: number, name: string, content: string) =>
    h('text', { class: name, x, y: 14, textLength: textWidth(content) }, content);
  const colours =
    theme === 'auto'
      ? `${rules(LIGHT)}@media(prefers-color-scheme:dark){${rules(DARK)}}`
      : rules(themes[theme]);
  return toHtml(
    h(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width, height: HEIGHT, role: 'img', ...FONT },
      h('title', null, title),
      h('style', null, colours),
      h('rect', { class: 'b', x: 0.5, y: 0.5, width: width - 1, height: HEIGHT - 1, rx: 3 }),
      h('path', { class: 'a', d: `M${split} 0H3a3 3 0 0 0-3 3v14a3 3 0 0 0 3 3H${split}z` }),
      text(PADDING, 'c', label),
      text(split + PADDING, 'd', message),
    ),
  );
}

const FONT = { 'font-family': "Verdana,'DejaVu Sans',Geneva,sans-serif", 'font-size': FONT_SIZE };

/** Ground and text of the sides, then of the answer. */
function rules({ ink, page, panel, hairline }: Theme): string {
  return `.a,.d{fill:${ink}}.b{fill:${panel};stroke:${hairline}}.c{fill:${page}}`;
}

/**
 * Width of a text in Verdana, px, whole. Another font is spaced to it, so that no text leaves its
 * ground: off by up to a tenth.
 */
function textWidth(text: string): number {
  const ems = [...text].map((character) => WIDTHS.find(([of]) => of.test(character))![1]);
  return Math.ceil(FONT_SIZE * ems.reduce((sum, em) => sum + em, 0));
}

/** Shares of an em by kind of character, the first that fits. */
const WIDTHS: readonly (readonly [of: RegExp, em: number])[] = [
  [/[fijl.,:;|!'’ ()[\]]/, 0.36],
  [/[rtI\-/]/, 0.43],
  [/[csz]/, 0.53],
  [/[mwMW@%]/, 0.98],
  [/[A-Z]/, 0.7],
  [/[×~<>=+…]/, 0.82],
  [/[\0-\u024f]/, 0.63],
  [/[^]/, 1],
];
