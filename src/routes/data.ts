import { KEY } from '../core/tokens.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Ask, ReleaseRoute } from '../http/route.ts';
import { frontiersName } from '../kv/keys.ts';
import { modelListing } from '../release/model-listing.ts';
import { sweepsPath } from '../view/links.ts';
import { catalogDocument } from '../view/text/catalog.ts';

const PARTS = /^\/sweeps\/([^/]+)\/([^/]+)\.json$/;
const json = { medium: 'json', kind: 'data', keys: ['release'] } as const;

/** What a release holds: its catalog, its sweeps, and the list of releases. */
export const DATA: readonly ReleaseRoute[] = [
  {
    ...json,
    path: '/catalog.json',
    examples: ['/catalog.json'],
    summary:
      'What can be compared: models, their sweeps and comparisons with answers, tokens, presets, rate cards',
    schema: 'Catalog',
    async make({ release, request }) {
      const index = await release.withSweeps();
      const listed = (model: string) => modelListing(index, model);
      return JSON.stringify(catalogDocument(index, listed, request.origin));
    },
  },
  {
    ...json,
    path: '/sweeps/{model}/{workload}.json',
    patterns: ['/sweeps/*'],
    examples: ['/sweeps/qwen-3-5/1k1k.json'],
    summary: 'The frontiers of a model and workload, each point with its source',
    schema: 'Sweeps',
    find({ request: { path } }) {
      const asked = path.toLowerCase();
      const parts = PARTS.exec(asked);
      if (parts !== null && parts.slice(1).every((part) => KEY.test(part))) {
        return { value: undefined, path: asked };
      }
      const rule = 'is /sweeps/<model>/<workload>.json, each a key';
      throw new ProblemError('invalid-address', `${path}: an address of sweeps ${rule}`);
    },
    make: sweeps,
  },
  {
    ...json,
    path: '/releases.json',
    examples: ['/releases.json'],
    summary: 'All releases; any listed as live can be pinned',
    schema: 'Releases',
    make({ release: { pointer } }) {
      const { release: current, previous, publishedAt } = pointer;
      const releases = pointer.releases.map(({ id, publishedAt: at, state }) => ({
        id,
        publishedAt: at,
        state,
      }));
      return JSON.stringify({ current, previous, publishedAt, releases });
    },
  },
  {
    path: '/health',
    examples: ['/health'],
    summary: 'Whether releases can be read',
    schema: 'Health',
    medium: 'json',
    kind: 'status',
    keys: [],
    isLenient: true,
    make: ({ release: { whyStale, manifest, pointer }, build }) =>
      JSON.stringify({
        status: whyStale === null ? 'ok' : 'stale',
        release: manifest.id,
        publishedAt: manifest.publishedAt,
        current: pointer.release,
        why: whyStale,
        build,
      }),
  },
];

/** The default runs' frontiers. */
async function sweeps({ release, request: { path } }: Ask): Promise<string> {
  const [, model = '', workload = ''] = PARTS.exec(path) ?? [];
  const blob = await release.workload(frontiersName(model, workload));
  if (blob !== null) {
    const { id, publishedAt } = release.manifest;
    return JSON.stringify({ version: 1, release: { id, publishedAt }, ...blob });
  }
  const prefix = frontiersName(model, '');
  const nearest = Object.keys(release.manifest.data)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .map((key) => ({ label: `${model} ${key}`, href: sweepsPath(model, key) }));
  throw new ProblemError('not-found', `${path}: no sweeps of this model and workload`, { nearest });
}
