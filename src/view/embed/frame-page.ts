import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { ThemeName } from '../../core/theme-names.ts';
import type { ErrorView } from '../page/error-page.ts';
import { linkList } from '../page/link-list.ts';
import type { EmbedOptions } from '../links.ts';
import { js } from '../markup/js.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { altText, answerSentence } from '../text/summary.ts';
import { figuresTable } from '../figure/table.ts';
import { embedMeasures, embedViews } from './embed-height.ts';
import { FRAME_STYLE } from './frame-style.ts';
import { SITE_NAME } from '../brand.ts';

export interface EmbedView extends EmbedOptions {
  readonly comparison: Comparison;
  /** absolute address of the comparison's page, and of its document */
  readonly page: string;
  readonly json: string;
  /** absolute addresses */
  readonly pictures: { readonly chart: string; readonly card: string };
}

/**
 * Tells the page around how high this one is: once the element is drawn, or will not be, whenever that changes and when it asks by
 * `{ type: 'matchpoint-height' }`: `{ type: 'matchpoint-height', height }`, px. Takes the theme that
 * the page around names: `{ type: 'matchpoint-theme', theme: 'light' | 'dark' | 'auto' }`, and of a
 * card the picture in it.
 */
const HOST_SCRIPT = js`
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'matchpoint-height', height }, '*');
  };
  const show = (theme) => {
    document.documentElement.className = theme;
    const card = document.querySelector('matchpoint-compare[view*=card]');
    if (theme) card?.setAttribute('theme', theme);
    else card?.removeAttribute('theme');
  };
  let isTelling = false;
  const start = () => {
    if (isTelling) return;
    isTelling = true;
    new ResizeObserver(tell).observe(document.body);
  };
  document.addEventListener('matchpoint-load', start);
  document.addEventListener('matchpoint-error', start);
  addEventListener('load', () => {
    if (!document.querySelector('matchpoint-compare:defined')) start();
  });
  addEventListener('message', ({ data, source }) => {
    if (source !== parent) return;
    if (data?.type === 'matchpoint-height' && isTelling) tell();
    if (data?.type !== 'matchpoint-theme') return;
    if (data.theme === 'light' || data.theme === 'dark') show(data.theme);
    if (data.theme === 'auto') show('');
  });
`;

/** What the policy of these pages has to name. */
export const EMBED_BLOCKS: {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
} = { styles: [FRAME_STYLE], scripts: [HOST_SCRIPT] };

/** A comparison for an iframe: the element, and the table for where no script runs. */
export function embedPage(embed: EmbedView, all: Words): Markup {
  const { comparison: c, page, json, view, metrics, isEditable, theme } = embed;
  return framed(
    all,
    { title: c.title, theme: theme === 'auto' ? null : theme, page },
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
  return framed(
    all,
    { title },
    h('p', null, h('b', null, title)),
    h('p', null, detail),
    nearest.length > 0 && linkList(nearest),
    h('p', null, h('a', { href: '/#comparisons' }, all.page.allComparisons)),
  );
}

interface Frame {
  readonly title: string;
  readonly theme?: ThemeName | null;
  /** of the comparison that the element shows */
  readonly page?: string | null;
}

function framed(
  { lang }: Words,
  { title, theme = null, page = null }: Frame,
  ...content: Child[]
): Markup {
  return h(
    'html',
    { lang, class: theme },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', null, `${title} · ${SITE_NAME}`),
      page !== null && h('link', { rel: 'canonical', href: page }),
      h('base', { target: '_blank' }),
      h('style', null, FRAME_STYLE),
      page !== null && h('script', { type: 'module', src: '/widgets/matchpoint.js' }),
    ),
    h('body', null, h('main', null, content), h('script', null, HOST_SCRIPT)),
  );
}
