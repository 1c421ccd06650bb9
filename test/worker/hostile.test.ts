import Papa from 'papaparse';
import { Parser } from 'commonmark';
import { beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../src/routes/routes.ts';
import { EMBED_BLOCKS } from '../../src/view/embed/frame-document.ts';
import { CONSTANT_SCRIPTS } from '../../src/view/page/page.ts';
import { parsedXml } from './parsed-xml.ts';
import type { Tag } from './parsed-xml.ts';
import { BROWSER, ORIGIN, Site } from './site.ts';
import { EXAMPLE_FILES, addFiles } from './widget-files.ts';

/** Every label and source of this release holds markup, a formula, a table cell and a link. */
const site = new Site(['hostile']);
const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';
beforeAll(() => addFiles(site, EXAMPLE_FILES));

async function text(path: string, init: RequestInit = {}): Promise<string> {
  const response = await site.fetch(path, init);
  expect(response.status).toBe(200);
  return response.text();
}

/** What example addresses leave out: searches that find, refusals that say what was asked, other media. */
const FURTHER = [
  '/search?q=qwen',
  '/search.json?q=qwen',
  '/search?q=%3Cimg%20src=x%20onerror=alert(1)%3E',
  `${REFERENCE}?theme=dark&at=93,124`,
  '/rank/deepseek-r1/8k1k?at=60&show=all',
  '/rank/deepseek-r1/8k1k.csv?at=60&show=all',
  '/rank/deepseek-r1/8k1k.md?at=60&show=all',
  '/compare/qwen-3-5/b300-fp4/mtp-vs-%3Csvg%20onload=x%3E',
  '/rank/deepseek-r1/%22%3E%3Cscript%3E',
];
const ADDRESSES = [...new Set([...ROUTES.flatMap(({ examples }) => examples), ...FURTHER])].filter(
  (path) => !/\.png/.test(path), // pixels
);
const OWN_SCRIPTS = [...CONSTANT_SCRIPTS, ...EMBED_BLOCKS.scripts];
const LINKS = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data']);
/** No source of this release has a web address. */
const OWN_LINK = new RegExp(`^(${ORIGIN}|/|#)`);

/** Addresses whose answer had a label in it. */
const withLabels = new Set<string>();

interface Seen {
  readonly tags: readonly Tag[];
  /** text of each script element */
  readonly scripts: readonly { readonly tag: Tag; readonly text: string }[];
}

/** What an HTML parser makes of a document. */
async function parsedHtml(html: string): Promise<Seen> {
  const tags: Tag[] = [];
  const scripts: { tag: Tag; text: string }[] = [];
  const rewriter = new HTMLRewriter()
    .on('*', {
      element({ tagName, attributes }) {
        const tag = { name: tagName, attributes: Object.fromEntries(attributes) };
        tags.push(tag);
        if (tagName === 'script') scripts.push({ tag, text: '' });
      },
    })
    .on('script', {
      text({ text: part }) {
        scripts.at(-1)!.text += part;
      },
    });
  await rewriter.transform(new Response(html)).text();
  return { tags, scripts };
}

/** Nothing in a tag runs, or leads to where a label says. */
function expectHarmless({ name, attributes }: Tag): void {
  for (const [key, value] of Object.entries(attributes)) {
    expect(`${name} ${key}`).not.toMatch(/ on|=|<|"|'/);
    expect(`${name} ${key}`).not.toBe('base href');
    if (!LINKS.has(key)) continue;
    expect(value).toMatch(/^(https?:\/\/|\/|#|\?|\.|data:image\/|[\w/.-]+$|$)/);
    expect(value).not.toMatch(/^x$|\n/);
  }
}

async function expectHtml(html: string): Promise<void> {
  const { tags, scripts } = await parsedHtml(html);
  for (const tag of tags) expectHarmless(tag);
  expect(tags.filter(({ name }) => ['object', 'embed', 'applet'].includes(name))).toEqual([]);
  for (const { tag, text: script } of scripts) {
    if (OWN_SCRIPTS.some((own) => own === script)) continue;
    if (
      tag.attributes.type === 'application/ld+json' ||
      tag.attributes.type === 'application/json'
    ) {
      expect(script).not.toContain('</');
      JSON.parse(script);
    } else {
      expect(script.trim()).toBe('');
      expect(tag.attributes.src).toMatch(/^\/widgets\//);
    }
  }
}

function expectXml(xml: string): void {
  for (const tag of parsedXml(xml)) {
    expectHarmless(tag);
    expect(tag.name).not.toMatch(/script|foreignObject|iframe|animate|^set$/i);
  }
}

function expectMarkdown(markdown: string): void {
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { type, destination } = step.node;
    expect(type).not.toMatch(/^html_/);
    if (type === 'link' || type === 'image') expect(destination).toMatch(OWN_LINK);
  }
}

function expectCsv(csv: string): void {
  const { data, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data.length).toBeGreaterThan(1);
  for (const row of data) {
    expect(row).toHaveLength(data[0]!.length);
    const texts = row.filter((cell) => Number.isNaN(Number(cell)));
    for (const cell of texts) expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
  }
}

/** Fails where labels or sources got out of their place in an answer of that type. */
async function expectSafe(type: string, body: string): Promise<void> {
  if (type.startsWith('text/html')) await expectHtml(body);
  else if (/^(image\/svg\+xml|application\/xml)/.test(type)) expectXml(body);
  else if (/json/.test(type)) await expectJson(JSON.parse(body));
  else if (type.startsWith('text/csv')) expectCsv(body);
  else if (type.startsWith('text/markdown')) expectMarkdown(body);
  else expect(type).toMatch(/^text\/(plain|javascript)/);
}

/** What an oEmbed answer has as markup for other pages is as safe as a page. */
async function expectJson(value: unknown): Promise<void> {
  const html = (value as { html?: unknown } | null)?.html;
  if (typeof html === 'string') await expectHtml(html);
}

test.each(ADDRESSES)('%s: labels and sources stay text', async (path) => {
  for (const init of [{}, { headers: BROWSER }, { headers: { Accept: 'text/markdown' } }]) {
    const first = await site.fetch(path, init);
    const location = first.headers.get('Location');
    const response = first.status === 308 ? await site.fetch(location!, init) : first;
    if (!FURTHER.includes(path)) expect(response.status).toBe(200);
    expect(response.status).toBeLessThan(500);
    const body = await response.text();
    if (body.includes('onerror')) withLabels.add(path);
    await expectSafe(response.headers.get('Content-Type')!, body);
  }
});

test('most of these answers have such labels in them', () => {
  expect(withLabels.size).toBeGreaterThan(ADDRESSES.length / 2);
});

test('no cell of the CSV is a formula, and the rows stay whole', async () => {
  const csv = await text(`${REFERENCE}.csv`);
  const { data, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1 + 3 * 2);
  for (const row of data) {
    expect(row).toHaveLength(data[0]!.length);
    for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  }
  expect(data[1]![2]).toMatch(/^'=1\+1\|<img/);
});

test('a label cannot leave its place in the Markdown', async () => {
  const markdown = await text(`${REFERENCE}.md`);
  expect(markdown).not.toMatch(/<img/);
  expect(markdown).not.toMatch(/(?<!\\)\]\(javascript:/);
  expect(markdown).not.toMatch(/^# x/m);
  const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((row) => row.match(/(?<!\\)\|/g)!.length);
  expect(new Set(cells)).toEqual(new Set([10, 6])); // two tables: nine columns and five
});

test('the JSON says labels as they are', async () => {
  const { title, sides } = await site.document(`${REFERENCE}.json`);
  expect(title).toContain('<img src=x onerror=alert(1)>');
  expect(sides[0]?.label).toContain('=1+1|');
  const response = await site.fetch(`${REFERENCE}.json`);
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
});
