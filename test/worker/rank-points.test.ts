import type * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { rankChartDocumentSchema } from '../../src/schema/rank-chart-document.ts';
import { rankPointsDocumentSchema } from '../../src/schema/rank-points-document.ts';
import { ORIGIN, Site } from './site.ts';

const RANKINGS = [
  '/rank/gptoss-120b/8k1k',
  '/rank/deepseek-r1/1k1k',
  '/rank/deepseek-r1/8k1k',
  '/rank/qwen-3-5/1k1k',
];
const CURVES = ['', '?ttft=2', '?pool=all', '?pool=all&stat=p99&ttft=2'];

type Points = z.output<typeof rankPointsDocumentSchema>;

async function read<S extends z.ZodMiniType>(site: Site, schema: S, path: string) {
  const answer = await site.fetch(path);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return schema.parse(JSON.parse(text)) as z.output<S>;
}

/** The points of each configuration, with the source and texts that they name. */
function configurations({ configurations: { key, points: counts }, ...document }: Points) {
  const { points, texts, sources } = document;
  let first = 0;
  return key.map((name, i) => {
    const own = Array.from({ length: counts[i]! }, (_, j) => {
      const at = first + j;
      const text = (position: number | null) => (position === null ? null : texts[position]!);
      const one = Object.fromEntries(
        Object.entries(points).map(([field, column]) => [field, column[at]!]),
      ) as { [F in keyof typeof points]: (typeof points)[F][number] };
      return {
        ...one,
        parallelism: text(one.parallelism),
        concurrencyOrigin: text(one.concurrencyOrigin),
        url: sources.url[one.source],
        sweep: sources.sweep[one.source],
      };
    });
    first += own.length;
    return { key: name, own };
  });
}

describe.each(RANKINGS)('%s', (path) => {
  test('columns are of equal length, and what a point names is there', async () => {
    const site = new Site();
    for (const query of CURVES) {
      const document = await read(site, rankPointsDocumentSchema, `${path}.points.json${query}`);
      const { points, sources, texts } = document;
      for (const columns of [document.configurations, points, sources]) {
        expect(new Set(Object.values(columns).map(({ length }) => length)).size).toBe(1);
      }
      const counts = document.configurations.points;
      expect(counts.reduce((a, b) => a + b)).toBe(points.source.length);
      expect(Math.max(-1, ...points.source)).toBe(sources.url.length - 1);
      const named = [...points.parallelism, ...points.concurrencyOrigin].map((at) => at ?? -1);
      expect(Math.max(-1, ...named)).toBe(texts.length - 1);
    }
  });

  test('the points with bit 1 are the knots of the curves, in their order', async () => {
    const site = new Site();
    for (const query of CURVES) {
      const curves = await read(site, rankChartDocumentSchema, `${path}.chart.json${query}`);
      const address = curves.links.points;
      expect(address).toBe(`${ORIGIN}${path}.points.json${query}`);
      const document = await read(site, rankPointsDocumentSchema, address.slice(ORIGIN.length));
      const { id, release, basis } = curves;
      expect(document).toMatchObject({ id, release, basis });
      const { knots } = curves;
      const onFrontier = configurations(document).map(({ key, own }) => ({
        key,
        own: own.filter(({ frontier }) => frontier & 1),
      }));
      expect(onFrontier.map(({ key }) => key)).toEqual(curves.configurations.key);
      expect(onFrontier.map(({ own }) => own.length)).toEqual(curves.configurations.knots);
      const text = (at: number | null) => (at === null ? null : curves.texts[at]!);
      expect(
        onFrontier.flatMap(({ own }) =>
          own.map((one) => [
            one.interactivity,
            one.throughput,
            one.concurrency,
            one.gpus,
            one.parallelism,
            one.concurrencyOrigin,
            one.url,
            one.sweep,
          ]),
        ),
      ).toEqual(
        knots.source.map((source, i) => [
          knots.interactivity[i],
          knots.throughput[i],
          knots.concurrency[i],
          knots.gpus[i],
          text(knots.parallelism[i]!),
          text(knots.concurrencyOrigin[i]!),
          curves.sources.url[source],
          curves.sources.sweep[source],
        ]),
      );
    }
  });
});

test('points that others beat are there too, and a limit of the first token drops those above it', async () => {
  const site = new Site();
  const path = '/rank/deepseek-r1/8k1k.points.json';
  const all = await read(site, rankPointsDocumentSchema, path);
  const limited = await read(site, rankPointsDocumentSchema, `${path}?ttft=2`);
  expect(new Set(all.points.frontier)).toEqual(new Set([0, 1, 2, 5, 6, 7]));
  expect(Math.max(...limited.points.ttft.map((seconds) => seconds ?? Infinity))).toBeLessThan(
    2.0005,
  );
  const within = (limit: number) =>
    all.points.ttft.filter((seconds) => seconds !== null && seconds <= limit).length;
  expect(limited.points.ttft.length).toBeLessThanOrEqual(within(2.0005));
  expect(limited.points.ttft.length).toBeGreaterThanOrEqual(within(1.9995));
});

test('the percentile asked for is that of the frontiers, which are told by it', async () => {
  const site = new Site();
  const path = '/rank/deepseek-r1/8k1k.points.json';
  const p50 = await read(site, rankPointsDocumentSchema, path);
  const p99 = await read(site, rankPointsDocumentSchema, `${path}?stat=p99`);
  expect([p50.stat, p99.stat]).toEqual(['p50', 'p99']);
  expect(p99.points.frontier).not.toEqual(p50.points.frontier);
  expect({ ...p99.points, frontier: null }).toEqual({ ...p50.points, frontier: null });
});

test('it answers 304 to who has it', async () => {
  const site = new Site();
  const path = `${RANKINGS[0]}.points.json`;
  const tag = (await site.fetch(path)).headers.get('ETag')!;
  const again = await site.fetch(path, { headers: { 'If-None-Match': tag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test.each([
  ['/rank/deepseek-r1/7k1k.points.json', 'deepseek-r1'],
  ['/rank/deepsek-r1/8k1k.points.json', 'deepseek-r1'],
])('%s: 404 with the nearest', async (path, near) => {
  const answer = await new Site().fetch(path);
  expect(answer.status).toBe(404);
  const { nearest } = (await answer.json()) as { nearest: { href: string }[] };
  expect(nearest.map(({ href }) => href)).toContain(`${ORIGIN}/rank/${near}/8k1k`);
});

test.each(['at=100', 'by=cost', 'points=all'])(
  '%s changes nothing in it: refused',
  async (query) => {
    expect((await new Site().fetch(`${RANKINGS[0]}.points.json?${query}`)).status).toBe(400);
  },
);
