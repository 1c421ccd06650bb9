import { expect, test } from 'vitest';
import { PARAMETERS, RANK_KEYS } from '../../src/schema/query-parameters.ts';
import { PLACES } from '../../src/view/embed/places.ts';
import { en } from '../../src/view/words/en/index.ts';
import { isKnown, questionOf } from '../../widgets/rank-question.ts';
import { ORIGIN, Site } from './site.ts';
import { addFiles } from './widget-files.ts';

const BUILDER = '/embed-builder/rank/gptoss-120b/8k1k';

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The code by its kind. */
async function codesOf(site: Site, path: string): Promise<Record<string, string>> {
  const first = await site.fetch(path);
  const moved = first.headers.get('Location');
  const response = moved === null ? first : await site.fetch(moved);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  const html = await response.text();
  const codes = [...html.matchAll(/<code id="code-(\w+)">(.*?)<\/code>/gs)];
  return Object.fromEntries(codes.map(([, kind, code]) => [kind!, unescaped(code!)]));
}

test('every code leads to the question as it stands today, live', async () => {
  const site = new Site();
  const codes = await codesOf(site, `${BUILDER}?hardware=b200,h200&theme=dark`);
  expect(Object.keys(codes)).toEqual([
    'element',
    'jsx',
    'iframe',
    'address',
    'markdown',
    'picture',
    'image',
    'link',
  ]);
  const { at } = await (await site.fetch('/rank/gptoss-120b/8k1k.json')).json<{ at: number }>();
  const query = `at=${at}&basis=measured&by=cost&hardware=b200,h200&speed=median-tpot`;
  expect(codes['address']).toBe(`${ORIGIN}/embed/rank/gptoss-120b/8k1k?${query}&theme=dark`);
  expect(codes['picture']).toBe(`${ORIGIN}/rank/gptoss-120b/8k1k.png?${query}&theme=dark`);
  expect(codes['link']).toContain(
    `href="${`${ORIGIN}/rank/gptoss-120b/8k1k?${query}`.replaceAll('&', '&amp;')}"`,
  );
  for (const kind of ['element', 'jsx']) {
    expect(codes[kind]).toMatch(/<matchpoint-rank src="[^"]+" theme="dark" style=/);
    expect(unescaped(codes[kind]!)).toContain(`src="${ORIGIN}/rank/gptoss-120b/8k1k?${query}"`);
    expect(unescaped(codes[kind]!)).toContain(`<img src="${codes['picture']}"`);
  }
  expect(codes['iframe']).toMatch(
    /^<iframe src="[^"]+" title="What is cheapest [^"]+" width="100%" height="\d+"/,
  );
  const [, png, page] = /^\[!\[What is cheapest .*\]\((https:\S*)\)\]\((https:\S*)\)$/.exec(
    codes['markdown']!,
  )!;
  expect(png).toBe(codes['picture']);
  expect(page).toBe(`${ORIGIN}/rank/gptoss-120b/8k1k?${query}`);
  for (const address of [
    codes['address']!,
    codes['picture']!.replace('.png', '.json').replace('&theme=dark', ''),
  ]) {
    expect((await site.fetch(address.slice(ORIGIN.length))).status).toBe(200);
  }
});

test('pinned code names the release, in every address', async () => {
  const site = new Site();
  const codes = await codesOf(site, `${BUILDER}?at=100&pin=true`);
  for (const code of Object.values(codes)) {
    for (const [address] of code.matchAll(/https:[^"\s)]*\/rank\/[^"\s)]*/g)) {
      expect(address).toContain('release=');
    }
  }
});

test('scripts are hashed, with their integrity, and the moving ones only on request', async () => {
  const site = new Site();
  const hashed = { rank: 'matchpoint-rank.0123456789ab.js', resize: 'resize.0123456789ab.js' };
  await addFiles(site, {
    'matchpoint-rank.js': 'rank();',
    [hashed.rank]: 'rank();',
    'resize.js': 'fit();',
    [hashed.resize]: 'fit();',
  });
  const codes = await codesOf(site, `${BUILDER}?at=100`);
  // printf 'rank();' | openssl dgst -sha384 -binary | base64
  const integrity = 'sha384-AKl//jzzd0G6I4db9CtHg2pXbCAibf5wCTlBUddkVVY08xA09+u9SijjbPFAdVCe';
  const tag = `src="${ORIGIN}/widgets/${hashed.rank}" integrity="${integrity}"`;
  expect(codes['element']).toContain(`<script type="module" ${tag} crossorigin=""></script>`);
  expect(codes['jsx']).toContain(`<script async type="module" ${tag} crossOrigin="" />`);
  expect(codes['iframe']).toMatch(/\/resize\.0123456789ab\.js" integrity="sha384-/);

  const moving = await codesOf(site, `${BUILDER}?at=100&moving=true`);
  const src = (name: string) => `<script type="module" src="${ORIGIN}/widgets/${name}"></script>`;
  expect(moving['element']).toContain(src('matchpoint-rank.js'));
  expect(moving['iframe']).toContain(src('resize.js'));
  const html = await (await site.fetch(`${BUILDER}?at=100&moving=true`)).text();
  expect(html).toContain('<input type="checkbox" name="moving" value="true" checked>');
  expect(html).not.toContain('<input type="hidden" name="moving"');
  const policy = `script-src ${ORIGIN}; connect-src ${ORIGIN}; img-src ${ORIGIN}`;
  expect(html.split('id="code-element"')[1]).toContain(`<code>${policy}</code>`);
});

test('the element is there for every question that its script can answer, and for no other', async () => {
  const site = new Site();
  const examples = RANK_KEYS.flatMap((key) => {
    const example = key === 'at' ? '100' : PARAMETERS[key].example; // one target
    return example === null ? [] : `${key}=${example}`;
  });
  const others =
    'x=e2el x=interactivity points=all points=frontier usd.b200=3 hardware=b200 vendor=nvidia show=best speed=median-tpot rows=b200-fp4';
  const offered = new Set<boolean>();
  for (const query of [...examples, ...others.split(' ')]) {
    const codes = await codesOf(site, `${BUILDER}?${query}`);
    const [, page] = /href="([^"]*)"/.exec(codes['link']!)!;
    const isOffered = 'element' in codes;
    expect([query, isOffered]).toEqual([query, isKnown(questionOf(new URL(unescaped(page!))))]);
    offered.add(isOffered);
  }
  expect(offered.size).toBe(2);
});

test('the form keeps what was asked, and the page leads to it', async () => {
  const site = new Site();
  const html = await (await site.fetch(`${BUILDER}?at=100&ttft=2`)).text();
  expect(html).toContain('<input type="hidden" name="ttft" value="2">');
  const page = await (await site.fetch('/rank/gptoss-120b/8k1k?at=100&ttft=2')).text();
  expect(page).toContain(`href="${ORIGIN}${BUILDER}?at=100&amp;ttft=2"`);
});

test('the form has a field for the target, and none where a cost is in its place', async () => {
  const site = new Site();
  const formOf = async (query: string) => {
    const html = await (await site.fetch(`${BUILDER}${query}`)).text();
    return html.slice(html.indexOf('<form action="/embed-builder/rank'));
  };
  const field = (value: string) => `<input name="at" value="${value}" inputmode="decimal">`;
  expect(await formOf('?at=100&show=all')).toContain(field('100'));
  expect(await formOf('?at=100&show=all')).not.toContain('type="hidden" name="at"');
  expect(await formOf('')).toContain(field(''));
  const byCost = await formOf('?cost=0.3');
  expect(byCost).not.toContain('name="at"');
  expect(byCost).toContain('<input type="hidden" name="cost" value="0.3">');
});

test.each(['?at=100', '?at=100&points=all'])(
  '%s has the places that take its code',
  async (query) => {
    const site = new Site();
    const html = await (await site.fetch(`${BUILDER}${query}`)).text();
    const codes = [...html.matchAll(/<code id="code-(\w+)">/g)].map(([, kind]) => kind);
    const linked = [...html.matchAll(/href="#code-(\w+)"/g)].map(([, kind]) => kind);
    expect(linked.length).toBeGreaterThan(8);
    expect(codes).toEqual(expect.arrayContaining(linked));
    const shown = PLACES.filter(({ key }) =>
      html.includes(`<summary>${en.places[key].name}</summary>`),
    );
    const fitting = PLACES.filter(({ takes }) => takes.some((kind) => codes.includes(kind)));
    expect(shown).toEqual(fitting);
    expect(fitting.length === PLACES.length).toBe(query === '?at=100');
  },
);

test('what it looks like is shown on a light and on a dark page, whatever theme the code has', async () => {
  const site = new Site();
  for (const theme of ['', '&theme=dark']) {
    const html = await (await site.fetch(`${BUILDER}?at=100${theme}`)).text();
    const frames = [...html.matchAll(/<iframe[^>]* src="([^"]*)"/g)].map(
      ([, src]) => new URL(unescaped(src!)).searchParams,
    );
    expect(frames.map((query) => query.get('theme'))).toEqual(['light', 'dark']);
    expect(frames.map((query) => query.get('at'))).toEqual(['100', '100']);
  }
});
