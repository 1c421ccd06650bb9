import { describe, expect, test } from 'vitest';
import { problemSchema } from '../../src/schema/document.ts';
import { ORIGIN, Site } from './site.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

/** Width and height that a PNG's header states. */
async function pngSize(response: Response): Promise<[number, number]> {
  const view = new DataView(await response.arrayBuffer());
  expect(view.getUint32(0)).toBe(0x89504e47);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('cards drawn on demand, in workerd', () => {
  test('SVG and PNG, at both scales, in both themes', async () => {
    const site = new Site();
    const svg = await site.fetch(`${REFERENCE}.svg`);
    expect(svg.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(await svg.text()).toMatch(/^<svg width="1200" height="630"/);
    expect(await pngSize(await site.fetch(`${REFERENCE}.png?at=100`))).toEqual([1200, 630]);
    expect(await pngSize(await site.fetch(`${REFERENCE}.png?scale=2&theme=dark`))).toEqual([
      2400, 1260,
    ]);
  });

  test('whoever asks for a release gets a card that names it; a link preview’s is the live one', async () => {
    const site = new Site();
    const bytes = async (path: string) =>
      new Uint8Array(await (await site.fetch(path)).arrayBuffer());
    const page = await (await site.fetch(`${REFERENCE}?at=100`)).text();
    const preview = /property="og:image" content="([^"]+)"/
      .exec(page)![1]!
      .replaceAll('&amp;', '&');
    const live = await bytes(`${REFERENCE}.png?at=100`);
    expect(await bytes(preview.replace(ORIGIN, ''))).toEqual(live);
    const { release } = await site.document(`${REFERENCE}.json`);
    expect(await bytes(`${REFERENCE}.png?at=100&release=${release.id}`)).not.toEqual(live);
  });

  test('the limit gives 429 with Retry-After and the fallback picture; data stay open', async () => {
    const site = new Site();
    site.rendersLeft = 2;
    const statuses = [];
    for (const at of [95, 96, 97, 98]) {
      const response = await site.fetch(`${REFERENCE}.png?at=${at}`);
      statuses.push(response.status);
      if (response.status === 429) {
        expect(response.headers.get('Retry-After')).toBe('60');
        expect(response.headers.get('Cache-Control')).toBe('no-store');
        expect(await pngSize(response)).toEqual([1200, 630]);
      }
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
    for (const path of [REFERENCE, `${REFERENCE}.json?at=99`, `${REFERENCE}.chart.svg`]) {
      expect((await site.fetch(path)).status).toBe(200);
    }
  });

  test('a card of scale 2 counts for three', async () => {
    const site = new Site();
    site.rendersLeft = 5;
    const statuses = [];
    for (const query of ['at=95&scale=2', 'at=96', 'at=97&scale=2']) {
      statuses.push((await site.fetch(`${REFERENCE}.png?${query}`)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('a client is its IPv4 address, or its /64', async () => {
    const site = new Site();
    site.rendersLeft = 0;
    const clients = [
      ['203.0.113.7', '203.0.113.7'],
      ['::ffff:203.0.113.7', '203.0.113.7'],
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
      ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
      ['2001:db8::5', '2001:db8:0:0::/64'],
      ['::1', '0:0:0:0::/64'],
    ] as const;
    for (const [address] of clients) {
      await site.fetch(`${REFERENCE}.svg`, { headers: { 'CF-Connecting-IP': address } });
    }
    expect(site.rendersCounted).toEqual(clients.map(([, key]) => key));
  });

  test('twenty at once: one is drawn at a time, three wait, the others are refused uncounted', async () => {
    const site = new Site();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => site.fetch(`${REFERENCE}.svg?at=${95 + i}`)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4);
    expect(refused).toHaveLength(16);
    expect(refused[0]!.headers.get('Retry-After')).toBe('5');
    expect(site.rendersCounted).toHaveLength(4);
    expect((await site.fetch(`${REFERENCE}.svg?at=140`)).status).toBe(200);
  });

  test('a drawing ends, and with it its turn, also where the client has gone away', async () => {
    const site = new Site();
    await site.fetch(`${REFERENCE}.svg?at=95`); // all that it reads is in memory then
    const before = site.keptAlive.length;
    site.rendersLeft = 1;
    await site.fetch(`${REFERENCE}.svg?at=96`);
    expect(site.keptAlive).toHaveLength(before + 1);
    expect((await site.fetch(`${REFERENCE}.svg?at=97`)).status).toBe(429);
    await expect(Promise.all(site.keptAlive)).resolves.toBeDefined(); // a refusal is nobody's crash
  });

  test('an answer given before needs no second render and no limit', async () => {
    const site = new Site();
    await site.fetch(`${REFERENCE}.json`); // answers are kept once the pointer is known
    site.rendersLeft = 1;
    await site.fetch(`${REFERENCE}.png?at=95`);
    expect((await site.fetch(`${REFERENCE}.png?at=95`)).status).toBe(200);
  });
});

describe('refusals are pictures', () => {
  const refused = [
    { path: '/compare/qwen-3-5/b300-fp4/mtp-vs-of.png', status: 400 },
    { path: '/compare/qwen-9/b300-fp4/mtp-vs-off.png', status: 404 },
    { path: '/compare/qwen-9/b300-fp4/mtp-vs-off.svg', status: 404 },
    { path: `${REFERENCE}.png?at=x`, status: 400 },
    { path: `${REFERENCE}.png?release=0123456789ab`, status: 404 },
    { path: `${REFERENCE}.svg?scale=3`, status: 400 },
    { path: `${REFERENCE}.png?scale=3`, status: 400 },
  ];
  test.each(refused)('$path: $status', async ({ path, status }) => {
    const response = await new Site().fetch(path);
    expect(response.status).toBe(status);
    const type = path.includes('.svg') ? 'image/svg+xml' : 'image/png';
    expect(response.headers.get('Content-Type')).toBe(type);
    if (type === 'image/png') expect(await pngSize(response)).toEqual([1200, 630]);
    else expect(await response.text()).toContain('No such card');
  });
});

describe('link previews', () => {
  test('og:image is a hashed PNG that never changes', async () => {
    const site = new Site();
    const html = await (await site.fetch(REFERENCE)).text();
    const [, address] = /property="og:image" content="([^"]+)"/.exec(html) ?? [];
    expect(address).toMatch(
      new RegExp(`^${ORIGIN}/cards/[0-9a-f]{16}/.*\\.png\\?release=[0-9a-f]{12}$`),
    );
    const path = address!.slice(ORIGIN.length);
    const card = await site.fetch(path);
    expect(card.headers.get('Cache-Control')).toContain('immutable');
    expect(await pngSize(card)).toEqual([1200, 630]);
    const older = await site.fetch(path.replace(/[0-9a-f]{16}/, '0123456789abcdef'));
    expect(older.status).toBe(200);
    expect(older.headers.get('Cache-Control')).not.toContain('immutable');
  });

  test('the card on a page has a canonical address in either theme', async () => {
    const site = new Site();
    for (const path of ['/', REFERENCE, `${REFERENCE}?at=100&usd=3`]) {
      const html = await (await site.fetch(path)).text();
      const [, dark] = /<source srcset="([^"]+)"/.exec(html)!;
      const [, light] = /<source[^>]*><img src="([^"]+)"/.exec(html)!;
      expect(dark).toContain('theme=dark');
      for (const address of [dark!, light!]) {
        const plain = address.replaceAll('&amp;', '&').replace(ORIGIN, '');
        expect([plain, (await site.fetch(plain)).status]).toEqual([plain, 200]);
      }
    }
  });

  test('the alt text states the result', async () => {
    const html = await (await new Site().fetch(REFERENCE)).text();
    expect(html).toMatch(/property="og:image:alt" content="[^"]*3\.3×[^"]*"/);
    expect(html).toContain('<meta property="og:image:width" content="1200">');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  });
});

describe('/oembed', () => {
  const ask = (query: Record<string, string>) =>
    new Site().fetch(`/oembed?${new URLSearchParams(query)}`);

  test('an iframe of the specific address, no larger than asked', async () => {
    const response = await ask({
      url: `${ORIGIN}${REFERENCE}`,
      maxwidth: '400',
      maxheight: '500',
    });
    const answer = await response.json<Record<string, unknown>>();
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 400, height: 500 });
    expect(answer['html']).toContain(`src="${ORIGIN}/embed/qwen-3-5/b300-fp4-1k1k/mtp-vs-off?`);
    expect(answer['thumbnail_url']).toBeUndefined(); // no card is so small
  });

  test.each([
    [{}, 1200, 630],
    [{ maxwidth: '1200', maxheight: '630' }, 1200, 630],
    [{ maxwidth: '1199' }, 600, 315],
    [{ maxheight: '315' }, 600, 315],
    [{ maxwidth: '599' }, undefined, undefined],
    [{ maxheight: '314' }, undefined, undefined],
  ])('a thumbnail no larger than asked: %o', async (limits, width, height) => {
    const site = new Site();
    const query = new URLSearchParams({ url: `${ORIGIN}${REFERENCE}`, ...limits });
    const answer = await (await site.fetch(`/oembed?${query}`)).json<Record<string, string>>();
    expect([answer['thumbnail_width'], answer['thumbnail_height']]).toEqual([width, height]);
    if (width === undefined) return expect(answer['thumbnail_url']).toBeUndefined();
    const picture = await site.fetch(answer['thumbnail_url']!.slice(ORIGIN.length));
    expect(picture.headers.get('Cache-Control')).toContain('immutable');
    const bytes = new DataView(await picture.arrayBuffer());
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([width, height]); // of the PNG's head
  });

  test('a narrow column makes it higher', async () => {
    const url = `${ORIGIN}${REFERENCE}`;
    const heightAt = async (maxwidth: string) =>
      (await (await ask({ url, maxwidth })).json<{ height: number }>()).height;
    expect(await heightAt('340')).toBeGreaterThan(1.3 * (await heightAt('720')));
    expect(await heightAt('1200')).toBe(await heightAt('720'));
  });

  test('the address of an embed keeps how it is shown', async () => {
    const url = `${ORIGIN}${REFERENCE.replace('compare', 'embed')}?editable=true&theme=dark&view=table`;
    const { html, height } = await (await ask({ url })).json<{ html: string; height: number }>();
    expect(html).toMatch(/\/embed\/[^"]*&amp;editable=true&amp;theme=dark&amp;view=table"/);
    const whole = await (await ask({ url: `${ORIGIN}${REFERENCE}` })).json<{ height: number }>();
    expect(height).toBeLessThan(whole.height);
  });

  const RANKING = '/rank/gptoss-120b/8k1k';

  test('of a ranking: its frame of the same question, as high as it needs, and its card', async () => {
    const site = new Site();
    const asked = `${ORIGIN}${RANKING}?at=100&show=all&sort=date`;
    const answerFor = async (limits: Record<string, string>) => {
      const response = await site.fetch(
        `/oembed?${new URLSearchParams({ url: asked, ...limits })}`,
      );
      return response.json<Record<string, string> & { height: number; width: number }>();
    };
    const answer = await answerFor({});
    const page = await (
      await site.fetch(`${RANKING}.json?at=100&show=all`)
    ).json<{
      title: string;
      links: { embed: string };
    }>();
    expect(answer).toMatchObject({ type: 'rich', title: page.title, width: 720 });
    expect(answer['html']).toContain(`src="${page.links.embed.replaceAll('&', '&amp;')}"`);
    expect((await answerFor({ maxwidth: '340' })).height).not.toBe(answer.height);
    expect(await answerFor({ maxheight: '300' })).toMatchObject({ height: 300 });
    const small = await answerFor({ maxwidth: '700' });
    expect([small['thumbnail_width'], small['thumbnail_height']]).toEqual([600, 315]);
    const picture = await site.fetch(small['thumbnail_url']!.slice(ORIGIN.length));
    expect(picture.headers.get('Cache-Control')).toContain('immutable');
    expect(small['thumbnail_url']).toContain(`${RANKING}.png?at=100`);
    expect((await answerFor({ maxwidth: '599' }))['thumbnail_url']).toBeUndefined();
  });

  test.each([
    `/embed${RANKING}?theme=dark`,
    `${RANKING}.chart.svg?theme=dark`,
    `${RANKING}.png?theme=dark`,
  ])('of %s: the frame in its theme', async (path) => {
    const { html } = await (await ask({ url: `${ORIGIN}${path}` })).json<{ html: string }>();
    expect(html).toMatch(/\/embed\/rank\/gptoss-120b\/8k1k\?[^"]*theme=dark"/);
  });

  const refused = [
    { url: `${ORIGIN}/rank/gptoss-120b/9k9k`, status: 404 },
    { url: `${ORIGIN}/rank/gptoss-120b/8k1k?at=10,20`, status: 400 },
    { url: 'https://elsewhere.example/compare/qwen-3-5/b300-fp4/mtp-vs-off', status: 404 },
    { url: `${ORIGIN}/method`, status: 404 },
    { url: `${ORIGIN}/compare/qwen-9/b300-fp4/mtp-vs-off`, status: 404 },
    { url: `${ORIGIN}${REFERENCE}?release=0123456789ab`, status: 404 },
    { url: 'x', status: 400 },
    { url: `${ORIGIN}${REFERENCE}`, maxwidth: '0', status: 400 },
    { url: `${ORIGIN}${REFERENCE}`, format: 'xml', status: 501 },
    { url: `${ORIGIN}${REFERENCE}`, format: 'yaml', status: 400 },
  ];
  test.each(refused)('$url $format $maxwidth: $status', async ({ status, ...query }) => {
    const asked = Object.entries(query).map(([key, value]) => [key, String(value)]);
    const response = await ask(Object.fromEntries(asked));
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  });

  test('a refusal names the nearest', async () => {
    const asked = async (path: string) =>
      problemSchema.parse(await (await ask({ url: `${ORIGIN}${path}` })).json());
    const unread = await asked('/compare/qwen-3-5/b301-fp4/mtp-vs-off');
    expect(unread).toMatchObject({ status: 404, token: 'b301' });
    expect(unread.candidates).toContain('b300');
    const { nearest = [] } = await asked('/compare/qwen-3-6/b300-fp4/mtp-vs-off');
    expect(nearest.map(({ href }) => href)).toContainEqual(
      expect.stringContaining(`${ORIGIN}/compare/qwen-3-5/`),
    );
  });

  test('is answered under any spelling, without a redirect', async () => {
    const url = encodeURIComponent(`${ORIGIN}${REFERENCE}`);
    const response = await new Site().fetch(`/oembed?format=json&url=${url}&utm=1&maxwidth=300`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ width: 300 });
  });

  test('pages point to it', async () => {
    const html = await (await new Site().fetch(REFERENCE)).text();
    expect(html).toContain('type="application/json+oembed"');
  });
});
