import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { catalogDocumentSchema } from '../../src/schema/document.ts';
import { ORIGIN, Site } from './site.ts';

/** What a program loads before it asks anything, bytes. */
const GZIPPED_BUDGET = 10_000;

type CatalogDocument = z.output<typeof catalogDocumentSchema>;

async function catalogOf(site: Site): Promise<CatalogDocument> {
  return catalogDocumentSchema.parse(await (await site.fetch('/catalog.json')).json());
}

test('says of each comparison what its own document says at the middle target', async () => {
  const site = new Site(['measured']);
  const { models } = await catalogOf(site);
  const all = models.flatMap(({ comparisons }) => comparisons);
  expect(all.length).toBeGreaterThan(50);
  for (const { id, ...said } of all) {
    const { targets, values, basis } = await site.document(`/compare/${id}.json`);
    const at = targets[(targets.length - 1) >> 1] ?? null;
    const lead = values.find(({ interactivity }) => interactivity === at)?.best.throughput ?? null;
    expect({ id, ...said }).toEqual({
      id,
      basis,
      interactivity: lead && at,
      outcome: lead?.outcome ?? null,
      ratio: lead?.ratio ?? null,
      side: lead === null || lead.outcome === 'level' ? null : lead.side,
    });
  }
});

test('lists exactly the combinations that the sweeps have', async () => {
  const site = new Site(['measured']);
  const { models } = await catalogOf(site);
  for (const { combinations, sweeps } of models) {
    const found = new Set<string>();
    for (const address of sweeps) {
      const { sweeps: all } = await (
        await site.fetch(address.slice(ORIGIN.length))
      ).json<{ sweeps: { basis: string; key: Record<string, string | null> }[] }>();
      for (const { basis, key } of all) {
        const { hardware, precision, specMethod, framework, deployment, workload } = key;
        const { interactivityBasis, offload } = key;
        const stated = [hardware, precision, specMethod, framework, deployment, workload];
        const tokens = stated.filter((token) => token !== null).join('-');
        found.add(`${tokens} ${basis} ${interactivityBasis} ${offload}`);
      }
    }
    const listed = combinations.map(
      ({ tokens, basis, interactivityBasis, offload }) =>
        `${tokens} ${basis} ${interactivityBasis} ${offload}`,
    );
    expect(listed).toEqual([...found].toSorted());
  }
});

test('names no question twice, and is small enough to be loaded first', async () => {
  const response = await new Site().fetch('/catalog.json');
  const text = await response.text();
  const { models } = catalogDocumentSchema.parse(JSON.parse(text));
  const questions = models.flatMap(({ comparisons }) =>
    comparisons.map(({ id }) => {
      const cut = id.lastIndexOf('/');
      return `${id.slice(0, cut)} ${id
        .slice(cut + 1)
        .split('-vs-')
        .toSorted()
        .join()}`;
    }),
  );
  expect(new Set(questions).size).toBe(questions.length);
  const gzipped = new Response(text).body!.pipeThrough(new CompressionStream('gzip'));
  const { byteLength } = await new Response(gzipped).arrayBuffer();
  expect(byteLength).toBeLessThanOrEqual(GZIPPED_BUDGET);
});
