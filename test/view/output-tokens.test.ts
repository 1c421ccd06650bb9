import { expect, test } from 'vitest';
import { comparisonCard } from '../../src/view/card/card.ts';
import { LIGHT } from '../../src/view/brand.ts';
import { middleRead, shortAnswer } from '../../src/view/figure/short-answer.ts';
import { chartSvg } from '../../src/view/text/chart-svg.ts';
import { comparisonCsv } from '../../src/view/text/csv.ts';
import { comparisonMarkdown } from '../../src/view/text/markdown.ts';
import { answerSentence } from '../../src/view/text/summary.ts';
import { en } from '../../src/view/words/en/index.ts';
import { layoutOf } from '../../widgets/layout.ts';
import { textsOf } from './fixtures/card-texts.ts';
import { REFERENCE, WORKLOADS } from './fixtures/comparison.ts';
import { linksOf } from './fixtures/links.ts';

/** Where workloads are compared every figure that has a leader is of output tokens, and says so. */

test('the sentences', () => {
  expect(answerSentence(WORKLOADS, en)).toBe(
    'At 20 tok/s/user, 1K1K delivers 2.3× 8K1K’s output throughput per GPU, at 55.6\u202f% lower ' +
      'cost per million output tokens ($1.11 against $2.50).', // 1 − 1/2.25 = 55.6 %
  );
  expect(shortAnswer(WORKLOADS, middleRead(WORKLOADS)!, en.figure)).toContain(
    '1K1K 450 output tok/s/GPU, 8K1K 200 output tok/s/GPU; 1K1K delivers 2.3× 8K1K’s',
  );
});

test('Markdown has the figures that its ratio is of', () => {
  const [figures, ratios] = comparisonMarkdown(WORKLOADS, linksOf(WORKLOADS), en)
    .split('\n\n')
    .filter((block) => block.startsWith('| '));
  expect(figures).toContain('| total tok/s/GPU | bounds |');
  expect(figures).toContain('| output tok/s/GPU | USD per million output tokens |');
  expect(figures).toContain('| 450.0 | 1.1111 |');
  expect(figures).toContain('| 200.0 | 2.5000 |');
  expect(ratios).toMatch(/ratio of output tokens .* saving in cost of output /);
  expect(ratios).toContain('| 20 | 1K1K over 8K1K | 2.250× |');
});

test('the CSV has its leader under output, and none under total', () => {
  const [head, first] = comparisonCsv(WORKLOADS, linksOf(WORKLOADS).pinned, en.figure).split(
    '\r\n',
  );
  const cells = first!.split(',');
  const row = Object.fromEntries(head!.split(',').map((name, i) => [name, cells[i]]));
  expect(row).toMatchObject({
    throughput_outcome: '',
    is_best_throughput: '',
    cost_saving: '',
    output_throughput_outcome: 'ahead',
    is_best_output_throughput: 'true',
    output_throughput_ratio: '2.25',
    output_cost_outcome: 'ahead',
    output_cost_saving: '0.555555556',
  });
});

test('chart and card name the tokens on the axis and at the figures', () => {
  expect(chartSvg(WORKLOADS, en)).toContain('Output throughput, output tok/s/GPU');
  const said = textsOf(comparisonCard(WORKLOADS, LIGHT, en));
  expect(said).toContain('Output throughput, output tok/s/GPU');
  expect(said).toContain('output tok/s/GPU');
  expect(said).toContain('the output throughput per GPU, 1K1K over 8K1K');
  expect(said.join()).not.toContain('total');
});

test('the element starts with the chart of what leads, and offers charts of what there is', () => {
  const offered = (c: typeof WORKLOADS) => layoutOf({}, 640, c.sides);
  expect(offered(WORKLOADS).metric).toBe('outputThroughput');
  expect(offered(WORKLOADS).rated).toContain('costPerMillionOutputTokens');
  expect(offered(REFERENCE).metric).toBe('throughput');
  expect(offered(REFERENCE).rated).toEqual([
    'throughput',
    'costPerMillionTokens',
    'throughputPerMw',
  ]);
  expect(layoutOf({ metrics: 'cost mw' }, 640, REFERENCE.sides).metric).toBe(
    'costPerMillionTokens',
  );
  expect(layoutOf({ metric: 'throughputPerMw' }, 640, REFERENCE.sides).metric).toBe(
    'throughputPerMw',
  );
});
