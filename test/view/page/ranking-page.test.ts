import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sweepId } from '../../../src/core/sweep.ts';
import { toDocument } from '../../../src/view/markup/html.ts';
import { rankingPage } from '../../../src/view/page/ranking/ranking-page.ts';
import { rankLinks } from '../../../src/view/rank-links.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { operatingPoints, sweep } from '../../core/fixtures.ts';
import { inventedRanking } from '../../core/ranking/slow-ranking.ts';
import type { Keys } from '../../../src/view/links.ts';
import type { RankOptions } from '../../../src/core/ranking/rank-options.ts';

const BUDGET = 14 * 1024; // one initial congestion window

/** Up to 60 configurations of ten knots each and thirty points below them, with figures of nine digits. */
function page(count: number, options: Partial<RankOptions> = {}, asked: Keys = {}): string {
  const keys = ['g1', 'g2', 'g2-rack', 'm3', 'm4'].flatMap((hardware) =>
    ['fp4', 'fp8'].flatMap((precision) =>
      ['off', 'mtp'].flatMap((specMethod) =>
        ['sglang', 'dynamo-sglang', 'vllm'].map((framework) => ({
          hardware,
          precision,
          specMethod,
          framework,
        })),
      ),
    ),
  );
  const sweeps = keys.slice(0, count).map((key, i) => {
    const level = 1 + Math.abs(Math.sin(i * 7.3));
    const points = Array.from({ length: 10 }, (_, k) => {
      const x = 12 + (k * (9 + (i % 7))) / level;
      return `${x.toFixed(7)}:${((level * 98_765) / (x + 9)).toFixed(5)}`;
    }).join(' ');
    const knots = operatingPoints(points, { gpus: 8 }).map((point, k) => ({
      ...point,
      ttft: 0.1 + i / 100 + 4 / (k + 2),
    }));
    const below = [0.97, 0.81, 0.66].flatMap((share, j) =>
      knots.map((knot) => ({
        ...knot,
        throughput: knot.throughput * share,
        ttft: knot.ttft * (1.2 - j / 3),
      })),
    );
    return sweep({ key, points: [...knots, ...below] });
  });
  const ranked = inventedRanking(sweeps, options)!;
  // each with earlier runs, which is what takes most room
  const r = { ...ranked, runs: Object.fromEntries(ranked.rows.map(({ key }) => [key, 12])) };
  expect(new Set(sweeps.map(sweepId)).size).toBe(sweeps.length);
  const links = rankLinks(r, 'https://matchpoint.example', {}, []);
  return toDocument(rankingPage({ ranking: r, links, keys: asked, offers: [], workloads: [] }, en));
}

test('sixty curves fit into one initial congestion window', () => {
  const html = page(60, { show: 'all' });
  expect(html.match(/<tr/g)).toHaveLength(61);
  expect(html.match(/"\/history\//g)).toHaveLength(8);
  expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(BUDGET);
});

test('sixty curves over a latency, with every beaten point of those that have a colour, fit too', () => {
  for (const x of ['ttft', 'interactivity'] as const) {
    const html = page(60, {
      show: 'all',
      chart: { x, y: null, scale: null, hasBeaten: true, front: '', zoom: null },
    });
    expect(html.match(/class="beaten"/g)).toHaveLength(8); // of four curves, drawn twice
    expect(gzipSync(html, { level: 6 }).length).toBeLessThanOrEqual(BUDGET);
  }
});

test('uses no class that its style does not have, and its style none that it cannot use', () => {
  const html = [
    page(60, { show: 'all', at: 14, by: 'throughput' }),
    page(60, { show: 'all', cost: 0.05, filters: { precision: ['fp8'] } }),
    page(12, { show: 'all', at: 11, filters: { hardware: ['h9', 'g1'] } }),
    page(12, {
      chart: { x: 'ttft', y: 'users', scale: 'log', hasBeaten: true, front: '', zoom: null },
    }),
  ].join('');
  const style = /<style>(.*?)<\/style>/s.exec(html)![1]!.replaceAll(/"[^"]*"|'[^']*'/g, '');
  const styled = new Set([...style.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name!));
  const used = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' '));
  expect([...new Set(used)].filter((name) => !styled.has(name))).toEqual([]);
});

test('a chart names eight curves, a narrow one four', () => {
  const html = page(20, { show: 'all', at: 20 });
  const chart = (name: string) => html.split(`<div class="${name}">`)[1]!.split('</svg>')[0]!;
  // each once, with a line to the end of its curve or without one
  const named =
    /<g class="[^"]*">(<path class="leader"[^>]*>(<\/path>)?)?<text class="label halo"/g;
  expect(chart('wide-chart').match(named)).toHaveLength(8);
  expect(chart('narrow-chart').match(named)).toHaveLength(4);
});

test('a filter can be taken away by a link, and one that would leave nothing is disabled', () => {
  const filters = { hardware: ['g1', 'g2'], precision: ['fp4'] };
  const html = page(20, { filters }, { hardware: 'g1,g2', precision: 'fp4' });
  for (const query of [
    'hardware=g1&amp;precision=fp4',
    'hardware=g2&amp;precision=fp4',
    'hardware=g1,g2',
  ]) {
    expect(html).toContain(`href="/rank/mo-1/1k1k?${query}"`);
  }
  const empty = page(12, { filters: { hardware: ['h9'] } });
  expect(empty).toMatch(/name="precision" value="fp4" disabled/);
});

test('what is only a bound is worded as one, and never stands as a number', () => {
  const html = page(12, { at: 5, show: 'all', by: 'cost' });
  expect(html).toMatch(/at most \$[\d.]+, measured from 12 tok\/s\/user/);
  expect(html).not.toContain('class="ink" cx="NaN"');
});

test('every control of the form is a key that the address takes', () => {
  const html = page(12, { ttft: 1, stat: 'p50', isMeasuredOnly: true });
  const form = /<form(?! role="search").*?<\/form>/s.exec(html)![0];
  const names = new Set([...form.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!));
  expect([...names].toSorted()).toEqual(
    ['at', 'by', 'cost', 'deployment', 'engine', 'hardware', 'points', 'precision']
      .concat(['show', 'spec', 'stat', 'ttft', 'usd', 'vendor', 'x', 'y', 'yscale'])
      .toSorted(),
  );
});

describe('the chart', () => {
  const chart = {
    x: 'interactivity',
    y: null,
    scale: null,
    hasBeaten: false,
    front: '',
    zoom: null,
  } as const;
  const texts = (html: string) =>
    [
      ...html
        .split('class="wide-chart"')[1]!
        .split('</svg>')[0]!
        .matchAll(/<text[^>]*>([^<]*)/g),
    ]
      .map(([, text]) => text!)
      .join('|');

  test('over a latency says which, has neither a target nor who leads, and joins points by lines', () => {
    const html = page(12, { at: 20, stat: 'p50', chart: { ...chart, x: 'ttft', y: 'throughput' } });
    expect(texts(html)).toContain('Time to first token, median, s');
    expect(texts(html)).toContain('Throughput, total tok/s/GPU');
    expect(html).toContain('<h2>Throughput over time to first token</h2>');
    expect(html).not.toMatch(/class="(target|strip)"/);
    expect(html).toContain('nothing is read on the lines between them');
    const plain = page(12, { at: 20 });
    expect(plain).toMatch(/class="target"/);
    expect(plain).toMatch(/class="strip"/);
  });

  test('says what has no place over a latency that no source states, and draws nothing', () => {
    const html = page(12, { show: 'all', stat: 'p99', chart: { ...chart, x: 'e2el' } });
    expect(html).toContain(
      '12 configurations state no end-to-end latency (99th percentile) and are not drawn.',
    );
    expect(html).not.toContain('wide-chart">');
  });

  test('has the scale that is asked for, else a logarithmic one where values span much', () => {
    const isLog = (options: Partial<RankOptions>) =>
      texts(page(12, options)).includes('USD per million total tokens, log scale');
    expect(isLog({ chart: { ...chart, y: 'cost', scale: 'log' } })).toBe(true);
    expect(isLog({ chart: { ...chart, y: 'cost', scale: 'linear' } })).toBe(false);
    expect(isLog({ chart: { ...chart, y: 'cost' } })).toBe(false);
  });

  test('its choices stand in the form as they were asked', () => {
    const html = page(
      12,
      { chart: { x: 'e2el', y: 'users', scale: 'log', hasBeaten: true, front: '', zoom: null } },
      { x: 'e2el', y: 'users', yscale: 'log', points: 'all' },
    );
    const chosen = (name: string) =>
      new RegExp(`<select name="${name}">.*?value="([^"]*)" selected`).exec(html)?.[1];
    expect(['x', 'y', 'yscale', 'points'].map(chosen)).toEqual(['e2el', 'users', 'log', 'all']);
    expect(html).not.toMatch(/type="hidden" name="(x|y|yscale|points)"/);
    const plain = page(12);
    const open = (name: string) =>
      new RegExp(`<select name="${name}">.*?</select>`).exec(plain)![0];
    expect(open('y')).toContain('<option value="" selected>');
    expect(open('yscale')).toContain('<option value="" selected>');
    expect(page(12, { isMeasuredOnly: true })).toContain('value="measured" selected');
  });
});

describe('the heads of the table', () => {
  const heads = (html: string) => /<thead>(.*?)<\/thead>/s.exec(html)![1]!;
  const names = (html: string) =>
    [...html.matchAll(/<th scope="row">(.*?)<\/th>/gs)].map(([, name]) =>
      name!.replaceAll(/<[^>]+>/g, ''),
    );

  test('lead to the same question in their order, and the own one says which way', () => {
    const plain = heads(page(12, { show: 'all' }, { at: '20', show: 'all' }));
    for (const order of ['configuration', 'ttft', 'concurrency', 'gpus', 'date']) {
      expect(plain).toContain(`href="/rank/mo-1/1k1k?at=20&amp;show=all&amp;sort=${order}"`);
    }
    expect(plain).toMatch(/aria-sort="ascending">Rank</);
    const dated = heads(page(12, { show: 'all' }, { show: 'all', sort: 'date' }));
    expect(dated).toMatch(/aria-sort="descending">Run date</);
    expect(dated).toContain('href="/rank/mo-1/1k1k?show=all"');
    expect(dated.match(/aria-sort/g)).toHaveLength(1);
  });

  test('put the rows in order, each with the mark that it has in the chart', () => {
    const html = page(20, { show: 'all', at: 20 }, { sort: 'configuration' });
    const byRank = page(20, { show: 'all', at: 20 });
    const [sorted, ranked] = [names(html), names(byRank)];
    expect(sorted).not.toEqual(ranked);
    expect(sorted.toSorted()).toEqual(ranked.toSorted());
    const marked = (text: string) =>
      [...text.matchAll(/<th scope="row"><svg[^>]*class="([^"]*)".*?<\/th>/gs)]
        .map(([all, mark]) => `${mark} ${all.replaceAll(/<[^>]+>/g, '')}`)
        .toSorted();
    expect(marked(byRank)).toHaveLength(4);
    expect(marked(html)).toEqual(marked(byRank));
  });

  test('the form keeps the order', () => {
    const html = page(12, {}, { sort: 'ttft' });
    expect(html).toContain('<input type="hidden" name="sort" value="ttft">');
  });
});
