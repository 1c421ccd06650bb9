import type { ThemeChoice } from '../../core/theme-names.ts';
import { SITE_NAME } from '../brand.ts';
import { js } from '../markup/js.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';
import { FRAME_STYLE } from './frame-style.ts';
import { RANK_FRAME_STYLE } from './rank-frame-style.ts';

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

/** The inline styles and scripts of iframe documents, which their Content-Security-Policy allows by hash. */
export const EMBED_BLOCKS: {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
} = { styles: [FRAME_STYLE, RANK_FRAME_STYLE], scripts: [HOST_SCRIPT] };

interface FrameHead {
  readonly title: string;
  /** one of those of {@link EMBED_BLOCKS} */
  readonly style: string;
  /** colours that were asked for; `auto` follows the reader's system until the page around says more */
  readonly theme?: ThemeChoice;
  /** absolute address of the page that the frame is a part of; `null` for none */
  readonly page?: string | null;
  /** address of a module of this site that it loads; `null` for none */
  readonly module?: string | null;
}

/** A document for an iframe: no site header or footer, links open outside the frame, and it reports its height. */
export function frameDocument(
  { lang }: Words,
  { title, style, theme = 'auto', page = null, module = null }: FrameHead,
  ...content: readonly Child[]
): Markup {
  return h(
    'html',
    { lang, class: theme === 'auto' ? null : theme },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', null, `${title} · ${SITE_NAME}`),
      page !== null && h('link', { rel: 'canonical', href: page }),
      h('base', { target: '_blank' }),
      h('style', null, style),
      module !== null && h('script', { type: 'module', src: module }),
    ),
    h('body', null, h('main', null, content), h('script', null, HOST_SCRIPT)),
  );
}
