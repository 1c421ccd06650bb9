import { expect, inject, test } from 'vitest';
import { changesDocumentSchema } from '../../src/schema/document.ts';
import type { ReleaseName } from '../release-fixtures.ts';
import { ORIGIN, Site } from './site.ts';

const id = (name: ReleaseName) => inject('releases')[name].id;

async function changes(site: Site, query: string) {
  const response = await site.fetch(`/changes.json?${query}`);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return changesDocumentSchema.parse(JSON.parse(text));
}

test('an import changes what a short address means, though no preset moved', async () => {
  const site = new Site(['shipped', 'measured']);
  const said = await changes(site, `from=${id('shipped')}`);
  expect([said.from.id, said.to.id]).toEqual([id('shipped'), id('measured')]);
  expect(said.models).toEqual(['deepseek-r1']);
  expect(said.left).toEqual([]);
  const short = said.comparisons.find(({ id: one }) => one === 'deepseek-r1/_/b200-vs-b300')!;
  expect(short).toMatchObject({ isPreset: false, kind: 'assignment' });
  // each of both addresses answers with the sweeps that are named
  for (const [address, side] of [
    [short.before!, 'before'],
    [short.after!, 'after'],
  ] as const) {
    const path = address.slice(ORIGIN.length).replace('?', '.json?');
    const { sides } = await site.document(path);
    for (const [i, { hardware, precision, workload }] of sides.entries()) {
      const [sweep] = short.assignments[i]![side];
      expect(sweep).toContain(`deepseek-r1 ${workload} ${hardware} ${precision}`);
    }
  }
});

test('every value that moved is what the two releases say', async () => {
  const site = new Site(['shipped', 'changed']);
  const said = await changes(site, `from=previous&model=qwen`);
  expect(said.models).toEqual(['qwen-3-5']);
  expect(said.comparisons.length).toBeGreaterThan(30);
  for (const { id: comparison, kind, values, largest } of said.comparisons.slice(0, 8)) {
    expect([kind, largest]).toEqual(['values', 1]); // every throughput is doubled, every cost halved
    const [{ interactivity: at } = { interactivity: 0 }] = values;
    const [before, after] = await Promise.all(
      [id('shipped'), id('changed')].map((release) =>
        site.document(`/compare/${comparison}.json?at=${at}&release=${release}`),
      ),
    );
    for (const value of values.filter(({ interactivity }) => interactivity === at)) {
      const of = (document: typeof before) =>
        document!.values[0]!.sides.find(({ side }) => side === value.side)![value.metric];
      expect([value.before, value.after]).toEqual([of(before), of(after)]);
    }
  }
});

test('what one answer has no room for is left, and asked for by model', async () => {
  const site = new Site(['shipped', 'changed']);
  const said = await changes(site, `from=${id('shipped')}&to=${id('changed')}`);
  expect(said.left.length).toBeGreaterThan(0);
  const all = new Set(said.models);
  for (const { model, href } of said.left) {
    const more = await changes(site, href.slice(`${ORIGIN}/changes.json?`.length));
    expect(more.models).toEqual([model]);
    expect(more.comparisons.every((one) => one.id.startsWith(`${model}/`))).toBe(true);
    all.add(model);
  }
  expect(all.size).toBe(said.models.length + said.left.length);
});

test('reads two manifests and the indexes that differ, nothing else', async () => {
  const site = new Site(['shipped', 'measured']);
  await changes(site, `from=${id('shipped')}`);
  const read = site.kv.reads.flat();
  expect(new Set(read).size).toBeLessThanOrEqual(1 + 2 + 2); // pointer, manifests, an index each
});

test('two of the same differ in nothing; back in time it is the other way round', async () => {
  const site = new Site(['shipped', 'measured']);
  const none = await changes(site, 'from=current');
  expect([none.comparisons, none.models, none.sweeps.added]).toEqual([[], [], []]);
  const there = await changes(site, `from=${id('shipped')}`);
  const back = await changes(site, `from=${id('measured')}&to=${id('shipped')}`);
  expect(back.sweeps).toEqual({ added: there.sweeps.removed, removed: there.sweeps.added });
});

test.each([
  ['', 400, 'from'],
  ['from=xyz', 400, 'release id'],
  ['from=0123456789ab', 404, '0123456789ab'],
  ['from=previous', 404, 'only one release'],
  ['from=current&model=qwne', 404, 'no such model'],
  ['from=current&since=1', 400, 'is no key'],
  [`from=current&to=${id('shipped')}`, 400, 'is a release id where to is one'],
])('?%s is refused: %s', async (query, status, said) => {
  const response = await new Site().fetch(`/changes.json?${query}`);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(said);
});

test('is kept for a day where both releases are named, else for a minute', async () => {
  const site = new Site(['shipped', 'measured']);
  const both = await site.fetch(`/changes.json?from=${id('shipped')}&to=${id('measured')}`);
  expect(both.headers.get('Cache-Control')).toBe('public, max-age=86400');
  const live = await site.fetch('/changes.json?from=previous');
  expect(live.headers.get('Cache-Control')).toContain('max-age=60');
});
