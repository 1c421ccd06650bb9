import { SITE_NAME } from '../../src/view/brand.ts';
import { toDocument } from '../../src/view/markup/html.ts';
import { h } from '../../src/view/markup/markup.ts';
import type { Markup } from '../../src/view/markup/markup.ts';
import { linkList } from '../../src/view/page/link-list.ts';
import { page } from '../../src/view/page/page.ts';
import type { ComparisonDocument } from '../../src/view/text/json.ts';
import { en } from '../../src/view/words/en/index.ts';
import type { BuiltRelease } from '../release/release.ts';
import { memorySite } from '../serve/memory-site.ts';
import type { MemorySite } from '../serve/memory-site.ts';
import { buildElementScript } from '../widgets/script.ts';
import { filesOf, pagePath } from './addresses.ts';
import type { FileAddress } from './addresses.ts';
import { linkedMarkdown } from './linked-markdown.ts';
import { documentQuestion } from './questions.ts';
import { SCRIPT_FILE, canonicalOf, standalonePage } from './standalone-page.ts';

interface RenderOptions {
  /** ISO 8601, UTC: the date that pages give their release */
  readonly publishedAt: string;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly onFile?: (done: number, total: number) => void;
}

/** A page with its files. */
interface Rendered {
  /** canonical address of the page on a site */
  readonly path: string;
  readonly files: readonly FileAddress[];
  readonly document: ComparisonDocument;
  /** its links on the site */
  readonly links: readonly string[];
}

/**
 * Comparisons and rankings as files that stand in a folder: every form that the Worker would answer,
 * the ranking that a comparison's page leads to, the page of the method and a list of all.
 * JSON and CSV are the Worker's to the byte; pages and Markdown lead to files beside them only.
 *
 * @param wanted - ids, paths or addresses of pages
 * @returns file names of the pages, in order
 * @throws Error for what is no comparison or ranking, or has no data
 */
export async function renderFiles(
  release: BuiltRelease,
  wanted: readonly string[],
  { publishedAt, write, onFile }: RenderOptions,
): Promise<string[]> {
  const pages = await pagesOf(release, wanted, publishedAt);
  const files = await linkedFiles(await memorySite(release, { publishedAt }), pages);
  const fileOf = (path: string) => files.get(path) ?? null;
  const documents = new Map(pages.map((one) => [one.path, elementDocument(one)]));
  const print = (html: Markup) =>
    toDocument(standalonePage(html, { fileOf, documentOf: (path) => documents.get(path) ?? null }));
  const site = await memorySite(release, { publishedAt, toDocument: print });

  const total = pages.reduce((sum, one) => sum + one.files.length, 0);
  let done = 0;
  for (const { path, file, extension } of pages.flatMap((one) => one.files)) {
    const bytes = new Uint8Array(await (await answered(site, path)).arrayBuffer());
    const isMarkdown = extension === '.md';
    await write(file, isMarkdown ? linkedMarkdown(new TextDecoder().decode(bytes), fileOf) : bytes);
    onFile?.(++done, total);
  }
  await write('method.html', await text(site, '/method'));
  await write('index.html', print(listPage(pages)));
  await write('favicon.svg', await text(site, '/favicon.svg'));
  const { text: script } = await buildElementScript();
  await write(SCRIPT_FILE, `(()=>{"use strict";${script}})();\n`); // a classic script's names would be the page's
  return pages.map(pageFile);
}

/** The pages that are wanted, and the rankings that comparisons among them lead to. */
async function pagesOf(
  release: BuiltRelease,
  wanted: readonly string[],
  publishedAt: string,
): Promise<Rendered[]> {
  const linksByPage = new Map<string, readonly string[]>();
  const site = await memorySite(release, {
    publishedAt,
    toDocument(html) {
      linksByPage.set(canonicalOf(html), linksOf(html));
      return '';
    },
  });
  const rendered = new Map<string, Rendered>();
  const add = async (written: string) => {
    const path = await canonicalPath(site, written);
    if (rendered.has(path)) return;
    const document = JSON.parse(await text(site, formPath(path, '.json'))) as ComparisonDocument;
    const links = linksByPage.get(path)!;
    rendered.set(path, { path, files: filesOf(path), document, links });
    const ranking = links.find((link) => link.startsWith('/rank/'));
    if (path.startsWith('/compare/') && ranking !== undefined) await add(ranking);
  };
  for (const one of wanted) await add(pagePath(one));
  return [...rendered.values()];
}

function pageFile({ files: [first] }: Rendered): string {
  return first!.file;
}

/** @throws Error with what the Worker says of an address that it refuses */
async function canonicalPath(site: MemorySite, path: string): Promise<string> {
  const response = await site.fetch(path);
  const moved = response.headers.get('Location');
  if (response.status === 308 && moved !== null) return canonicalPath(site, moved);
  if (response.ok) return path;
  const { title, detail } = (await response.json()) as { title: string; detail?: string };
  throw new Error(`${path}: ${detail ?? title}`);
}

async function answered(site: MemorySite, path: string): Promise<Response> {
  const response = await site.fetch(path);
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}, ${await response.text()}`);
  return response;
}

async function text(site: MemorySite, path: string): Promise<string> {
  return (await answered(site, path)).text();
}

function formPath(page: string, extension: string): string {
  return page.replace(/(?=\?|$)/, extension);
}

/** Every address of the site that a page leads to. */
function linksOf(node: Markup | string): string[] {
  if (typeof node === 'string') return [];
  const { href } = node.attrs;
  const own = typeof href === 'string' && href.startsWith('/') ? [href] : [];
  return [...own, ...node.children.flatMap(linksOf)];
}

/** Files by the addresses that lead to them: those of their forms, and pages that ask the same. */
async function linkedFiles(
  site: MemorySite,
  pages: readonly Rendered[],
): Promise<Map<string, string>> {
  const files = new Map([
    ['/', 'index.html'],
    ['/#comparisons', 'index.html'],
    ['/method', 'method.html'],
    ['/favicon.svg', 'favicon.svg'],
    ...pages.flatMap((one) => one.files.map(({ path, file }) => [path, file] as const)),
  ]);
  const byQuestion = new Map<string, Rendered>();
  for (const one of pages.toReversed()) byQuestion.set(documentQuestion(one.document), one); // the first stays
  const links = pages.flatMap((one) => [
    ...one.links,
    ...Object.values(one.document.links).filter((link) => /^\/(compare|rank)\//.test(link)),
  ]);
  for (const link of new Set(links)) {
    if (files.has(link) || !/^\/(compare|rank)\/[^?]*(?<!\.\w+)(\?|$)/.test(link)) continue;
    const response = await site.fetch(formPath(link, '.json'));
    if (!response.ok) continue;
    const document = (await response.json()) as ComparisonDocument;
    const same = byQuestion.get(documentQuestion(document));
    if (same !== undefined) files.set(link, withTargets(pageFile(same), document, same.document));
  }
  return files;
}

/** A page's file at other targets than its own. */
function withTargets(
  file: string,
  { targets }: ComparisonDocument,
  own: ComparisonDocument,
): string {
  const isOwn = targets === undefined || targets.join() === own.targets.join();
  return isOwn ? file : `${file}?at=${targets.join()}`;
}

/** The document for the element, with the files of its forms for links; `null` for a ranking. */
function elementDocument(rendered: Rendered): string | null {
  const { document, files } = rendered;
  if (!('sides' in document)) return null;
  const page = pageFile(rendered);
  const own = new Map(files.map(({ path, file }) => [path, file]));
  const forms = Object.entries(document.links).flatMap(([name, path]) => {
    const file = own.get(path);
    return file === undefined ? [] : [[name, file]];
  });
  const links = { ...Object.fromEntries(forms), page, specific: page, pinned: page };
  return JSON.stringify({ ...document, links });
}

function listPage(pages: readonly Rendered[]): Markup {
  const links = pages.map(({ path, document: { title } }) => ({ label: title, href: path }));
  const { comparisons } = en.page;
  const head = { title: SITE_NAME, description: comparisons, canonical: null };
  return page(en, head, h('h1', { class: 'solo' }, comparisons), linkList(links));
}
