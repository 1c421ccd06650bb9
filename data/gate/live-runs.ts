import * as z from 'zod/mini';
import { compareText, keyText, sweepHead } from '../../src/core/sweep.ts';
import type { SweepHead } from '../../src/core/sweep.ts';
import { problemSchema, sweepsDocumentSchema } from '../../src/schema/document.ts';
import type { FileSweep, SweepFile } from '../../src/schema/sweep-file.ts';
import { sweepsPath } from '../../src/view/links.ts';

const MAX_WAIT_MS = 30_000;

/**
 * The runs that a site serves of the same keys as some sweeps, as sweep files: the frontiers of its
 * default runs.
 *
 * @param site - an address of it, whose `release` pins the data
 * @param label - that they get, for a date need not tell them from a run of the same day
 * @throws Error that names the address and why it cannot be read
 */
export async function liveRuns(
  site: string,
  wanted: readonly Pick<SweepHead, 'key' | 'basis'>[],
  label: string,
): Promise<SweepFile[]> {
  if (!URL.canParse(site)) throw new Error(`${site}: no address; write https://host`);
  const { origin, searchParams } = new URL(site);
  const pin = searchParams.get('release');
  const keys = new Set(wanted.map(({ key, basis }) => keyText(key, basis)));
  const places = new Map(
    wanted.map(({ key: { model, workload } }) => [`${model} ${workload}`, { model, workload }]),
  );
  const byModel = new Map<string, FileSweep[]>();
  for (const { model, workload } of places.values()) {
    const query = pin === null ? '' : `?release=${encodeURIComponent(pin)}`;
    const sweeps = await served(`${origin}${sweepsPath(model, workload)}${query}`);
    const own = sweeps.filter(({ key, basis }) => keys.has(keyText(key, basis)));
    byModel.set(model, [
      ...(byModel.get(model) ?? []),
      ...own.map((sweep) => fileSweep(sweep, label)),
    ]);
  }
  return Array.from(byModel, ([model, sweeps]) => ({ model, sweeps }))
    .filter(({ sweeps }) => sweeps.length > 0)
    .toSorted((a, b) => compareText(a.model, b.model));
}

type ServedSweep = z.infer<typeof sweepsDocumentSchema>['sweeps'][number];

/** The sweeps at an address; none where the site has no such model or workload. */
async function served(address: string): Promise<readonly ServedSweep[]> {
  const signal = AbortSignal.timeout(MAX_WAIT_MS);
  const headers = { accept: 'application/json' };
  try {
    const response = await fetch(address, { headers, signal });
    const body: unknown = await response.json().catch(() => null);
    if (isWithoutSweeps(body)) return [];
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return z.parse(sweepsDocumentSchema, body).sweeps;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new Error(`${address}: cannot be read (${reason}); name a site of this program`, {
      cause: error,
    });
  }
}

/** Whether an answer says that the release has no such model or workload: not that there is no release. */
function isWithoutSweeps(body: unknown): boolean {
  const problem = z.safeParse(problemSchema, body);
  if (!problem.success || problem.data.releases !== undefined) return false;
  return problem.data.type.endsWith('#problem-not-found');
}

function fileSweep(sweep: ServedSweep, label: string): FileSweep {
  const { key, ...head } = sweepHead({ ...sweep, label });
  const { model: _, ...rest } = key;
  return { ...rest, ...head, sources: sweep.sources, points: sweep.points };
}
