import { expect, test } from 'vitest';
import type { Zoom } from '../../../src/core/ranking/chart-options.ts';
import { rankPlot } from '../../../src/view/figure/rank-plot.ts';
import { rankPlotDrawn } from '../../../src/view/figure/rank-plot-svg.ts';
import { toHtml } from '../../../src/view/markup/html.ts';
import { rankFigure as words } from '../../../src/view/words/en/rank-figure.ts';
import { sweep } from '../../core/fixtures.ts';
import { inventedRanking } from '../../core/ranking/slow-ranking.ts';

const RANKING = inventedRanking(
  [
    sweep({ key: { hardware: 'g1' }, points: '10:1000 40:700 90:100' }),
    sweep({ key: { hardware: 'm3' }, points: '10:500 30:300 50:80' }),
  ],
  { show: 'all', by: 'throughput', at: 30 },
)!;

function plotOf(zoom: Zoom | null = null) {
  return rankPlot(RANKING, { width: 1000, height: 440, zoom }, words)!;
}

function lineOf(plot: ReturnType<typeof plotOf>, hardware: string) {
  return plot.lines.find(({ key }) => key.startsWith(`${hardware}-`))!;
}

test('names a curve beside its end, without a line to it', () => {
  const { label, knots } = lineOf(plotOf(), 'm3');
  const end = knots.at(-1)!;
  expect(label!.leadsTo).toBe(null);
  expect(label!.at.x - end.x).toBeGreaterThan(0);
  expect(label!.at.x - end.x).toBeLessThan(12);
  expect(Math.abs(label!.at.y - end.y)).toBeLessThan(30);
});

test('names a curve that leaves a part of the chart at its edge, and none that ends before it', () => {
  const plot = plotOf({ x: [20, 60], y: [200, 800] });
  const cut = lineOf(plot, 'm3'); // ends below
  expect(cut.label!.leadsTo!.y).toBe(plot.bottom);
  expect(cut.label!.at.x).toBeGreaterThan(plot.right);
  const goesOn = lineOf(plot, 'g1'); // ends further right
  expect(goesOn.label!.leadsTo!.x).toBe(Math.round(plot.right));
  expect(lineOf(plotOf({ x: [60, 95], y: [50, 800] }), 'm3').label).toBe(null);
});

test('labels beside their ends lie over the lines from others to theirs', () => {
  const plot = plotOf({ x: [20, 60], y: [50, 800] });
  const [ends, goesOn] = ['m3', 'g1'].map((hardware) => lineOf(plot, hardware).label!);
  expect([ends!.leadsTo === null, goesOn!.leadsTo === null]).toEqual([true, false]);
  const drawn = toHtml(rankPlotDrawn(plot, RANKING, 'one', words));
  const line = drawn.indexOf('class="leader"');
  expect(line).toBeGreaterThan(0);
  expect(line).toBeLessThan(drawn.indexOf(`>${ends!.lines[0]}<`));
});

test('labels of the column have the room that a wide face takes', () => {
  const sweeps = ['sglang', 'dynamo-sglang'].map((framework, i) =>
    sweep({ key: { hardware: 'g1', framework }, points: `10:${900 + i} 40:${700 + i} 90:100` }),
  );
  const ranking = inventedRanking(sweeps, { show: 'all', by: 'throughput', at: 30 })!;
  const labels = rankPlot(ranking, { width: 500, height: 440 }, words)!.lines.map(
    ({ label }) => label!,
  );
  expect(labels.some(({ leadsTo }) => leadsTo !== null)).toBe(true);
  const ends = labels.map(
    ({ at, lines }) => at.x + 8.7 * Math.max(...lines.map((line) => line.length)),
  );
  expect(Math.max(...ends)).toBeLessThan(500.1);
});
