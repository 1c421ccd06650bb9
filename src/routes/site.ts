import { rankGroup } from '../core/ranking/rank-group.ts';
import { runCounts } from '../core/ranking/run-counts.ts';
import { FORMS } from '../forms.ts';
import type { Route } from '../http/route.ts';
import type { Release } from '../kv/store.ts';
import openapi from '../openapi.json' with { type: 'json' };
import { SITE_NAME } from '../view/brand.ts';
import { releaseExamples } from '../release/examples.ts';
import { modelListing } from '../release/model-listing.ts';
import { rankedWorkloads } from '../release/ranking.ts';
import { comparisonPath, historyPath, rankPath } from '../view/links.ts';
import { h } from '../view/markup/markup.ts';
import { toHtml } from '../view/markup/html.ts';
import { faviconSvg } from '../view/page/favicon.ts';
import { llmsText } from '../view/text/llms.ts';
import { describedParameters } from './described-api.ts';
import { API } from './api.ts';
import { BUILDER } from './embed-builder.ts';
import { PAGES } from './pages.ts';

/** What programs read first: the map of the site, its rules, and how to call it. */
export const SITE: readonly Route[] = [
  {
    path: '/sitemap.xml',
    examples: ['/sitemap.xml'],
    summary: 'The pages that a search engine should know',
    medium: 'xml',
    kind: 'data',
    keys: ['release'],
    make: ({ release, request }) => sitemap(release, request.origin),
  },
  {
    path: '/llms.txt',
    examples: ['/llms.txt'],
    summary: 'What can be asked of this site, for language models',
    medium: 'text',
    kind: 'data',
    keys: ['lang', 'release'],
    make: async ({ release, request, words }) =>
      llmsText(
        {
          catalog: release.manifest.catalog,
          examples: releaseExamples(await release.withSweeps()),
          forms: FORMS,
          origin: request.origin,
        },
        words,
      ),
  },
  {
    path: '/robots.txt',
    examples: ['/robots.txt'],
    summary: 'What crawlers may read: everything',
    medium: 'text',
    kind: 'fixed',
    make: ({ origin }) => {
      const sitemap = origin === '' ? '' : `\nSitemap: ${origin}/sitemap.xml\n`; // has to be absolute
      return `User-agent: *\nAllow: /\n${sitemap}`;
    },
  },
  {
    path: '/openapi.json',
    examples: ['/openapi.json'],
    summary: 'This description',
    medium: 'json',
    kind: 'data',
    keys: [],
    isLenient: true,
    make: async ({ release, request: { origin }, words }) => {
      const info = { title: SITE_NAME, ...openapi.info };
      const parameters = await describedParameters(release, origin, words);
      const components = { ...openapi.components, parameters };
      return JSON.stringify({ ...openapi, info, servers: [{ url: origin || '/' }], components });
    },
  },
  {
    path: '/favicon.svg',
    examples: ['/favicon.svg'],
    summary: 'The icon of the site',
    medium: 'svg',
    kind: 'fixed',
    make: faviconSvg,
  },
];

/** Addresses that a sitemap may hold (https://www.sitemaps.org/protocol.html). */
const MAX_ADDRESSES = 50_000;

/**
 * The pages that stand by themselves, every ranking, the comparisons that have data, those of
 * presets before others, and the configurations that have earlier runs.
 */
async function sitemap(release: Release, origin: string): Promise<string> {
  const { manifest } = release;
  const { models, presets } = manifest.catalog;
  const index = await release.withSweeps();
  const rankings = models.flatMap(({ key }) =>
    rankedWorkloads(release, key).map((workload) => rankPath(`${key}/${workload}`)),
  );
  const histories = models.flatMap(({ key }) =>
    rankedWorkloads(release, key).flatMap((workload) => {
      const entries = index.entriesOf(key);
      const group = rankGroup(entries, workload, { basis: null, interactivityBasis: null });
      const rows = Object.keys(runCounts(group?.entries ?? [], entries));
      return rows.map((row) => historyPath(`${key}/${workload}/${row}`));
    }),
  );
  const isPreset = new Set(presets.map(({ id }) => id));
  const comparisons = models
    .flatMap(({ key }) => modelListing(index, key).comparisons)
    .map(({ id }) => id)
    .toSorted((a, b) => Number(isPreset.has(b)) - Number(isPreset.has(a)));
  const paths = [
    ...[...PAGES, API, BUILDER].map(({ path }) => path),
    ...rankings,
    ...comparisons.map((id) => comparisonPath(id)),
    ...histories,
  ].slice(0, MAX_ADDRESSES);
  const lastmod = manifest.publishedAt.slice(0, 10);
  const urls = paths.map((path) =>
    h('url', null, h('loc', null, `${origin}${path}`), h('lastmod', null, lastmod)),
  );
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toHtml(h('urlset', { xmlns }, urls))}\n`;
}
