import { Hono } from 'hono';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { RequestAddress } from '../http/address.ts';
import { fixedAnswer, movedAnswer, releaseAnswer } from '../http/answer.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { frontiersName } from '../kv/keys.ts';
import { kvReader } from '../kv/reader.ts';
import type { Release } from '../kv/store.ts';
import { catalogDocument } from '../release/catalog.ts';
import { moveTo, requestQuery, withRequestedRelease } from './request.ts';

export const dataExamples = [
  '/catalog.json',
  '/sweeps/qwen-3-5/1k1k.json',
  '/releases.json',
  '/health',
];

/** What a release holds: its catalog, its sweeps, and the list of releases. */
export function dataRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/catalog.json', (c) =>
      withRequestedRelease(c, services, false, (release, request) =>
        dataAnswer(c, services, release, request, async () =>
          JSON.stringify(catalogDocument(release, request.origin)),
        ),
      ),
    )

    .get('/sweeps/*', (c) =>
      withRequestedRelease(c, services, false, (release, request) =>
        dataAnswer(c, services, release, request, () => sweeps(c, services, release, request)),
      ),
    )

    .get('/releases.json', (c) =>
      withRequestedRelease(c, services, false, (release, request) =>
        dataAnswer(c, services, release, request, async () => {
          const { release: current, previous, publishedAt, releases } = release.pointer;
          const listed = releases.map(({ id, publishedAt: at, state }) => ({
            id,
            publishedAt: at,
            state,
          }));
          return JSON.stringify({ current, previous, publishedAt, releases: listed });
        }),
      ),
    )

    .get('/health', async (c) => {
      const { store } = services;
      const body = await store.withRelease(kvReader(c.env.KV), null, async (release) =>
        JSON.stringify({
          status: release.isStale ? 'stale' : 'ok',
          release: release.manifest.id,
          publishedAt: release.manifest.publishedAt,
          build: c.env.VERSION?.id ?? 'local',
        }),
      );
      return fixedAnswer(services, 'json', body, 'never');
    });
}

/** A JSON answer of a release to an address that takes no query but the pin. */
async function dataAnswer(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  request: RequestAddress,
  make: () => Promise<string | Response>,
): Promise<Response> {
  const names = ['release'] as const;
  const query = await requestQuery(c, services, { release, request, names, isPage: false });
  if (query instanceof Response) return query;
  const path = encodeURI(request.path.toLowerCase());
  const moved = moveTo(request, path, query.canonical);
  if (moved !== null) return movedAnswer(moved);
  const address = `${path}${request.writtenQuery}`;
  return releaseAnswer(c, services, release, { medium: 'json', address, kind: 'data' }, make);
}

/** `/sweeps/<model>/<workload>.json`: the default runs' frontiers, each point with its source. */
async function sweeps(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  { path }: RequestAddress,
): Promise<string | Response> {
  const [, model = '', workload = ''] = /^\/sweeps\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  const blob = await release.workload(frontiersName(model, workload));
  if (blob !== null) {
    const { id, publishedAt } = release.manifest;
    return JSON.stringify({
      version: 1,
      release: { id, publishedAt },
      model: blob.model,
      workload: blob.workload,
      sweeps: blob.sweeps,
    });
  }
  const prefix = frontiersName(model, '');
  const nearest = Object.keys(release.manifest.data)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .map((key) => ({ label: `${model} ${key}`, href: `/sweeps/${model}/${key}.json` }));
  const detail = `${path}: no sweeps of this model and workload`;
  const isPage = false;
  return problemAnswer(c, services, { slug: 'not-found', status: 404, detail, isPage, nearest });
}
