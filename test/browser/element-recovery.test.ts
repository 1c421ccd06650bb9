import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from './documents.ts';
import { DOCUMENTS, REFERENCE_PATH, eventsOf, idle, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';
import { gate } from './sites.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

/** Requests for documents that the host got. */
function documents(): string[] {
  return rig.host.asked.filter((path) => path.includes('.json'));
}

/** An element of a path of its own, so that no answer is from a cache. */
function elementOf(path: string, answer: { after?: Promise<void>; status?: number } = {}): string {
  const body = JSON.stringify(documentOf(DOCUMENTS[REFERENCE_PATH]!, rig.host.origin));
  rig.host.answers[`${path}.json`] = { type: 'application/json', body, ...answer };
  return `<matchpoint-compare loading="eager" src="HOST${path}"><p>Fallback</p></matchpoint-compare>`;
}

describe('an answer that could not be had is asked for again', () => {
  test.each(['online', 'visibilitychange'])('%s, with nothing on screen', async (type) => {
    const element = elementOf(`/compare/lost-${type}/x/a-vs-b`, { status: 503 });
    const page = await rig.open(element, { noWait: true });
    await expect.poll(() => eventsOf(page)).toEqual(['error']);
    elementOf(`/compare/lost-${type}/x/a-vs-b`);
    await page.evaluate((name) => document.dispatchEvent(new Event(name, { bubbles: true })), type);
    await expect.poll(() => eventsOf(page)).toEqual(['error', 'load']);
    expect(await page.locator('figure').count()).toBe(1);
    await page.close();
  });

  test('offline and back, over the last good copy', async () => {
    const page = await rig.open(elementOf('/compare/offline/x/a-vs-b'));
    await page.context().setOffline(true);
    await page.locator('matchpoint-compare').evaluate((it) => Reflect.get(it, 'refresh').call(it));
    const foot = page.locator('[part=source]');
    expect(await foot.innerText()).toContain('not refreshed');
    await page.context().setOffline(false);
    await expect.poll(() => foot.innerText()).not.toContain('not refreshed');
    expect(await eventsOf(page)).toEqual(['load', 'error', 'load']);
    await page.close();
  });

  test('without room for what failed once, so that nothing jumps', async () => {
    const path = '/compare/jump/x/a-vs-b';
    const kept = '<a style="display:block;padding-bottom:500px">Fallback</a>';
    const withRoom = (answer: Parameters<typeof elementOf>[1]) =>
      `${elementOf(path, answer).replace('<p>Fallback</p>', kept)}<p id="after">After</p>`;
    const page = await rig.open(withRoom({ status: 503 }), { noWait: true });
    await expect.poll(() => eventsOf(page)).toEqual(['error']);
    const lower = async () => (await page.locator('#after').boundingBox())!.y;
    const place = await lower();
    const answer = gate();
    elementOf(path, { status: 503, after: answer.opened });
    const asked = documents().length;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect.poll(documents).toHaveLength(asked + 1);
    expect(await lower()).toBe(place);
    answer.open();
    await expect.poll(() => eventsOf(page)).toEqual(['error', 'error']);
    expect(await lower()).toBe(place);
    await page.close();
  });

  test('not while nobody looks', async () => {
    const element = elementOf('/compare/hidden/x/a-vs-b', { status: 503 });
    const page = await rig.open(element, { noWait: true });
    await expect.poll(() => eventsOf(page)).toEqual(['error']);
    const asked = documents().length;
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    await idle(page, rig.host);
    expect(documents()).toHaveLength(asked);
    await page.close();
  });

  test.each([
    { name: 'nor where there is none', status: 404, isRemoved: false },
    { name: 'nor by an element that left the page', status: 503, isRemoved: true },
  ])('$name', async ({ status, isRemoved }) => {
    const element = elementOf(`/compare/none-${status}/x/a-vs-b`, { status });
    const page = await rig.open(element, { noWait: true });
    await expect.poll(() => eventsOf(page)).toEqual(['error']);
    const asked = documents().length;
    await page.evaluate((isGone) => {
      if (isGone) document.querySelector('matchpoint-compare')!.remove();
      dispatchEvent(new Event('online'));
    }, isRemoved);
    await idle(page, rig.host);
    expect(documents()).toHaveLength(asked);
    await page.close();
  });

  test('nor what is there', async () => {
    const page = await rig.open(elementOf('/compare/there/x/a-vs-b'));
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await idle(page, rig.host);
    expect(documents()).toHaveLength(1);
    await page.close();
  });
});

test('moved to another document an element looks as it did', async () => {
  const page = await rig.open(
    `${elementOf('/compare/adopted/x/a-vs-b')}<iframe title="other" width="700" height="900"></iframe>`,
  );
  const padding = () =>
    page.evaluate(() => {
      const found =
        document.querySelector('matchpoint-compare') ??
        document.querySelector('iframe')!.contentDocument!.querySelector('matchpoint-compare')!;
      const { shadowRoot, ownerDocument } = found;
      const button = shadowRoot!.querySelector('button')!;
      return [
        ownerDocument.defaultView!.getComputedStyle(button).padding,
        shadowRoot!.adoptedStyleSheets.length,
      ];
    });
  const before = await padding();
  expect(before).toEqual(['4px 8px', 1]);
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')!.contentDocument!;
    frame.body.append(frame.adoptNode(document.querySelector('matchpoint-compare')!));
  });
  expect(await padding()).toEqual(before);
  // and back, by way of a document that no window shows
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')!.contentDocument!;
    const nowhere = document.implementation.createHTMLDocument();
    nowhere.body.append(frame.querySelector('matchpoint-compare')!);
    document.body.append(nowhere.querySelector('matchpoint-compare')!);
  });
  expect(await padding()).toEqual(before);
  expect((await eventsOf(page)).filter((event) => event !== 'load')).toEqual([]);
  await page.close();
});

describe('ten elements with one address', () => {
  test('all refreshed at once make one request', async () => {
    const page = await rig.open(elementOf('/compare/ten/x/a-vs-b').repeat(10));
    await expect.poll(() => eventsOf(page)).toHaveLength(10);
    await page.evaluate(async () => {
      const shown = [...document.querySelectorAll('matchpoint-compare')];
      await Promise.all(shown.map((it) => Reflect.get(it, 'refresh').call(it)));
    });
    expect(documents()).toHaveLength(2);
    expect(await eventsOf(page)).toHaveLength(20);
    await page.close();
  });

  test('one refreshed while all load makes no further one', async () => {
    const answer = gate();
    const element = elementOf('/compare/ten-early/x/a-vs-b', { after: answer.opened });
    const page = await rig.open(element.repeat(10), { noWait: true });
    await expect.poll(documents).toHaveLength(1);
    await page.evaluate(() => {
      const first = document.querySelector('matchpoint-compare')!;
      void Reflect.get(first, 'refresh').call(first);
    });
    answer.open();
    await expect.poll(() => eventsOf(page)).toHaveLength(10);
    expect(documents()).toHaveLength(1);
    await page.close();
  });

  test('refreshed by turns while the answer is on its way make one', async () => {
    const path = '/compare/ten-turns/x/a-vs-b';
    const page = await rig.open(elementOf(path).repeat(2));
    await expect.poll(() => eventsOf(page)).toHaveLength(2);
    const answer = gate();
    elementOf(path, { after: answer.opened });
    await page.evaluate(async () => {
      const [first, second] = document.querySelectorAll('matchpoint-compare');
      for (const it of [first!, second!, first!]) {
        void Reflect.get(it, 'refresh').call(it);
        await new Promise((done) => setTimeout(done, 20));
      }
    });
    answer.open();
    await expect.poll(() => eventsOf(page)).toHaveLength(4);
    expect(documents()).toHaveLength(2);
    await page.close();
  });

  test('refreshed again later each time makes one', async () => {
    const page = await rig.open(elementOf('/compare/ten-later/x/a-vs-b'));
    for (let times = 0; times < 2; times++) {
      await page
        .locator('matchpoint-compare')
        .evaluate((it) => Reflect.get(it, 'refresh').call(it));
    }
    expect(documents()).toHaveLength(3);
    await page.close();
  });
});

describe('fifty elements, drawn one a task', () => {
  const COUNT = 50;

  /** Notes each element that is drawn, and where what the browser does at once ends. */
  const NOTES = `<script>
    const notes = [];
    addEventListener('matchpoint-load', async ({ target }) => {
      notes.push(target.id);
      for (let i = 0; i < 200; i++) await null;
      notes.push('end');
    });
  </script>`;
  const json = () =>
    JSON.stringify(documentOf(DOCUMENTS[REFERENCE_PATH]!, rig.host.origin)).replaceAll(
      '<',
      String.raw`\u003c`,
    );

  test.each(['loaded', 'inline'])('%s: that in sight first', async (kind) => {
    const one =
      kind === 'loaded'
        ? elementOf('/compare/fifty/x/a-vs-b')
        : `<matchpoint-compare><script type="application/json">${json()}</script></matchpoint-compare>`;
    const all = Array.from({ length: COUNT }, (_, i) =>
      one.replace('-compare', `-compare id="e${i}"`),
    );
    // Of one height, so that what is in sight stays so.
    const style =
      '<style>matchpoint-compare { display: block; height: 900px; margin: 0; overflow: hidden }</style>';
    const page = await rig.open(all.join(''), {
      head: style + NOTES,
      noScript: true,
      noWait: true,
    });
    await page.locator('#e30').evaluate((it) => {
      it.scrollIntoView();
      scrollBy(0, 20);
    });
    await page.addScriptTag({ type: 'module', url: `${rig.host.origin}/widgets/matchpoint.js` });
    const notes = () => page.evaluate<string[]>('notes');
    await expect.poll(notes).toHaveLength(2 * COUNT);
    const drawn = await notes();
    expect(drawn.filter((_, i) => i % 2 === 1)).toEqual(Array.from({ length: COUNT }, () => 'end'));
    const order = drawn.filter((note) => note !== 'end');
    const [before, after] = [
      Array.from({ length: 30 }, (_, i) => `e${29 - i}`),
      Array.from({ length: 20 }, (_, i) => `e${30 + i}`),
    ];
    expect(order).toEqual([...after, ...before]);
    await page.close();
  });
});
