import * as z from 'zod/mini';
import { compareText, keyText, sweepHead } from '../../src/core/sweep.ts';
import type { SweepHead } from '../../src/core/sweep.ts';
import { problemSchema, sweepsDocumentSchema } from '../../src/schema/document.ts';
import type { FileSweep, SweepFile } from '../../src/schema/sweep-file.ts';
import { ACCESS_VARIABLES, accessHeaders } from './site-credentials.ts';
import { sweepsPath } from '../../src/view/links.ts';

const MAX_WAIT_MS = 30_000;

/**
 * The runs that a site serves of the same keys as some sweeps, as sweep files: the frontiers of its
 * default runs.
 *
 * @param site - an address of it, whose `release` pins the data
 * @param label - that they get, for a date need not tell them from a run of the same day
 * @param environment - holds the service token of a private site, where there is one
 * @throws Error that names the address and why it cannot be read
 */
export async function liveRuns(
  site: string,
  wanted: readonly Pick<SweepHead, 'key' | 'basis'>[],
  label: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<SweepFile[]> {
  if (!URL.canParse(site)) throw new Error(`${site}: no address; write https://host`);
  const { origin, searchParams } = new URL(site);
  const access = accessHeaders(new URL(site), environment);
  const pin = searchParams.get('release');
  const keys = new Set(wanted.map(({ key, basis }) => keyText(key, basis)));
  const places = new Map(
    wanted.map(({ key: { model, workload } }) => [`${model} ${workload}`, { model, workload }]),
  );
  const byModel = new Map<string, FileSweep[]>();
  for (const { model, workload } of places.values()) {
    const query = pin === null ? '' : `?release=${encodeURIComponent(pin)}`;
    const sweeps = await served(`${origin}${sweepsPath(model, workload)}${query}`, access);
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

/** As much of the document as is read: a site may be of another version of this program. */
const SERVED = z.pick(sweepsDocumentSchema, { sweeps: true });
type ServedSweep = z.infer<typeof SERVED>['sweeps'][number];

/** The sweeps at an address; none where the site has no such model or workload. */
async function served(
  address: string,
  access: Record<string, string>,
): Promise<readonly ServedSweep[]> {
  const signal = AbortSignal.timeout(MAX_WAIT_MS);
  const headers = { accept: 'application/json', ...access };
  // A redirect would take the token along, to wherever it leads.
  const redirect = Object.keys(access).length > 0 ? 'manual' : 'follow';
  try {
    const response = await fetch(address, { headers, signal, redirect });
    const body: unknown = await response.json().catch(() => null);
    if (isWithoutSweeps(body)) return [];
    if (isForbidden(response, address)) {
      throw new Error(
        `it asks who is there: for a private site behind Cloudflare Access set ${ACCESS_VARIABLES} to a service token that it admits`,
      );
    }
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return z.parse(SERVED, body).sweeps;
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new Error(`${address}: cannot be read (${reason}); name a site of this program`, {
      cause: error,
    });
  }
}

/** Whether a site lets nobody in that it does not know, or sends them elsewhere to say who they are. */
function isForbidden({ status, redirected, url }: Response, address: string): boolean {
  const isElsewhere = redirected && new URL(url).origin !== new URL(address).origin;
  return isElsewhere || [301, 302, 303, 307, 308, 401, 403].includes(status);
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
