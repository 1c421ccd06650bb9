import type { ReleaseRoute } from '../http/route.ts';
import { modelListing } from '../release/model-listing.ts';
import { catalogDocument } from '../view/text/catalog.ts';

const json = { medium: 'json', kind: 'data', keys: ['release'] } as const;

/** What there is: the catalog of a release, the list of releases, and whether they can be read. */
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
