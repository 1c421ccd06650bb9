import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadData } from '../../data/load/load.ts';
import { buildRelease } from '../../data/release/release.ts';
import { renderFiles } from '../../data/render/render.ts';
import { memorySite } from '../../data/serve/memory-site.ts';
import { writeWhole } from '../../data/write-files.ts';
import { TIMEOUT_MS, launchChromium } from './chromium.ts';

const PUBLISHED_AT = '2026-11-23T09:00:00Z';
const MTP = 'qwen-3-5__b300-fp4__mtp-vs-off';
/** With the compared sides in front, as the page of the comparison leads to it. */
const RANKING =
  'rank__qwen-3-5__1k1k__at=124__basis=published__by=throughput__rows=b300-fp4-mtp,b300-fp4-off__show=all__speed=median-tpot';

let folder = '';
let pages: readonly string[];
let browser: Browser;
let server: Server;
let origin = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'matchpoint-rendered-'));
  const release = buildRelease(await loadData([]));
  const wanted = [
    'https://host.example/compare/Qwen-3-5/b300-fp4/mtp-vs-none.json', // another spelling, from another site
    '/compare/qwen-3-5/b300-1k1k/fp4-vs-fp8?usd.b300=2.85&at=120,150',
    'qwen-3-5/b300-fp4-1k1k/mtp-vs-off', // the first one, named in full
    '/rank/deepseek-r1/8k1k', // of measured runs, which on a site lead to their histories
  ];
  const write = (file: string, content: string | Uint8Array) =>
    writeWhole(join(folder, file), content);
  [browser, pages] = await Promise.all([
    launchChromium(),
    renderFiles(release, wanted, { publishedAt: PUBLISHED_AT, write }),
  ]);
  server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname).slice(1);
    const type = TYPES[name.split('.').at(-1)!] ?? 'text/plain';
    readFile(join(folder, name)).then(
      (bytes) => response.writeHead(200, { 'content-type': type }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await Promise.all([browser.close(), rm(folder, { recursive: true })]);
  server.close();
});

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
};

test('each comparison and its ranking are pages, one question once', () => {
  expect(pages).toEqual([
    `${MTP}.html`,
    `${RANKING}.html`,
    'qwen-3-5__b300-1k1k__fp4-vs-fp8__at=120,150__usd.b300=2.85.html',
    'rank__qwen-3-5__1k1k__at=120__basis=published__by=throughput__rows=b300-fp4,b300-fp8__show=all__speed=median-tpot__usd.b300=2.85.html',
    'qwen-3-5__b300-fp4-1k1k__mtp-vs-off.html',
    'rank__deepseek-r1__8k1k.html',
  ]);
});

test('JSON, CSV and pictures are those of the Worker, to the byte', async () => {
  const site = await memorySite(buildRelease(await loadData([])), { publishedAt: PUBLISHED_AT });
  const path = '/compare/qwen-3-5/b300-1k1k/fp4-vs-fp8';
  const stem = 'qwen-3-5__b300-1k1k__fp4-vs-fp8__at=120,150__usd.b300=2.85';
  for (const form of ['.json', '.csv', '.chart.svg', '.png']) {
    const response = await site.fetch(`${path}${form}?at=120,150&usd.b300=2.85`);
    const written = await readFile(join(folder, `${stem}${form}`));
    expect(written.equals(Buffer.from(await response.arrayBuffer())), form).toBe(true);
  }
  const dark = await site.fetch('/compare/qwen-3-5/b300-fp4/mtp-vs-off.png?theme=dark');
  const written = await readFile(join(folder, `${MTP}.dark.png`));
  expect(written.equals(Buffer.from(await dark.arrayBuffer()))).toBe(true);
});

test('nothing names an address of a site, every link leads to a file', async () => {
  const files = await readdir(folder);
  expect(files).toContain(`${RANKING}.csv`);
  for (const name of files.filter((file) => /\.(html|md|svg)$/.test(file))) {
    const text = await readFile(join(folder, name), 'utf8');
    const places =
      /(?<![\w.])\/(compare|rank|history|badge|embed|cards|widgets|sweeps|method|openapi)\b/;
    expect(text.match(places)?.[0] ?? '', name).toBe('');
    const links = [...text.matchAll(/ (?:href|src|srcset)="([^"]*)"|\]\(([^)]*)\)/g)]
      .map(([, inHtml, inMarkdown]) => (inHtml ?? inMarkdown)!.replaceAll('&amp;', '&'))
      .filter((link) => !/^(https:|#|data:)/.test(link));
    const missing = links.filter(
      (link) => !files.includes(decodeURIComponent(link.replace(/[?#].*/, ''))),
    );
    expect(missing, name).toEqual([]);
  }
});

test('links between what was rendered stay, those to other pages do not', async () => {
  const html = await readFile(join(folder, `${MTP}.html`), 'utf8');
  expect(html.includes(`href="${RANKING}.html"`)).toBe(true);
  expect(html.includes('Nearby comparisons')).toBe(false); // all of them elsewhere
  expect(html.includes(`href="${MTP}.html"`)).toBe(true); // the page of its release is itself
  const other = await readFile(join(folder, pages[2]!), 'utf8');
  expect(other.includes(`href="${RANKING}.html"`)).toBe(false); // it ranks at another speed
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  for (const page of pages) expect(index).toContain(`href="${page}"`);
  // what needs a server is not offered
  expect(html.match(/<form|id="embed"|\?scale=2|application\/ld\+json/)).toBeNull();
  expect(html.includes('<link rel="alternate" type="application/json"')).toBe(true);
});

describe.each(['file', 'http'] as const)('opened by %s:', (scheme) => {
  const addressOf = (file: string) =>
    scheme === 'http'
      ? origin + file
      : pathToFileURL(join(folder, file.split('?')[0]!)).href + (file.match(/\?.*/)?.[0] ?? '');

  test('a comparison is drawn by the element, without an error or a request elsewhere', async () => {
    const { page, errors, asked } = await opened(addressOf(`${MTP}.html`));
    await page.locator('[part=chart] svg').waitFor();
    expect(await page.locator('[part=table] table').isVisible()).toBe(true);
    expect(await page.locator('[part=table]').innerText()).toContain('4,729');
    await page.locator('#card img').scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.evaluate<number>(`document.querySelector('#card img').naturalWidth`))
      .toBe(1200);
    expect(await page.locator('#changed').isVisible()).toBe(false);
    await page.locator('matchpoint-compare input[name=at]').nth(1).fill('130');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#changed').isVisible()).toBe(true);
    expect(errors).toEqual([]);
    expect(asked.filter((address) => !address.startsWith(addressOf('')))).toEqual([]);
    await page.close();
  });

  test('targets and prices of the address reach the figure', async () => {
    const { page, errors } = await opened(addressOf(`${MTP}.html?at=100,140&usd.b300=3`));
    await page.locator('[part=figure]').waitFor();
    const shown = await page.evaluate<{ targets: number[]; sides: { usdPerGpuHour: number }[] }>(
      `document.querySelector('matchpoint-compare').comparison`,
    );
    expect(shown.targets).toEqual([100, 140]);
    expect(shown.sides[0]!.usdPerGpuHour).toBe(3);
    expect(await page.locator('#changed').isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  });

  test.each([`${RANKING}.html`, 'method.html', 'index.html'])('%s has its style', async (file) => {
    const { page, errors } = await opened(addressOf(file));
    expect(await page.locator('h1').isVisible()).toBe(true);
    const margin = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.wrap')).maxWidth`,
    );
    expect(margin).not.toBe('none');
    expect(errors).toEqual([]);
    await page.close();
  });
});

async function opened(address: string) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  const errors: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, errors, asked };
}
