import { en } from '../../src/view/words/en/index.ts';
import { describe, expect, test } from 'vitest';
import { middleTarget } from '../../src/core/band.ts';
import { FORMS, OFFERS } from '../../src/forms.ts';
import { contentType, mediaType } from '../../src/http/media.ts';
import { ratioText } from '../../src/view/format.ts';
import { ORIGIN, Site } from './site.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

async function textOf(site: Site, path: string): Promise<string> {
  const response = await site.fetch(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text()).replaceAll('&amp;', '&');
}

describe('every form follows from its row', () => {
  test.each(OFFERS)('$name is linked and offered, and answers', async (offer) => {
    const { name, medium, isData = false } = offer;
    const site = new Site();
    const { links } = await site.document(`${REFERENCE}.json?at=100`);
    const href = links[name]!;
    const answer = await site.fetch(href.slice(ORIGIN.length));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe(contentType(medium));

    const page = await textOf(site, `${REFERENCE}?at=100`);
    expect(page).toContain(`<a href="${href}">${en.forms[name].label}</a>`);
    const type = mediaType(medium);
    const alternate = `<link rel="alternate" type="${type}" href="${href}">`;
    expect(page.includes(alternate)).toBe(isData);
    const distribution = `"encodingFormat":"${type}","contentUrl":"${href}"`;
    expect(page.includes(distribution)).toBe(isData);
  });

  test('JSON, CSV and Markdown are the data set', () => {
    const data = FORMS.filter(({ isData }) => isData).map(({ name }) => name);
    expect(data).toEqual(expect.arrayContaining(['json', 'csv', 'md']));
  });

  test.each(FORMS)('$name is described', async ({ name, extension }) => {
    const { about } = en.forms[name];
    const site = new Site();
    const home = await textOf(site, '/');
    const [, listed] = new RegExp(`<code>(/compare/[^<?]*/[^<?.]*)${extension}</code>`).exec(home)!;
    expect(home).toContain(`<code>${listed}${extension}</code></a></dt><dd>${about}</dd>`);
    expect(await textOf(site, '/llms.txt')).toContain(`- ${extension || 'nothing'}: ${about}`);
    const described = await textOf(site, '/openapi.json');
    expect(described).toContain(`"/compare/{model}/{shared}/{sides}${extension}"`);
  });
});

test('the home page says of each comparison what its document says at the middle target', async () => {
  for (const release of ['shipped', 'measured'] as const) {
    const site = new Site([release]);
    const home = await textOf(site, '/');
    const featured = [...home.matchAll(/<a href="(\/compare\/[^"]+)">[^<]*<\/a><b[^>]*>([^<]*)</g)];
    expect(featured.length).toBeGreaterThan(0);
    for (const [, path, figure] of featured) {
      const { targets, values } = await site.document(`${path}.json`);
      const middle = middleTarget(targets);
      const lead = values.find(({ interactivity }) => interactivity === middle)?.best.throughput;
      const sign = lead?.outcome === 'ahead' ? '' : '~';
      const said =
        lead == null || lead.outcome === 'level' ? null : `${sign}${ratioText(lead.ratio)}`;
      expect([path, figure!.includes('×') ? figure : null]).toEqual([path, said]);
    }
  }
});
