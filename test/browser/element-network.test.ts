import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reservingStyle } from '../../src/view/embed/reserve.ts';
import { en } from '../../src/view/words/en/index.ts';
import { documentOf } from './documents.ts';
import { DOCUMENTS, REFERENCE_PATH, eventsOf, idle, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { layoutShifts, watchShifts } from './layout-shifts.ts';
import { elementScript } from './made-once.ts';
import { pastedCode } from './host-posts.ts';
import { gate } from './sites.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const SRC = `HOST${REFERENCE_PATH}`;
const JSON_PATH = `${REFERENCE_PATH}.json`;
const PICTURE = `<img src="HOST/compare/${DOCUMENTS[REFERENCE_PATH]!.id}.png" alt="Fallback" width="1200" height="630" style="max-width:100%;height:auto">`;
const ELEMENT = `<matchpoint-compare src="${SRC}"><p>Fallback</p></matchpoint-compare>`;

/** Requests for documents that the host got. */
function documents(): string[] {
  return rig.host.asked.filter((path) => path.includes('.json'));
}

/** A document under a path of its own, so that no answer is from a cache. */
function servedAs(
  path: string,
  answer: { after?: Promise<void>; status?: number; body?: string },
  comparison = DOCUMENTS[REFERENCE_PATH]!,
) {
  const body = JSON.stringify(documentOf(comparison, rig.host.origin));
  rig.host.answers[`${path}.json`] = { type: 'application/json', body, ...answer };
  return `<matchpoint-compare src="HOST${path}"><p>Fallback</p></matchpoint-compare>`;
}

test('ten elements with one address make one request', async () => {
  const page = await rig.open(ELEMENT.replace('src', 'loading="eager" src').repeat(10));
  await expect.poll(() => eventsOf(page)).toHaveLength(10);
  expect(documents()).toEqual([JSON_PATH]);
  await page.close();
});

test('what a snippet preloads is what the element takes', async () => {
  const page = await rig.open(pastedCode(rig.host.origin, null), { noScript: true });
  await expect.poll(() => eventsOf(page)).toEqual(['load']);
  expect(documents()).toEqual([JSON_PATH]);
  await page.close();
});

test('nothing is requested before the element nears the viewport, and nothing moves', async () => {
  const page = await rig.open(`<div style="height:3000px"></div>${ELEMENT}<p>After</p>`, {
    noWait: true,
  });
  await idle(page, rig.host);
  expect(documents()).toEqual([]);
  await page.evaluate(() => scrollTo(0, 2000));
  await page.locator('figure').waitFor();
  expect(documents()).toEqual([JSON_PATH]);
  await page.close();
});

test.each([
  { view: 'chart table', width: 760, sides: 2 },
  { view: 'chart', width: 760, sides: 2 },
  { view: 'table', width: 360, sides: 2 },
  { view: 'chart table', width: 360, sides: 2 },
  { view: 'chart table card', width: 1200, sides: 2 },
  { view: 'table', width: 600, sides: 4 },
  { view: 'chart table', width: 760, sides: 4 },
])('the page does not shift: $view of $sides sides, $width px', async ({ view, width, sides }) => {
  const of = sides === 2 ? REFERENCE_PATH : '/compare/m/four/a-vs-b-vs-c-vs-d';
  const path = `/compare/slow/${view.replaceAll(' ', '-')}-${width}/${of.split('/').at(-1)}`;
  const answer = gate();
  const c = DOCUMENTS[of]!;
  const style = reservingStyle(c, { view, metrics: null, isEditable: false, theme: 'auto' }, en);
  const element = servedAs(path, { after: answer.opened }, c)
    .replace('src', `view="${view}" src`)
    .replace('<p>Fallback</p>', `<a style="${style}">${PICTURE}</a>`);
  const page = await rig.open(`${element}<p id="after">After</p>`, {
    viewport: { width, height: 4000 },
    noWait: true,
  });
  // From the moment the script is there: what a page shows before that is the page's.
  await expect.poll(documents).toHaveLength(1);
  await watchShifts(page);
  const before = await page.locator('#after').boundingBox();
  expect(await page.getByAltText('Fallback').isVisible()).toBe(true);
  answer.open(); // not before: what is measured is what the figure does
  await page.locator('figure').waitFor();
  await idle(page, rig.host);
  expect(await layoutShifts(page)).toEqual([]);
  expect((await page.locator('#after').boundingBox())!.y).toBe(before!.y);
  await page.close();
});

test('removed while it loads it asks no more; put back it is drawn once', async () => {
  const answer = gate();
  const element = servedAs('/compare/removed/x/a-vs-b', { after: answer.opened });
  const page = await rig.open(element, { noWait: true });
  const cancelled = page.waitForEvent('requestfailed');
  await expect.poll(documents).toHaveLength(1);
  await page.evaluate(() => {
    const kept = document.querySelector('matchpoint-compare')!;
    Object.assign(globalThis, { kept });
    kept.remove();
  });
  expect((await cancelled).failure()!.errorText).toBe('net::ERR_ABORTED');
  expect(await eventsOf(page)).toEqual([]);
  answer.open();
  await page.evaluate(() => document.body.append(Reflect.get(globalThis, 'kept') as Node));
  await page.locator('figure').waitFor();
  // and again, when it has been drawn: no further request
  await page.evaluate(() => document.body.prepend(Reflect.get(globalThis, 'kept') as Node));
  await idle(page, rig.host);
  expect(documents()).toHaveLength(2);
  expect((await eventsOf(page)).filter((event) => event !== 'load')).toEqual([]);
  await page.close();
});

test('moved within one task it does not start again', async () => {
  const answer = gate();
  const element = servedAs('/compare/moved/x/a-vs-b', { after: answer.opened });
  const page = await rig.open(element, { noWait: true });
  await page.evaluate(() => {
    const element = document.querySelector('matchpoint-compare')!;
    document.body.append(element);
    document.body.prepend(element);
  });
  answer.open();
  await expect.poll(() => eventsOf(page)).toEqual(['load']);
  await page.close();
});

test.each([
  { name: '404', answer: { status: 404, body: '{}' }, requests: 1 },
  { name: 'garbage', answer: { body: '{"version":1,' }, requests: 1 },
  { name: 'another JSON', answer: { body: '[1,2]' }, requests: 1 },
  { name: 'null', answer: { body: 'null' }, requests: 1 },
  { name: 'a hollow document', answer: { body: '{"version":1,"sides":[{}]}' }, requests: 1 },
  { name: '500, tried again', answer: { status: 500 }, requests: 2 },
])('$name: the children stay, the page hears of it', async ({ name, answer, requests }) => {
  const page = await rig.open(servedAs(`/compare/bad/${name.length}/a-vs-b`, answer), {
    noWait: true,
  });
  await expect.poll(() => eventsOf(page)).toEqual(['error']);
  expect(await page.getByText('Fallback').isVisible()).toBe(true);
  expect(documents()).toHaveLength(requests);
  await page.close();
});

test('a server that fails once is forgiven', async () => {
  const path = '/compare/once/x/a-vs-b';
  const element = servedAs(path, {});
  const good = rig.host.answers[`${path}.json`] as { body: string };
  let count = 0;
  rig.host.answers[`${path}.json`] = () =>
    count++ === 0 ? { status: 503, body: '' } : { type: 'application/json', body: good.body };
  const page = await rig.open(element);
  expect(await eventsOf(page)).toEqual(['load']);
  await page.close();
});

test('a server that does not answer is left after 8 s, and asked once more', async () => {
  const path = '/compare/silent/x/a-vs-b';
  const element = servedAs(path, {});
  const { body } = rig.host.answers[`${path}.json`] as { body: string };
  let count = 0;
  rig.host.answers[`${path}.json`] = () => ({
    type: 'application/json',
    body,
    after: count++ === 0 ? gate().opened : Promise.resolve(),
  });
  const started = Date.now();
  const page = await rig.open(element);
  expect(Date.now() - started).toBeGreaterThan(8000);
  expect(await eventsOf(page)).toEqual(['load']);
  await page.close();
});

test('a server that is gone: before loading the children stay, after it the last good copy', async () => {
  const element = servedAs('/compare/gone/x/a-vs-b', {});
  const page = await rig.open(`<div id="room"></div>${element}`);
  rig.host.isDown = true;
  await page.evaluate(async (src) => {
    await Reflect.get(document.querySelector('matchpoint-compare')!, 'refresh').call(
      document.querySelector('matchpoint-compare'),
    );
    const other = document.createElement('matchpoint-compare');
    other.textContent = 'Other fallback';
    other.setAttribute('src', src);
    document.querySelector('#room')!.append(other);
  }, `${rig.host.origin}/compare/never/x/a-vs-b`);
  await expect.poll(() => eventsOf(page)).toEqual(['load', 'error', 'error']);
  rig.host.isDown = false;
  expect(await page.getByText('Other fallback').isVisible()).toBe(true);
  expect(await page.getByRole('table').innerText()).toContain('4,729.0');
  expect(await page.locator('[part=source]').innerText()).toContain('of 2026-11-23, not refreshed');
  await page.close();
});

describe('the figures of the source before do not stay', () => {
  test.each([
    { name: 'for one that has none', src: '/nothing/here', events: ['load', 'error'] },
    { name: 'for one that is no address', src: 'http://[', events: ['load', 'error'] },
    { name: 'for none', src: null, events: ['load'] },
  ])('$name', async ({ src, events }) => {
    const page = await rig.open(ELEMENT);
    const set = (value: string | null) =>
      page.evaluate(
        (to) => Object.assign(document.querySelector('matchpoint-compare')!, { src: to }),
        value,
      );
    await set(src);
    await page.getByText('Fallback').waitFor();
    expect(await page.locator('figure').count()).toBe(0);
    expect(await eventsOf(page)).toEqual(events);
    await set(`${rig.host.origin}${REFERENCE_PATH}`);
    await page.locator('figure').waitFor();
    await expect.poll(() => eventsOf(page)).toEqual([...events, 'load']);
    await page.close();
  });

  test('nor come late, over those of one that was asked for since', async () => {
    const [late, soon] = [gate(), '/compare/soon/x/a-vs-b'];
    const element = servedAs('/compare/slow/x/a-vs-b', { after: late.opened });
    servedAs(soon, {}, DOCUMENTS['/compare/m/undecided/a-vs-b']);
    const page = await rig.open(element, { noWait: true });
    await expect.poll(documents).toEqual(['/compare/slow/x/a-vs-b.json']);
    const shown = page.locator('matchpoint-compare');
    await shown.evaluate((it, src) => Object.assign(it, { src }), `${rig.host.origin}${soon}`);
    const title = page.locator('figcaption strong');
    await expect.poll(() => eventsOf(page)).toEqual(['load']);
    late.open();
    await idle(page, rig.host);
    expect(await title.innerText()).toMatch(/SGLang vs vLLM/);
    expect(await eventsOf(page)).toEqual(['load']);
    await page.close();
  });

  test('nor come late, for none while one is asked for', async () => {
    const answer = gate();
    const element = servedAs('/compare/late/x/a-vs-b', { after: answer.opened });
    const eager = element.replace(' ', ' loading="eager" ');
    const page = await rig.open(eager, { noWait: true });
    await expect.poll(documents).toEqual(['/compare/late/x/a-vs-b.json']);
    await page.evaluate(() => document.querySelector('matchpoint-compare')!.removeAttribute('src'));
    answer.open();
    await idle(page, rig.host);
    expect(await page.getByText('Fallback').isVisible()).toBe(true);
    expect(await eventsOf(page)).toEqual([]);
    await page.close();
  });
});

test('moved while another source loads, it asks for that again', async () => {
  const element = servedAs('/compare/first/x/a-vs-b', {});
  const [second, answer] = ['/compare/second/x/a-vs-b', gate()];
  servedAs(second, { after: answer.opened }, DOCUMENTS['/compare/m/undecided/a-vs-b']);
  const page = await rig.open(element);
  const shown = page.locator('matchpoint-compare');
  await shown.evaluate((it, src) => Object.assign(it, { src }), `${rig.host.origin}${second}`);
  await expect.poll(documents).toContain(`${second}.json`);
  await shown.evaluate((it) => document.querySelector('main')!.append(it));
  answer.open();
  await expect.poll(() => page.locator('figcaption strong').innerText()).toMatch(/SGLang vs vLLM/);
  await page.close();
});

test('asked again after a first load that failed, by refresh() and not by each change', async () => {
  const element = servedAs('/compare/back/x/a-vs-b', { status: 404, body: '{}' });
  const page = await rig.open(element, { noWait: true });
  await expect.poll(() => eventsOf(page)).toEqual(['error']);
  servedAs('/compare/back/x/a-vs-b', {});
  await page.evaluate(async () => {
    const shown = document.querySelector('matchpoint-compare')!;
    for (const at of ['100', '110', '120']) {
      shown.setAttribute('at', at);
      await new Promise(requestAnimationFrame);
    }
  });
  expect(documents()).toHaveLength(1);
  await page.evaluate(() =>
    Reflect.get(document.querySelector('matchpoint-compare')!, 'refresh').call(
      document.querySelector('matchpoint-compare'),
    ),
  );
  await page.locator('figure').waitFor();
  expect(documents()).toHaveLength(2);
  await page.close();
});

test.each(['en-US', 'de'])('lang="%s" is the page’s own affair', async (lang) => {
  const page = await rig.open(ELEMENT.replace(' ', ` lang="${lang}" `));
  expect(documents()).toEqual([JSON_PATH]);
  await page.close();
});

test('a script with a wrong integrity is refused, and the children stay', async () => {
  const page = await rig.open(ELEMENT, {
    noScript: true,
    noWait: true,
    head: `<script type="module" crossorigin src="HOST/widgets/matchpoint.js" integrity="sha384-${'A'.repeat(64)}"></script>`,
  });
  await idle(page, rig.host);
  expect(await page.getByText('Fallback').isVisible()).toBe(true);
  expect(documents()).toEqual([]);
  await page.close();
});

test('a script with its own integrity runs', async () => {
  const page = await rig.open(ELEMENT, {
    noScript: true,
    head: `<script type="module" crossorigin src="HOST/widgets/matchpoint.js" integrity="${rig.script.integrity}"></script>`,
  });
  expect(await eventsOf(page)).toEqual(['load']);
  await page.close();
});
