import { expect, test } from 'vitest';
import { ORIGIN, Site } from './site.ts';

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
  const response = await site.fetch(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  const html = await response.text();
  const codes = [...html.matchAll(/<code id="code-(\w+)">(.*?)<\/code>/gs)];
  return Object.fromEntries(codes.map(([, kind, code]) => [kind!, unescaped(code!)]));
}

test('every code leads to the question as it stands today, live', async () => {
  const site = new Site();
  const codes = await codesOf(site, `${BUILDER}?hardware=b200,h200&theme=dark`);
  expect(Object.keys(codes)).toEqual(['iframe', 'address', 'markdown', 'picture', 'image', 'link']);
  const { at } = await (await site.fetch('/rank/gptoss-120b/8k1k.json')).json<{ at: number }>();
  const query = `at=${at}&basis=measured&by=cost&hardware=b200,h200&speed=median-tpot`;
  expect(codes['address']).toBe(`${ORIGIN}/embed/rank/gptoss-120b/8k1k?${query}&theme=dark`);
  expect(codes['picture']).toBe(`${ORIGIN}/rank/gptoss-120b/8k1k.png?${query}&theme=dark`);
  expect(codes['link']).toContain(
    `href="${`${ORIGIN}/rank/gptoss-120b/8k1k?${query}`.replaceAll('&', '&amp;')}"`,
  );
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

test('the form keeps what was asked, and the page leads to it', async () => {
  const site = new Site();
  const html = await (await site.fetch(`${BUILDER}?at=100&ttft=2`)).text();
  expect(html).toContain('<input type="hidden" name="ttft" value="2">');
  const page = await (await site.fetch('/rank/gptoss-120b/8k1k?at=100&ttft=2')).text();
  expect(page).toContain(`href="${ORIGIN}${BUILDER}?at=100&amp;ttft=2"`);
});

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
