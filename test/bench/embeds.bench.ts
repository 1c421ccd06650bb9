import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { buildElementScript } from '../../data/widgets/script.ts';
import { embedPage } from '../../src/view/embed/frame-page.ts';
import { figuresTable } from '../../src/view/figure/table.ts';
import type { Markup } from '../../src/view/markup/markup.ts';
import { toDocument, toHtml } from '../../src/view/markup/html.ts';
import { en } from '../../src/view/words/en/index.ts';
import { launchChromium } from '../browser/chromium.ts';
import { documentOf } from '../browser/documents.ts';
import { startSite } from '../browser/sites.ts';
import type { Answer, Site } from '../browser/sites.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';
import { chartJsPage, vegaPage } from './embed-peers.ts';
import type { Bench } from './run.ts';

const RUNS = 7;
/** A phone on a slow network: 1.6 Mbit/s with 150 ms there and back, its processor four times slower. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 2e5, uploadThroughput: 1e5 };
const SLOWDOWN = 4;
/** what the element's script may have, gzipped */
const SCRIPT_BYTES = 14_600;

interface View {
  /** ms from the start of the navigation until the figures are there */
  readonly shown: number;
  /** ms, of what keeps the page from answering its reader */
  readonly longestTask: number;
}

/**
 * The least that a script from another host can do for the same figures: it makes the table's nodes
 * from a list that is in the page. What is left is the way to the host and back, and, of as many bytes
 * as the element's script may have, their way: no element with its data in the page can be sooner.
 */
const LEAST_SCRIPT = `
const made = ([tag, attrs, ...children]) => {
  const node = document.createElementNS(tag === 'svg' || tag === 'path' ? 'http://www.w3.org/2000/svg' : 'http://www.w3.org/1999/xhtml', tag);
  for (const name in attrs) node.setAttribute(name, attrs[name]);
  node.append(...children.map((child) => (typeof child === 'string' ? child : made(child))));
  return node;
};
document.body.append(made(JSON.parse(document.querySelector('[type="application/json"]').textContent)));`;

/**
 * How long a reader waits for the figures of the reference, on a throttled page whose script and
 * document are on another host: a table of HTML that is in the page = 1. Each way to embed it, and
 * two chart libraries that draw the same curves over the same table, take turns, so that a change of
 * the machine meets all.
 */
const embeds: Bench = async () => {
  const [browser, host, blog] = await Promise.all([launchChromium(), startSite(), startSite()]);
  try {
    const pages = await pagesOf(host);
    const views: Record<string, View[]> = {};
    for (let run = 0; run < RUNS; run++) {
      for (const [name, body] of Object.entries(pages)) {
        blog.answers['/'] = packed('text/html', body);
        (views[name] ??= []).push(await viewOf(browser, blog));
      }
    }
    const median = (name: string, of: (view: View) => number) =>
      views[name]!.map(of).toSorted((a, b) => a - b)[RUNS >> 1]!;
    const time = (name: string, limit: number | null) => ({
      name: `${name}, time to the figures (table = 1)`,
      value: median(name, ({ shown }) => shown) / median('table', ({ shown }) => shown),
      limit,
      isMinimum: false,
    });
    const longest = (name: string) => median(name, ({ longestTask }) => longestTask);
    return [
      time('element', 1.6),
      time('inline data', 1.35),
      time('iframe', 2),
      time('least script', null),
      time('least script of 14.6 kB', null),
      time('Chart.js', null),
      time('vega-embed', null),
      {
        name: 'element, longest task, ms',
        value: longest('element'),
        limit: 150,
        isMinimum: false,
      },
      {
        name: 'element, longest task against Chart.js',
        value: longest('element') / longest('Chart.js'),
        limit: 0.5,
        isMinimum: false,
      },
    ];
  } finally {
    await Promise.all([browser.close(), host.close(), blog.close()]);
  }
};

/** Pages of a blog by the way in which they show the reference. */
async function pagesOf(host: Site): Promise<Record<string, string>> {
  const { text } = await buildElementScript();
  const document = documentOf(REFERENCE, host.origin);
  const json = JSON.stringify(document);
  const address = `${host.origin}/compare/${REFERENCE.id}`;
  const script = (name: string, body: string | Buffer) => {
    host.answers[`/${name}`] = packed('text/javascript', body);
    return `${host.origin}/${name}`;
  };
  const library = (path: string) =>
    script(path, readFileSync(new URL(`../../node_modules/${path}`, import.meta.url)));
  host.answers[`/compare/${REFERENCE.id}.json`] = packed('application/json', json);
  script('widgets/matchpoint.js', text);
  const own = { view: null, metrics: null, isEditable: false, theme: 'auto' } as const;
  const links = { page: address, json: `${address}.json`, card: `${address}.png` };
  const frame = embedPage({ comparison: REFERENCE, ...links, ...own }, en);
  host.answers['/embed'] = packed('text/html', toDocument(frame));
  const figures = figuresTable(REFERENCE, en.figure);
  const table = toHtml(figures);
  const preload = `<link rel="preload" href="${address}.json" as="fetch" crossorigin>`;
  const load = `<script type="module" src="${host.origin}/widgets/matchpoint.js"></script>`;
  const element = `<matchpoint-compare src="${address}"><p>${REFERENCE.title}</p></matchpoint-compare>`;
  const data = json.replaceAll('<', String.raw`\u003c`);
  const inline = `<matchpoint-compare><script type="application/json">${data}</script></matchpoint-compare>`;
  const nodes = JSON.stringify(listOf(figures)).replaceAll('<', String.raw`\u003c`);
  const list = `<script type="application/json">${nodes}</script>`;
  // what cannot be compressed comes to its own size
  const filling = randomBytes(SCRIPT_BYTES - 400).toString('base64');
  const least = script('least.js', LEAST_SCRIPT);
  const filled = script('least-filled.js', `${LEAST_SCRIPT}//${filling}`);
  const bodies = {
    table,
    'least script': `<script type="module" src="${least}"></script>${list}`,
    'least script of 14.6 kB': `<script type="module" src="${filled}"></script>${list}`,
    element: preload + load + element, // as the snippet has them
    'inline data': load + inline,
    iframe: `<iframe src="${host.origin}/embed" width="700" height="900"></iframe>`,
    'Chart.js': chartJsPage(document, table, library),
    'vega-embed': vegaPage(document, table, library),
  };
  return Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => [
      name,
      `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><h1>A post</h1>${body}`,
    ]),
  );
}

/** `[tag, attrs, ...children]` of an element and all inside it. */
function listOf({ tag, attrs, children }: Markup): unknown[] {
  return [
    tag,
    attrs,
    ...children.map((child) => (typeof child === 'string' ? child : listOf(child))),
  ];
}

/** As a server gives it to a browser: compressed. */
function packed(type: string, body: string | Buffer): Answer {
  return { type, headers: { 'content-encoding': 'gzip' }, body: gzipSync(body, { level: 9 }) };
}

/** Opens the blog in a browser that knows nothing yet. */
async function viewOf(browser: Browser, blog: Site): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 740, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(watch);
  await page.goto(blog.origin, { waitUntil: 'commit' });
  await page.waitForFunction('globalThis.view?.shown', null, { timeout: 60_000 });
  const view = await page.evaluate<View>('globalThis.view');
  await context.close();
  return view;
}

/** In the page: waits for the figures, and for a chart where a page says that it has one. */
function watch(): void {
  const view = { shown: 0, longestTask: 0 };
  Object.assign(globalThis, { view });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      view.longestTask = Math.max(view.longestTask, duration);
    }
  }).observe({ entryTypes: ['longtask'] });
  const isShown = (): boolean => {
    const frame = document.querySelector('iframe');
    if (frame !== null) return 'isFrameShown' in globalThis;
    const element = document.querySelector('matchpoint-compare');
    if (element !== null) return (element.shadowRoot ?? element).querySelector('td') != null;
    return document.querySelector('td') !== null && !document.querySelector('.waiting');
  };
  addEventListener('message', ({ data }: MessageEvent<{ type?: string }>) => {
    if (data.type === 'figures') Object.assign(globalThis, { isFrameShown: true });
  });
  const look = () => {
    if (!isShown()) requestAnimationFrame(look);
    else if (parent !== self) parent.postMessage({ type: 'figures' }, '*');
    // what is painted in this frame is in sight in the next task
    else setTimeout(() => (view.shown = performance.now()));
  };
  requestAnimationFrame(look);
}

export default embeds;
