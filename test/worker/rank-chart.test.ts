import { expect, test } from 'vitest';
import { rankRows } from '../../src/core/ranking/rank-rows.ts';
import { rankQuery } from '../../src/core/ranking/rank-query.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import { rankChartDocumentSchema } from '../../src/schema/rank-chart-document.ts';
import { rankingDocumentSchema } from '../../src/schema/rank-document.ts';
import { sidesOf } from '../../src/view/figure/rank-chart-document.ts';
import type { RankChartDocument } from '../../src/view/figure/rank-chart-document.ts';
import { secondsText } from '../../src/view/format.ts';
import { rounded } from '../../src/view/text/rounded.ts';
import { Site } from './site.ts';

const RANKINGS = ['/rank/gptoss-120b/8k1k', '/rank/deepseek-r1/1k1k', '/rank/qwen-3-5/1k1k'];
const CURVES = ['', '?ttft=2', '?pool=all', '?pool=all&stat=p99&ttft=2'];

async function chart(site: Site, path: string): Promise<RankChartDocument> {
  const answer = await site.fetch(path);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return rankChartDocumentSchema.parse(JSON.parse(text)) as RankChartDocument;
}

test.each(RANKINGS)(
  '%s: rows made from it have the numbers of the JSON, to the last digit',
  async (path) => {
    const site = new Site();
    for (const curves of CURVES) {
      const document = await chart(site, `${path}.chart.json${curves}`);
      for (const by of ['cost', 'throughput', 'users', 'energy'] as const) {
        const query = new URLSearchParams(curves);
        for (const [key, value] of Object.entries({ by, show: 'all', tier: 'neocloud' })) {
          query.set(key, value);
        }
        query.sort(); // or it is redirected
        const json = await (await site.fetch(`${path}.json?${query}`)).json();
        const { at, rows: expected, against } = rankingDocumentSchema.parse(json);
        expect(document.at).toBe(at);
        const options = { ...DEFAULT_OPTIONS, ...rankQuery({ by, show: 'all' }), tier: 'neocloud' };
        const made = rankRows({
          ...document,
          sides: sidesOf(document),
          at,
          options: { ...options, tier: 'neocloud' },
        });
        expect(made.against).toBe(against);
        const keys = ['key', 'rank', 'isTied', 'status', 'ratio', 'date', 'run', 'range'] as const;
        const metrics = ['throughput', 'costPerMillionTokens', 'usersPerGpu', 'byLikely'] as const;
        const facts = ['concurrency', 'isConcurrencyApproximate', 'gpus', 'parallelism'] as const;
        const pick = (row: object, names: readonly string[]) =>
          Object.fromEntries(
            names.map((name) => [name, (row as Record<string, unknown>)[name] ?? null]),
          );
        const facing = made.rows.map((row) => ({
          ...pick(row, keys),
          ...pick(row.value ?? {}, [...metrics, ...facts]),
        }));
        const seconds = (ttft: unknown) =>
          (ttft as (number | null)[] | null)?.map((value) => value && secondsText(value)) ?? null;
        expect(made.rows.map(({ value }) => seconds(value?.ttft))).toEqual(
          expected.map(({ ttft }) => seconds(ttft)),
        );
        expect(rounded(facing)).toEqual(
          expected.map((row) => pick(row, [...keys, ...metrics, ...facts])),
        );
      }
    }
  },
);

test('columns are of equal length, and every knot has its source', async () => {
  const document = await chart(new Site(), '/rank/gptoss-120b/8k1k.chart.json');
  for (const columns of [document.configurations, document.knots, document.sources]) {
    expect(new Set(Object.values(columns).map(({ length }) => length)).size).toBe(1);
  }
  const { knots, sources, configurations } = document;
  expect(configurations.knots.reduce((a, b) => a + b)).toBe(knots.source.length);
  expect(Math.max(...knots.source)).toBe(sources.url.length - 1);
});

test('a key that changes nothing in it is refused', async () => {
  expect((await new Site().fetch(`${RANKINGS[0]}.chart.json?at=100`)).status).toBe(400);
});
