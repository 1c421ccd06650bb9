import { describe, expect, test } from 'vitest';
import { BUILDER as ROUTE } from '../../src/routes/embed-builder.ts';
import { PLACES } from '../../src/view/embed/places.ts';
import { en } from '../../src/view/words/en/index.ts';
import { Site } from './site.ts';
import { addFiles } from './widget-files.ts';

const BUILDER = '/embed-builder?c=qwen-3-5/b300-fp4/mtp-vs-off';
const SPECIFIC =
  'https://matchpoint.example/compare/qwen-3-5/b300-fp4-1k1k/mtp-vs-off?at=93,124,154&amp;basis=published';

test.each(ROUTE.examples)('%s is a page', async (path) => {
  const response = await new Site().fetch(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<form action="/embed-builder" method="get"');
});

test('comparisons are chosen by their titles, one that is not listed too', async () => {
  const site = new Site();
  const optionOf = (html: string, id: string) =>
    new RegExp(`<option value="${id}"( selected)?>([^<]*)</option>`).exec(html)!.slice(1);
  const listed = 'qwen-3-5/b300-fp4/mtp-vs-off';
  expect(optionOf(await pageOf(site, '/embed-builder'), listed)).toEqual([
    undefined,
    'Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off',
  ]);
  const other = 'qwen-3-5/b300-fp4-1k1k/mtp-vs-off';
  const html = await pageOf(site, `/embed-builder?c=${other}`);
  expect(optionOf(html, other)).toEqual([
    ' selected',
    'Qwen 3.5 397B-A17B on B300 FP4 1k/1k: MTP vs Off',
  ]);
  expect(optionOf(html, listed)[0]).toBeUndefined();
  expect(await pageOf(site, '/embed-builder?c=no-such/b300/mtp-vs-off')).toContain(
    '<option value="no-such/b300/mtp-vs-off" selected>no-such/b300/mtp-vs-off</option>',
  );
});

/** The page, under whatever spelling a form sends. */
async function pageOf(site: Site, path: string): Promise<string> {
  const first = await site.fetch(path);
  const moved = first.headers.get('Location');
  return (moved === null ? first : await site.fetch(moved)).text();
}

/** The code of one kind, as it stands in the page. */
async function codeOf(site: Site, query: string, kind: string): Promise<string> {
  const html = await pageOf(site, `${BUILDER}${query}`);
  const escaped = html.match(new RegExp(`<code id="code-${kind}">([^<]*)</code>`))![1]!;
  return escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('the element names the specific address, and is pinned only on request', async () => {
  const site = new Site();
  expect(await codeOf(site, '', 'element')).toContain(
    `<matchpoint-compare src="${SPECIFIC}" style="`,
  );
  expect(await codeOf(site, '&pin=true&editable=true&view=table', 'element')).toMatch(
    /basis=published&amp;release=[0-9a-f]{12}" view="table" editable="" style="[^"]*">/,
  );
});

test('the other kinds', async () => {
  const site = new Site();
  expect(await codeOf(site, '&theme=dark', 'iframe')).toMatch(
    /^<iframe src="https:\/\/matchpoint\.example\/embed\/qwen-3-5\/[^"]*&amp;theme=dark" title="Qwen/,
  );
  expect(await codeOf(site, '', 'markdown')).toMatch(
    /^\[!\[Throughput per GPU .*\]\(https:\/\/matchpoint\.example\/compare\/qwen-3-5\/b300-fp4-1k1k\/mtp-vs-off\.png\?at=93,124,154&basis=published\)\]\(https:/,
  );
  expect(await codeOf(site, '', 'inline')).toContain(
    '<script type="application/json">{"version":1',
  );
});

test('data that are carried along lead where the snippet does, pictures have its theme', async () => {
  const site = new Site();
  const inline = await codeOf(site, '&pin=true&theme=dark', 'inline');
  const json = /<script type="application\/json">(.*?)<\/script>/.exec(inline)![1]!;
  const { links } = JSON.parse(json) as { links: Record<string, string> };
  expect(links['page']).toMatch(/b300-fp4-1k1k\/mtp-vs-off\?.*release=[0-9a-f]{12}$/);
  expect(links['png']).toMatch(/b300-fp4-1k1k\/mtp-vs-off\.png\?.*release=[0-9a-f]{12}$/);
  for (const kind of ['markdown', 'image']) {
    expect(await codeOf(site, '&theme=dark', kind)).toMatch(/\.png\?[^"()]*theme=dark/);
    expect(await codeOf(site, '', kind)).not.toContain('theme=');
  }
});

test('keeps what the form has no field for', async () => {
  const path =
    '/embed-builder?c=qwen-3-5/b300-fp4/mtp-vs-off&metrics=cost,throughput&usd=3&view=table,chart';
  const html = await (await new Site().fetch(path)).text();
  expect(html).toContain('<input type="hidden" name="usd" value="3">');
  expect(html).toContain('<input type="hidden" name="metrics" value="cost,throughput">');
  expect(await codeOf(new Site(), '&metrics=cost,throughput', 'element')).toContain(
    'metrics="cost,throughput"',
  );
  expect(html).toContain('<option value="table,chart" selected>');
});

test('a form as browsers send it leads to the canonical address', async () => {
  const id = 'qwen-3-5/b300-fp4/mtp-vs-off';
  const sent = `/embed-builder?c=${encodeURIComponent(id)}&view=chart%2Ctable&theme=auto&at=&pin=true`;
  const moved = await new Site().fetch(sent);
  expect(moved.status).toBe(308);
  const canonical = `/embed-builder?c=${id}&pin=true&view=chart,table`;
  expect(moved.headers.get('Location')).toBe(canonical);
  expect((await new Site().fetch(canonical)).status).toBe(200);
  const whole = encodeURIComponent(`https://matchpoint.example/compare/${id}?at=100`);
  const ofAddress = await new Site().fetch(`/embed-builder?c=${whole}`);
  expect(ofAddress.headers.get('Location')).toBe(`/embed-builder?c=${id}`);
});

test('says what it cannot make, and what may have been meant', async () => {
  const site = new Site();
  const unread = await pageOf(site, '/embed-builder?c=qwen-3-5/b301-fp4/mtp-vs-off');
  expect(unread).toMatch(/role="alert">&quot;b301&quot; at position 9: [^<]*nearest: b300/);
  const unknown = await pageOf(site, '/embed-builder?c=qwen-3-6/b300-fp4/mtp-vs-off');
  expect(unknown).toContain('role="alert">qwen-3-6: no such model');
  const [, href] = /role="alert".*?href="([^"]+)"/s.exec(unknown)!;
  expect(href).toMatch(/^\/embed-builder\?c=qwen-3-5\//);
  expect(await pageOf(site, href!)).toContain('id="code-element"');
});

test('the iframe is as high as a narrow column needs, and fitted by a script of its own', async () => {
  const site = new Site();
  const name = 'resize.0123456789ab.js';
  await addFiles(site, { 'resize.js': 'fit();', [name]: 'fit();' });
  const code = await codeOf(site, '', 'iframe');
  const [, height] = /<iframe [^>]* width="100%" height="(\d+)"/.exec(code)!;
  expect(Number(height)).toBeGreaterThan(1600);
  expect(code).toMatch(
    new RegExp(
      `\n<script type="module" src="[^"]*/${name}" integrity="sha384-[^"]+" crossorigin="">`,
    ),
  );
  expect(await codeOf(site, '&moving=true', 'iframe')).toContain('/widgets/resize.js"></script>');
  expect(await codeOf(site, '&theme=dark', 'address')).toMatch(
    /^https:[^ ]*\/embed\/.*theme=dark$/,
  );
});

test('a badge in the theme that is chosen', async () => {
  const code = await codeOf(new Site(), '&theme=dark&pin=true', 'badge');
  expect(code).toMatch(/\/badge\/qwen-3-5\/[^)]*\.svg\?[^)]*release=[0-9a-f]{12}&theme=dark\)\]\(/);
});

describe('places', () => {
  test('each place of the words is there, and the other way round', () => {
    expect(PLACES.map(({ key }) => key)).toEqual(Object.keys(en.places));
  });

  test.each(PLACES)('$key leads to the code that it takes', async (place) => {
    const html = await pageOf(new Site(), BUILDER);
    const { name, text } = en.places[place.key];
    const [, shown = ''] = html.split(`<summary>${name}</summary>`);
    const own = shown
      .slice(0, shown.indexOf('</details>'))
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<');
    expect(own).toContain(text);
    const targets = [...own.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets).toEqual(place.takes.map((kind) => `code-${kind}`));
    for (const id of targets) expect(html).toContain(`<code id="${id}">`);
    expect(own.includes(':root { color-scheme: dark }')).toBe(place.lacksColorScheme === true);
  });

  test('are there before anything is chosen', async () => {
    const html = await pageOf(new Site(), '/embed-builder');
    expect(html).toContain(`<summary>${en.places.github.name}</summary>`);
    expect(html).not.toContain('href="#code-');
  });
});
