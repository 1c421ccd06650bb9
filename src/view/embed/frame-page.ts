import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { ErrorView } from '../page/error-page.ts';
import { linkList } from '../page/link-list.ts';
import type { EmbedOptions } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { altText, answerSentence } from '../text/summary.ts';
import { figuresTable } from '../figure/table.ts';
import { embedMeasures, embedViews } from './embed-height.ts';
import { frameDocument } from './frame-document.ts';
import { FRAME_STYLE } from './frame-style.ts';

export interface EmbedView extends EmbedOptions {
  readonly comparison: Comparison;
  /** absolute address of the comparison's page, and of its document */
  readonly page: string;
  readonly json: string;
  /** absolute addresses */
  readonly pictures: { readonly chart: string; readonly card: string };
}

/** The element's script, from this origin as the page's policy wants it. */
const ELEMENT_SCRIPT = '/widgets/matchpoint.js';

/** A comparison for an iframe: the element, and the table for where no script runs. */
export function embedPage(embed: EmbedView, all: Words): Markup {
  const { comparison: c, page, json, view, metrics, isEditable, theme } = embed;
  return frameDocument(
    all,
    { title: c.title, style: FRAME_STYLE, theme, page, module: ELEMENT_SCRIPT },
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
      h('p', null, h('a', { href: page }, c.title)),
      h('p', null, answerSentence(c, all)),
      scriptless(embed, all),
    ),
  );
}

/** What shows where no script runs: the table where there is one, else a picture of what is asked for. */
function scriptless({ comparison: c, view, metrics, pictures }: EmbedView, all: Words): Child {
  const views = embedViews(view);
  if (!views.includes('table')) {
    const src = pictures[views[0] === 'card' ? 'card' : 'chart'];
    return h('noscript', null, h('img', { src, alt: altText(c, all), class: 'picture' }));
  }
  return c.targets.length > 0 && figuresTable(c, all.figure, { measures: embedMeasures(metrics) });
}

/** What an iframe shows when its address has no comparison: why, and where there are some. */
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
