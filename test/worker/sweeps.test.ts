import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { sweepsDocumentSchema } from '../../src/schema/document.ts';
import { rankPointsDocumentSchema } from '../../src/schema/rank-points-document.ts';
import { ORIGIN, Site } from './site.ts';

type SweepsDocument = z.output<typeof sweepsDocumentSchema>;

const PATH = '/sweeps/deepseek-r1/1k1k.json';
const site = new Site(['measured']);

async function sweepsAt(path: string): Promise<SweepsDocument> {
  const answer = await site.fetch(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return sweepsDocumentSchema.parse(await answer.json());
}

function keysOf({ sweeps }: SweepsDocument): string[] {
  return sweeps.map(({ key, basis, run }) => JSON.stringify([key, basis, run]));
}

test('without a choice has the frontiers, with points=all every point of the same runs', async () => {
  const [frontiers, whole] = [await sweepsAt(PATH), await sweepsAt(`${PATH}?points=all`)];
  expect([frontiers.points, whole.points]).toEqual(['frontier', 'all']);
  expect(keysOf(whole)).toEqual(keysOf(frontiers));
  const counts = whole.sweeps.map(({ points }, i) => [
    points.length,
    frontiers.sweeps[i]!.points.length,
  ]);
  for (const [all = 0, some = 0] of counts) expect(all).toBeGreaterThanOrEqual(some);
  expect(counts.some(([all = 0, some = 0]) => all > some)).toBe(true);
  for (const [i, { points }] of frontiers.sweeps.entries()) {
    const pairs = whole.sweeps[i]!.points.map(({ interactivity: x, throughput: y }) => `${x} ${y}`);
    for (const { interactivity: x, throughput: y } of points) expect(pairs).toContain(`${x} ${y}`);
  }
});

test('says what the numbers of its points are counted in, and where the others are', async () => {
  const document = await sweepsAt(PATH);
  const numbers = document.sweeps.flatMap(({ points }) =>
    points.flatMap((point) =>
      Object.entries(point).flatMap(([name, value]) => (typeof value === 'number' ? name : [])),
    ),
  );
  const named = new Set(numbers.filter((name) => name !== 'source'));
  expect(named.size).toBeGreaterThan(4);
  expect(Object.keys(document.units)).toEqual(expect.arrayContaining([...named]));
  expect(document.units).toMatchObject({
    interactivity: 'tok/s/user',
    throughput: 'total tok/s/GPU',
    ttft: 's: median time to first token',
  });
  const { frontiers, points } = document.links;
  expect([frontiers, points]).toEqual([`${ORIGIN}${PATH}`, `${ORIGIN}${PATH}?points=all`]);
});

test('is pinned with what leads to it, and leads on under the pin', async () => {
  const { id } = (await sweepsAt(PATH)).release;
  for (const pin of ['', `release=${id}`]) {
    const page = `/rank/deepseek-r1/1k1k`;
    const ranking = await site.fetch(`${page}.json?${pin}`);
    const moved = ranking.headers.get('Location');
    const { links } = await (moved === null ? ranking : await site.fetch(moved)).json<{
      links: { sweeps: string };
    }>();
    const query = pin && `?${pin}`;
    expect(links.sweeps).toBe(`${ORIGIN}${PATH}${query}`);
    const points = await site.fetch(`${page}.points.json${query}`);
    const cloud = rankPointsDocumentSchema.parse(await points.json());
    const more = pin && `&${pin}`;
    expect(cloud.links.sweeps).toBe(`${ORIGIN}${PATH}?points=all${more}`);
    expect((await sweepsAt(`${PATH}${query}`)).links.points).toBe(cloud.links.sweeps);
    expect(Object.keys(cloud.units)).toContain('e2elP99');
    const whole = await sweepsAt(cloud.links.sweeps.slice(ORIGIN.length));
    const measured = whole.sweeps.filter(
      ({ basis, key }) => basis === cloud.basis && key.interactivityBasis === 'median-tpot',
    );
    const count = measured.reduce((sum, { points: all }) => sum + all.length, 0);
    expect(cloud.points.throughput).toHaveLength(count);
  }
});

test('refuses a choice of points that is none of its own', async () => {
  const answer = await site.fetch(`${PATH}?points=measured`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('points is frontier or all');
});

test('names the workloads that there are under the same pin', async () => {
  const { id } = (await sweepsAt(PATH)).release;
  const answer = await site.fetch(`/sweeps/deepseek-r1/nothing.json?release=${id}`);
  expect(answer.status).toBe(404);
  const { nearest } = await answer.json<{ nearest: { href: string }[] }>();
  expect(nearest.map(({ href }) => href)).toContain(`${ORIGIN}${PATH}?release=${id}`);
});
