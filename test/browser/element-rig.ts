import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildElementScript } from '../../data/widgets/script.ts';
import type { ElementScript } from '../../data/widgets/script.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { MEASURED, REFERENCE, UNDECIDED } from '../view/fixtures/comparison.ts';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';
import { documentOf } from './documents.ts';
import { startSite } from './sites.ts';
import type { Site } from './sites.ts';

export interface OpenOptions extends BrowserContextOptions {
  readonly head?: string;
  /** attributes of the root element */
  readonly root?: string;
  /** of the page, HOST standing for the origin of the element's script */
  readonly csp?: string;
  /** leaves the page without the script */
  readonly noScript?: boolean;
  /** does not wait until the elements are drawn */
  readonly noWait?: boolean;
  /** does not even wait for what the page loads */
  readonly isLoading?: boolean;
}

/** A browser, the host that serves script and documents, and a blog on another origin. */
export interface Rig {
  readonly browser: Browser;
  readonly host: Site;
  readonly blog: Site;
  readonly script: ElementScript;
  /** Opens a page of the blog; HOST stands for the host's origin. */
  open(body: string, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

export const REFERENCE_PATH = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

/** Band empty: two ranges that do not meet. */
const DISJOINT: Comparison = {
  ...REFERENCE,
  id: 'm/disjoint/a-vs-b',
  band: null,
  targets: [],
  values: [],
};

export const DOCUMENTS: Readonly<Record<string, Comparison>> = {
  [REFERENCE_PATH]: REFERENCE,
  '/compare/m/four/a-vs-b-vs-c-vs-d': MEASURED,
  '/compare/m/undecided/a-vs-b': UNDECIDED,
  '/compare/m/disjoint/a-vs-b': DISJOINT,
};

/** Of a card's size, and light to make. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>';

/** @param script - one that is built already, or is being built */
export async function startRig(script = buildElementScript()): Promise<Rig> {
  const [browser, host, blog] = await Promise.all([
    launchChromium(),
    startHost(script),
    startSite(),
  ]);
  const rig = { browser, host, blog, script: await script };
  return {
    ...rig,
    open: (body, options) => opened(rig, body, options),
    close: async () => {
      await Promise.all([browser.close(), host.close(), blog.close()]);
    },
  };
}

/** The host of script, documents and pictures. */
export async function startHost(built: Promise<ElementScript>): Promise<Site> {
  const [host, { text }] = await Promise.all([startSite(), built]);
  host.answers['/widgets/matchpoint.js'] = { type: 'text/javascript', body: text };
  for (const [path, comparison] of Object.entries(DOCUMENTS)) {
    const body = JSON.stringify(documentOf(comparison, host.origin));
    host.answers[`${path}.json`] = { type: 'application/json', body };
    host.answers[`/compare/${comparison.id}.png`] = { type: 'image/svg+xml', body: PICTURE };
  }
  return host;
}

/** A page of a blog; HOST stands for the origin of the element's script. */
export function htmlOf(
  origin: string,
  body: string,
  { head = '', root = '', noScript = false }: OpenOptions = {},
): string {
  const script = noScript ? '' : '<script type="module" src="HOST/widgets/matchpoint.js"></script>';
  return `<!doctype html><html lang="en" ${root}><head><meta charset="utf-8"><title>A post</title>
<meta name="viewport" content="width=device-width">${head}${script}</head>
<body><main><h1>A post</h1>${body}</main></body></html>`.replaceAll('HOST', origin);
}

async function opened(
  { browser, host, blog }: Pick<Rig, 'browser' | 'host' | 'blog'>,
  body: string,
  options: OpenOptions = {},
): Promise<Page> {
  const { csp, noWait = false, isLoading = false, ...others } = options;
  const { head: _head, root: _root, noScript: _noScript, ...context } = others; // of the page
  blog.answers['/'] = {
    type: 'text/html',
    headers:
      csp === undefined ? {} : { 'content-security-policy': csp.replaceAll('HOST', host.origin) },
    body: htmlOf(host.origin, body, options),
  };
  host.asked.length = 0;
  const page = await browser.newPage({ viewport: { width: 800, height: 900 }, ...context });
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.addInitScript(recordEvents);
  await page.goto(blog.origin, { waitUntil: isLoading ? 'commit' : 'load' });
  // asked from outside: a policy keeps the page itself from evaluating a text
  if (!noWait) await page.evaluate('firstLoad');
  return page;
}

/** Keeps the element's events and the page's errors where {@link eventsOf} finds them. */
function recordEvents(): void {
  const events: string[] = [];
  const firstLoad = new Promise<void>((resolve) => {
    document.addEventListener('matchpoint-load', () => resolve(), { once: true });
  });
  Object.assign(globalThis, { recorded: events, firstLoad });
  for (const type of ['load', 'change', 'error']) {
    document.addEventListener(`matchpoint-${type}`, () => events.push(type));
  }
  addEventListener('error', ({ message }) => events.push(`page: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => events.push(`page: ${reason}`));
}

/**
 * Resolves when the page has done what it had queued, and a request that it made before would have
 * reached the host: for what is not to happen, where there is nothing to wait for.
 */
export async function idle(page: Page, { origin }: Site): Promise<void> {
  await page.evaluate(async (host) => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    await new Promise((done) => {
      setTimeout(done);
    });
    await fetch(`${host}/idle`, { mode: 'no-cors' }).catch(() => {}); // where a policy forbids it
  }, origin);
}

/** Stops the clock of the page: from then on timers and frames come by `page.clock.runFor` alone. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** Events of elements so far, and errors that reached the page, in order. */
export async function eventsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('recorded');
}
