import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { INTERNAL_NAMES } from '../../data/widgets/script.ts';
import { documentOf } from './documents.ts';
import { DOCUMENTS, REFERENCE_PATH, eventsOf, htmlOf, idle, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const ELEMENT = `<matchpoint-compare editable view="chart table card" src="HOST${REFERENCE_PATH}"></matchpoint-compare>`;
const NEEDED = "default-src 'none'; connect-src HOST; img-src HOST; style-src 'none'";

/** What an element is to the code that draws it, as data. */
const TREE = '{"tag":"img","attrs":{"src":"/x","onerror":"globalThis.pwned=1"},"children":[]}';

describe('policies', () => {
  const cases = [
    { name: 'strict', csp: `${NEEDED}; script-src HOST`, nonce: '' },
    {
      name: 'nonce and strict-dynamic',
      csp: `${NEEDED}; script-src 'nonce-abc' 'strict-dynamic'`,
      nonce: 'nonce="abc"',
    },
    {
      name: 'Trusted Types',
      csp: `${NEEDED}; script-src HOST; require-trusted-types-for 'script'; trusted-types 'none'`,
      nonce: '',
    },
  ];
  test.each(cases)('$name: drawn, styled and editable', async ({ csp, nonce }) => {
    const violations: string[] = [];
    const page = await rig.open(ELEMENT, {
      csp,
      noScript: true,
      noWait: true,
      head: `<script type="module" ${nonce} src="HOST/widgets/matchpoint.js"></script>`,
    });
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
    });
    await page.locator('figure').waitFor();
    expect(await page.locator('.band').evaluate((band) => getComputedStyle(band).fill)).not.toBe(
      'rgb(0, 0, 0)',
    );
    const slider = page.getByRole('slider').first();
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('table.wide thead th').nth(1).innerText()).toBe('94');
    const box = await slider.boundingBox();
    expect(box!.height).toBeGreaterThan(100); // placed over the chart by custom properties
    expect(violations).toEqual([]);
    expect(await eventsOf(page)).toEqual(['load', 'change']);
    await page.close();
  });
});

test('labels from data are text', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'</script><script>alert(1)</script>';
  const reference = DOCUMENTS[REFERENCE_PATH]!;
  const json = documentOf(
    {
      ...reference,
      title: evil,
      sides: reference.sides.map((side) => ({
        ...side,
        label: evil,
        sources: [{ ...side.sources[0]!, url: 'javascript:alert(1)', attribution: evil }],
      })),
      notices: [
        {
          code: 'excluded-run',
          severity: 'info',
          facts: { runs: [evil], reason: evil, url: null },
        },
      ],
    },
    rig.host.origin,
  );
  const links = { ...json.links, page: 'javascript:alert(1)', png: 'javascript:alert(2)' };
  rig.host.answers['/evil.json'] = {
    type: 'application/json',
    body: JSON.stringify({ ...json, summary: [evil], links }),
  };
  const page = await rig.open(
    '<matchpoint-compare editable view="chart table card" src="HOST/evil.json"></matchpoint-compare>',
  );
  const root = page.locator('matchpoint-compare');
  expect(await root.locator('script, [onerror]').count()).toBe(0);
  expect(await root.locator('strong').innerText()).toBe(evil);
  const addresses = await root
    .locator('a, img')
    .evaluateAll((list) => list.map((a) => `${a.getAttribute('href')} ${a.getAttribute('src')}`));
  expect(addresses.join(' ')).not.toContain('javascript:');
  expect(await eventsOf(page)).toEqual(['load']);
  await page.close();
});

test.each([
  { name: 'a title', at: /"title":"[^"]*"/, with: `"title":${TREE}` },
  { name: 'a sentence', at: /"summary":\[[^\]]*\]/, with: `"summary":[${TREE}]` },
  { name: 'a label', at: /"label":"MTP"/, with: `"label":${TREE}` },
])('$name in the shape of an element is text too', async ({ at, with: tree }) => {
  const json = JSON.stringify(documentOf(DOCUMENTS[REFERENCE_PATH]!, rig.host.origin));
  expect(json).toMatch(at);
  const inline = `<script type="application/json">${json.replace(at, tree)}</script>`;
  const page = await rig.open(`<matchpoint-compare editable>${inline}</matchpoint-compare>`, {
    noWait: true,
  });
  await expect.poll(() => eventsOf(page)).not.toEqual([]);
  expect(await page.locator('matchpoint-compare img').count()).toBe(0);
  await idle(page, rig.host);
  expect(await page.evaluate('globalThis.pwned')).toBe(undefined);
  await page.close();
});

test.each([
  { interactivity: 93, throughput: 0 },
  { interactivity: 93, throughput: null },
  { interactivity: 93, throughput: '4729' },
  { interactivity: 93, throughput: 1e300 },
  { interactivity: -5, throughput: 4729 },
  { interactivity: 1e17, throughput: 4729 },
])('a point of $interactivity, $throughput does not stop the page', async (point) => {
  const document = documentOf(DOCUMENTS[REFERENCE_PATH]!, rig.host.origin);
  const [first, ...sides] = document.sides;
  const knots = [{ ...first!.knots[0]!, ...point }, ...first!.knots.slice(1)];
  const json = JSON.stringify({ ...document, sides: [{ ...first!, knots }, ...sides] });
  const page = await rig.open(
    `<matchpoint-compare><script type="application/json">${json}</script>Fallback</matchpoint-compare>`,
    { noWait: true },
  );
  await expect.poll(() => eventsOf(page)).toEqual(['error']);
  expect(await page.getByText('Fallback').isVisible()).toBe(true);
  await page.close();
});

test('what readers do in its children is not taken for its own', async () => {
  const page = await rig.open(
    `<matchpoint-compare loading="eager" src="HOST/compare/no/x/a-vs-b"><button>Again</button>
     <input aria-label="Mail" name="at"></matchpoint-compare>`,
    { noWait: true, permissions: ['clipboard-read', 'clipboard-write'] },
  );
  await expect.poll(() => eventsOf(page)).toEqual(['error']);
  await page.evaluate(() => navigator.clipboard.writeText('theirs'));
  await page.getByRole('button', { name: 'Again' }).click();
  await page.getByLabel('Mail').fill('100');
  await page.getByRole('heading').click();
  await idle(page, rig.host);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('theirs');
  expect(await eventsOf(page)).toEqual(['error']);
  expect(rig.host.asked.filter((path) => path.endsWith('.json'))).toHaveLength(1);
  await page.close();
});

test('no cookie is sent, nothing is stored, no global is made', async () => {
  const page = await rig.open('<p>Without</p>', { noScript: true, noWait: true });
  const before = await page.evaluate(() => Object.getOwnPropertyNames(globalThis).length);
  await page.addScriptTag({ type: 'module', url: `${rig.host.origin}/widgets/matchpoint.js` });
  await page.evaluate((src) => {
    const element = document.createElement('matchpoint-compare');
    element.setAttribute('src', src);
    document.body.append(element);
  }, `${rig.host.origin}${REFERENCE_PATH}`);
  await page.locator('figure').waitFor();
  expect(await page.evaluate(() => Object.getOwnPropertyNames(globalThis).length)).toBe(before);
  expect(await page.evaluate(() => document.cookie.length + localStorage.length)).toBe(0);
  expect(new Set(rig.host.asked)).toEqual(
    new Set(['/widgets/matchpoint.js', `${REFERENCE_PATH}.json`]),
  );
  await page.close();
});

test('no cookie is sent to any origin, its own among them', async () => {
  const page = await rig.open('<p>Before</p>', { noScript: true, noWait: true });
  const body = htmlOf(
    rig.host.origin,
    `<matchpoint-compare src="HOST${REFERENCE_PATH}"></matchpoint-compare>`,
  );
  const { answers, origin } = rig.host;
  answers['/own'] = { type: 'text/html', body };
  rig.blog.answers['/other'] = { type: 'text/html', body };
  await page.context().addCookies([{ name: 'a', value: 'b', url: origin }]);
  for (const address of [`${origin}/own`, `${rig.blog.origin}/other`]) {
    const asked = page.waitForRequest(/\.json/);
    await page.goto(address);
    const headers = await (await asked).allHeaders();
    expect(headers['cookie']).toBeUndefined();
  }
  await page.close();
});

test('no name that is shortened in the script is one of the browser', async () => {
  const page = await rig.open('<p>Without</p>', { noScript: true, noWait: true });
  const taken = await page.evaluate((names) => {
    const kinds = [Element, HTMLElement, HTMLInputElement, HTMLOptionElement, CSSStyleSheet, URL];
    const others = [Event, CustomEvent, IntersectionObserverEntry, Response, AbortSignal, Text];
    return names.filter((name) => [...kinds, ...others].some(({ prototype }) => name in prototype));
  }, INTERNAL_NAMES);
  expect(taken).toEqual([]);
  await page.close();
});
