import { expect, test } from 'vitest';
import { BROWSER, Site } from './site.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';
const MINUTE_MS = 60_000;

const releaseOf = async (site: Site) => (await site.document(`${REFERENCE}.json`)).release.id;

test('an answer is given again only while its release is current', async () => {
  const site = new Site();
  const first = await releaseOf(site);
  expect(await releaseOf(site)).toBe(first); // kept now, for what is current is known
  expect(await releaseOf(site)).toBe(first);
  site.kv.publish('shipped', 'changed');
  site.nowMs += 10 * MINUTE_MS;
  await site.fetch('/catalog.json'); // sees that another is current, however old what it had
  await Promise.all(site.keptAlive);
  expect(await releaseOf(site)).not.toBe(first);
});

test('an answer of one medium is not given to who asks for another', async () => {
  const site = new Site();
  for (let i = 0; i < 3; i++) {
    for (const [headers, type] of [
      [BROWSER, 'text/html'],
      [{ Accept: 'text/markdown' }, 'text/markdown'],
      [{ Accept: 'application/json' }, 'application/json'],
    ] as const) {
      const response = await site.fetch(REFERENCE, { headers });
      expect(response.headers.get('Content-Type')).toContain(type);
    }
  }
});
