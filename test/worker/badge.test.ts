import { describe, expect, test } from 'vitest';
import { CACHE } from '../../src/http/cache.ts';
import { badgeSchema } from '../../src/schema/document.ts';
import { Site } from './site.ts';

const ID = 'qwen-3-5/b300-fp4/mtp-vs-off';
const BADGE = `/badge/${ID}.svg`;

async function release(site: Site): Promise<string> {
  return (await site.document(`/compare/${ID}.json`)).release.id;
}

describe('a badge', () => {
  test('says what the comparison says, as a picture and for shields.io', async () => {
    const site = new Site();
    const answer = await site.fetch(BADGE);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    const svg = await answer.text();
    expect(svg).toContain('>3.3× at 124 tok/s/user</text>');
    expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(1536);
    const json = await (await site.fetch(`/badge/${ID}.json?at=100`)).json();
    const { label, message } = badgeSchema.parse(json);
    expect([label, message]).toEqual([
      'MTP vs Off',
      expect.stringMatching(/× at 100 tok\/s\/user$/),
    ]);
  });

  test.each(['.svg', '.json'])('%s: 308, 304 and caching as the other forms', async (extension) => {
    const site = new Site();
    const path = `/badge/${ID}${extension}`;
    const moved = await site.fetch(`/badge/${ID.toUpperCase()}${extension}?at=100&at=93`);
    expect([moved.status, moved.headers.get('Location')]).toEqual([308, `${path}?at=93,100`]);
    for (const [query, caching] of [
      ['', CACHE.live],
      [`?release=${await release(site)}`, CACHE.pinnedData],
    ]) {
      const first = await site.fetch(`${path}${query}`);
      expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, caching]);
      const tag = first.headers.get('ETag')!;
      const again = await site.fetch(`${path}${query}`, { headers: { 'If-None-Match': tag } });
      expect([again.status, again.headers.get('Cache-Control')]).toEqual([304, caching]);
    }
  });

  test('takes a theme, which shields.io has none of', async () => {
    const site = new Site();
    const svg = await (await site.fetch(`${BADGE}?theme=dark`)).text();
    expect(svg).not.toContain('prefers-color-scheme');
    const json = await site.fetch(`/badge/${ID}.json?theme=dark`);
    expect(json.status).toBe(400);
  });

  const refused = [
    ['/badge/qwen-9/b300-fp4/mtp-vs-off.svg', 404],
    ['/badge/qwen-3-5/b301-fp4/mtp-vs-off.svg', 400],
    [`/badge/${ID}.svg?at=x`, 400],
    [`/badge/${ID}.svg?release=0123456789ab`, 404],
    [`/badge/${ID}`, 404],
    [`/badge/${ID}.png`, 404],
    [`/badge/${ID}.chart.svg`, 404],
    ['/badge/x', 400],
  ] as const;
  test.each(refused)('%s: a badge that says so, and %i', async (path, status) => {
    const answer = await new Site().fetch(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('image/svg+xml');
    const svg = await answer.text();
    expect(svg).toContain('>no such comparison</text>');
    expect(svg).toContain('height="20"');
  });

  test('for programs a problem', async () => {
    const answer = await new Site().fetch('/badge/qwen-9/b300-fp4/mtp-vs-off.json');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  });
});
