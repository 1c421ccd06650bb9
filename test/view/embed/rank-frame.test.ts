import { expect, test } from 'vitest';
import { rankFramePage } from '../../../src/view/embed/rank-frame-page.ts';
import { toDocument } from '../../../src/view/markup/html.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { operatingPoints, sweep } from '../../core/fixtures.ts';
import { inventedRanking } from '../../core/ranking/slow-ranking.ts';

const SWEEPS = ['g1', 'g2', 'g2-rack', 'm3', 'm4'].flatMap((hardware, i) =>
  ['fp4', 'fp8'].map((precision, j) =>
    sweep({
      key: { hardware, precision, specMethod: 'off', framework: 'vllm' },
      points: operatingPoints(
        `${10 + i}:${1000 - 9 * i - j} ${20 + i}:800 ${40 + 9 * j}:400 12:90`,
      ),
    }),
  ),
);

function frame(options: Parameters<typeof inventedRanking>[1]): string {
  const ranking = inventedRanking(SWEEPS, { show: 'all', ...options })!;
  return toDocument(
    rankFramePage({ ranking, page: 'https://x.example/', keys: {}, theme: 'light' }, en),
  );
}

const FRAMES = [
  frame({ at: 12, by: 'cost' }),
  frame({ at: 5, by: 'cost' }), // bounds only
  frame({ at: 48, by: 'users' }),
  frame({ cost: 0.6, filters: { hardware: ['h9', 'g1'] } }),
  frame({
    at: 48,
    chart: { x: 'interactivity', y: 'mw', scale: 'log', hasBeaten: true, front: '', zoom: null },
  }),
];

test('uses no class that its style does not have, and its style none that it cannot use', () => {
  const style = /<style>(.*?)<\/style>/s.exec(FRAMES[0]!)![1]!.replaceAll(/"[^"]*"|'[^']*'/g, '');
  const styled = new Set([...style.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!));
  const used = new Set(
    FRAMES.flatMap((html) => [...html.matchAll(/ class="([^"]*)"/g)]).flatMap(([, names]) =>
      names!.split(' '),
    ),
  );
  expect([...used].filter((name) => !styled.has(name))).toEqual([]);
  // a reader's choice of colours, and the list of an error's links, are of every frame
  const others = new Set(['dark', 'row', 'lens', 'band']);
  expect([...styled].filter((name) => !used.has(name) && !others.has(name))).toEqual([]);
});

test('shows eight rows, and how many more there are', () => {
  expect(FRAMES[0]!.match(/<tr/g)).toHaveLength(9);
  expect(FRAMES[0]).toContain('2 more configurations in the whole ranking');
  expect(FRAMES[3]).not.toContain('in the whole ranking');
});

test('names filters and notices', () => {
  expect(FRAMES[3]).toContain('Filtered: h9 and g1.');
  expect(FRAMES[3]).toMatch(/<summary>\d notes?<\/summary>/);
});
