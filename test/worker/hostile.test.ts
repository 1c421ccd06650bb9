import Papa from 'papaparse';
import { CONSTANT_SCRIPTS } from '../../src/view/page/page.ts';
import { expect, test } from 'vitest';
import { BROWSER, Site } from './site.ts';

/** Every label and source of this release holds markup, a formula, a table cell and a link. */
const site = new Site(['hostile']);
const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

async function text(path: string, init: RequestInit = {}): Promise<string> {
  const response = await site.fetch(path, init);
  expect(response.status).toBe(200);
  return response.text();
}

test.each([REFERENCE, '/', '/search?q=qwen', `${REFERENCE}.chart.svg`, '/sitemap.xml'])(
  'markup in labels stays text: %s',
  async (path) => {
    const body = await text(path, { headers: BROWSER });
    expect(body).not.toMatch(/<img src=x/);
    expect(body).not.toMatch(/(href|src|action)="\s*javascript:/);
    const tags = body.replaceAll(/"[^"]*"/g, '""'); // what stands in quotes is no attribute
    expect(tags).not.toMatch(/<[^>]*\son[a-z]+=/);
    const scripts = body.match(/<script[^>]*>[^]*?<\/script>/g) ?? [];
    const foreign = scripts.filter(
      (script) => !CONSTANT_SCRIPTS.some((constant) => script.includes(constant)),
    );
    for (const script of foreign) {
      expect(script).toMatch(/^<script (type="application\/ld\+json">|[^>]*src="\/widgets\/)/);
      expect(script.slice(8, -9)).not.toContain('</');
    }
  },
);

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
