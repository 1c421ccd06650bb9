import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { ErrorView } from '../page/error-page.ts';
import { linkList } from '../page/link-list.ts';
import { COMPARISON_SCRIPT } from '../links.ts';
import type { EmbedOptions } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { altText, summarySentences } from '../text/summary.ts';
import { stillCharts, stillTables } from '../figure/still.ts';
import { embedMeasures, embedViews } from './embed-height.ts';
import { SITE_NAME } from '../brand.ts';
import { noticeText } from '../text/notice-text.ts';
import { frameDocument } from './frame-document.ts';
import { FRAME_STYLE } from './frame-style.ts';

interface EmbedView extends EmbedOptions {
  readonly comparison: Comparison;
  /** absolute address of the comparison's page, and of its document */
  readonly page: string;
  readonly json: string;
  /** absolute address of its picture */
  readonly card: string;
}

/** The document of a comparison's iframe: the element, and inside it the same figure for where no script runs. */
export function embedPage(embed: EmbedView, all: Words): Markup {
  const { comparison: c, page, json, view, metrics, isEditable, theme } = embed;
  return frameDocument(
    all,
    { title: c.title, style: FRAME_STYLE, theme, page, module: COMPARISON_SCRIPT },
    h(
      'matchpoint-compare',
      {
        src: json,
        view,
        metrics,
        theme: view?.includes('card') && theme !== 'auto' ? theme : null, // the picture's; else the page's
        editable: isEditable,
        loading: 'eager',
      },
      h('p', { class: 'title' }, h('a', { href: page }, c.title)),
      h('p', { class: 'answer' }, middleSentence(c, all)),
      still(embed, all),
      notices(c, all),
      foot(c, page, all),
    ),
  );
}

/** What the element says first. */
function middleSentence(c: Comparison, all: Words): string {
  const sentences = summarySentences(c, all);
  return sentences[(sentences.length - 1) >> 1]!;
}

/** The views that are asked for, as far as they are without a script: what shows until there is one. */
function still({ comparison: c, view, metrics, card }: EmbedView, all: Words): Markup {
  const drawn: Record<string, () => Child> = {
    chart: () => h('div', { class: 'chart' }, stillCharts(c, all)),
    table: () => h('div', null, stillTables(c, all.figure, embedMeasures(metrics))),
    card: () =>
      h('noscript', null, h('img', { src: card, alt: altText(c, all), class: 'picture' })),
  };
  return h(
    'div',
    { class: 'pair' },
    embedViews(view).map((name) => drawn[name]!()),
  );
}

/** The notices, folded as the element has them. */
function notices(c: Comparison, all: Words): Child {
  if (c.notices.length === 0) return null;
  return h(
    'details',
    null,
    h('summary', null, all.element.notes(c.notices.length, false)),
    c.notices.map((notice) =>
      h(
        'p',
        null,
        h('b', null, all.notices.severity[notice.severity]),
        ` ${noticeText(notice, all)}`,
      ),
    ),
  );
}

/** Whose figures these are, and as of when. */
function foot(c: Comparison, page: string, { figure, markdown }: Words): Markup {
  const credits = figure.credits(c.sides);
  return h(
    'p',
    { class: 'foot' },
    `${markdown.source(c, credits, [])} `,
    h('a', { href: page }, SITE_NAME),
    '.',
  );
}

/** The document of an iframe whose address names no comparison: the reason, and links to some that exist. */
export function embedErrorPage(
  { title, detail, nearest }: Pick<ErrorView, 'title' | 'detail' | 'nearest'>,
  all: Words,
): Markup {
  return frameDocument(
    all,
    { title, style: FRAME_STYLE },
    h('p', null, h('b', null, title)),
    h('p', null, detail),
    nearest.length > 0 && linkList(nearest),
    h('p', null, h('a', { href: '/#comparisons' }, all.page.allComparisons)),
  );
}
