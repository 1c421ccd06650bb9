import { describe, expect, test } from 'vitest';
import type { Ranking } from '../../../src/core/ranking/ranking-types.ts';
import { rankReservingStyle } from '../../../src/view/embed/rank-reserve.ts';
import { rankSnippets } from '../../../src/view/embed/rank-snippets.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { rankAltText } from '../../../src/view/text/ranking-summary.ts';
import { parsedXml } from '../../worker/parsed-xml.ts';
import { ENGINES, renderedMdx, tagsOf } from '../fixtures/markdown-engines.ts';
import { shippedRanking } from '../fixtures/shipped-rankings.ts';

const HOST = 'https://matchpoint.example';
const QUERY = 'at=100&basis=measured&by=cost';
const INTEGRITY = `sha384-${'A'.repeat(64)}`;
const RANKING = shippedRanking('gptoss-120b/8k1k', { at: 100 });
/** of a name that means something in every language of a snippet */
const HOSTILE: Ranking = {
  ...RANKING,
  model: { ...RANKING.model, label: '{evil} *"</a>` ${x} [a](b) <!-- # c' },
};

function listed(ranking: Ranking, theme: 'auto' | 'dark' = 'auto') {
  return rankSnippets(
    {
      ranking,
      page: `${HOST}/rank/${ranking.id}?${QUERY}`,
      png: `${HOST}/rank/${ranking.id}.png?${QUERY}`,
      embed: `${HOST}/embed/rank/${ranking.id}?${QUERY}`,
      theme,
      script: { url: `${HOST}/widgets/matchpoint-rank.0123456789ab.js`, integrity: INTEGRITY },
      resizer: { url: `${HOST}/widgets/resize.js`, integrity: null },
    },
    en,
  );
}
const codeOf = (kind: string, list = listed(RANKING)) =>
  list.find((one) => one.kind === kind)!.code;

test('the element is a script with its integrity, and the picture that leads to the page inside', () => {
  const address = `${HOST}/rank/gptoss-120b/8k1k`;
  const query = QUERY.replaceAll('&', '&amp;');
  const alt = rankAltText(RANKING, en);
  expect(codeOf('element')).toBe(
    `<script type="module" src="${HOST}/widgets/matchpoint-rank.0123456789ab.js" integrity="${INTEGRITY}" crossorigin=""></script>
<matchpoint-rank src="${address}?${query}" style="display:block;margin:1.5em 0">
<a href="${address}?${query}" style="${rankReservingStyle(RANKING, 'auto', en)}"><img src="${address}.png?${query}" alt="${alt}" width="1200" height="630" style="max-width:100%;height:auto" loading="lazy" decoding="async" /></a>
</matchpoint-rank>`,
  );
});

test('the room that is kept free follows the width of the column, and a theme’s own padding', () => {
  const [auto, dark] = (['auto', 'dark'] as const).map((theme) =>
    rankReservingStyle(RANKING, theme, en),
  );
  expect(auto).toMatch(/^display:block;padding-bottom:calc\(\d+px [-+]/);
  expect(auto).toContain('(100% - 312px)'); // from where two controls stand in a line
  expect(dark).toContain('(100% - 344px)');
  expect(auto).toContain('(100% - 575px)'); // and from where a row has one line
  expect(dark).toContain('(100% - 607px)');
});

test('the element has the theme that is chosen, the one that follows the page by leaving it out', () => {
  expect(codeOf('element', listed(RANKING, 'dark'))).toContain(' theme="dark" style=');
  expect(codeOf('jsx', listed(RANKING, 'dark'))).toContain(' theme="dark" style=');
  expect(codeOf('element')).not.toContain('theme');
});

test.each([
  { x: 'ttft', hasBeaten: false },
  { x: 'interactivity', hasBeaten: true },
] as const)('a chart of all points, which the element cannot draw, has other code: %o', (asked) => {
  const chart = { ...RANKING.chart, ...asked };
  const kinds = listed({ ...RANKING, chart }).map(({ kind }) => kind);
  expect(kinds).toEqual(['iframe', 'address', 'markdown', 'picture', 'image', 'link']);
});

describe.each([
  ['as it is', RANKING, /^(element|iframe|image|link)$/],
  // what a link says is text of the post, where Markdown has its signs
  ['with a hostile name', HOSTILE, /^(element|iframe|image)$/],
] as const)('%s', (_, ranking, kinds) => {
  const list = listed(ranking);
  const html = list.filter(({ kind }) => kinds.test(kind));

  test.each(html)('$kind is XML as well', ({ code }) => {
    const [, ...tags] = parsedXml(`<?xml version="1.0"?>\n<post>${code}</post>\n`);
    expect(tags.length).toBe(code.match(/<[a-z]/g)!.length);
  });

  test.each(Object.entries(ENGINES))('%s keeps the code', (__, rendered) => {
    for (const { code } of html) {
      expect(rendered(`Before.\n\n${code}\n\nAfter.\n`)).toContain(code);
      expect(rendered(code)).toContain(code);
    }
  });

  test('MDX renders the JSX as the HTML, its script async for React to put into the head', async () => {
    const [expected, made] = [codeOf('element', list), await renderedMdx(codeOf('jsx', list))].map(
      (text) => tagsOf(text).filter((tag) => !/^<\/?(p|link)\b/.test(tag)),
    );
    expect(made).toEqual(expected!.map((tag) => tag.replace('<script', '<script async=""')));
    expect(expected!.length).toBe(7);
  });
});
