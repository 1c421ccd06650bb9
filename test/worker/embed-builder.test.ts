import { expect, test } from 'vitest';
import { BUILDER as ROUTE } from '../../src/routes/embed-builder.ts';
import { Site } from './site.ts';

const BUILDER = '/embed-builder?c=qwen-3-5/b300-fp4/mtp-vs-off';
const SPECIFIC =
  'https://matchpoint.example/compare/qwen-3-5/b300-fp4-1k1k/mtp-vs-off?at=93,124,154&amp;basis=published';

test.each(ROUTE.examples)('%s is a page', async (path) => {
  const response = await new Site().fetch(path);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<form action="/embed-builder" method="get"');
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
  expect(await codeOf(site, '', 'element')).toContain(`<matchpoint-compare src="${SPECIFIC}">`);
  expect(await codeOf(site, '&pin=true&editable=true&view=table', 'element')).toMatch(
    /basis=published&amp;release=[0-9a-f]{12}" view="table" editable="">/,
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
