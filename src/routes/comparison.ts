import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Comparison } from '../core/comparison-types.ts';
import type { AppEnv } from '../env.ts';
import { wantsMarkdown } from '../http/accept.ts';
import type { RequestAddress } from '../http/address.ts';
import { movedAnswer, releaseAnswer } from '../http/answer.ts';
import type { Medium } from '../http/media.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import type { Release } from '../kv/store.ts';
import { COMPARISON_KEYS, PICTURE_KEYS } from '../schema/query-parameters.ts';
import type { ComparisonQuery } from '../schema/query.ts';
import { chartSvg } from '../view/chart-svg.ts';
import { comparisonPage } from '../view/comparison-page.ts';
import { comparisonCsv } from '../view/csv.ts';
import { toDocument } from '../view/html.ts';
import { comparisonDocument } from '../view/json.ts';
import { comparisonLinks } from '../view/links.ts';
import type { Links } from '../view/links.ts';
import { comparisonMarkdown } from '../view/markdown.ts';
import { OLD_KINDS, extensionOf, locateComparison } from './locate.ts';
import type { Extension, Located } from './locate.ts';
import { nearbyComparisons, otherPresets } from './nearby.ts';
import { readComparison } from './read-comparison.ts';
import { moveTo, requestQuery, withRequestedRelease } from './request.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

export const comparisonExamples = [
  REFERENCE,
  `${REFERENCE}.json`,
  `${REFERENCE}.csv`,
  `${REFERENCE}.md`,
  `${REFERENCE}.chart.svg`,
  `${REFERENCE}.json?at=100,120&usd=3.1`,
  '/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none',
];

/** What is served under each extension; pictures that are rendered have routes of their own. */
const FORMS: Readonly<Partial<Record<Extension, Medium>>> = {
  '': 'html',
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'md',
  '.chart.svg': 'svg',
};

/**
 * `/compare/<model>/<shared>/<sides>` and its other forms; addresses of the older kind lead there.
 */
export function comparisonRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const kind of ['compare', ...OLD_KINDS]) {
    const handle = (c: Context<AppEnv>) => {
      const isPage = extensionOf(c.req.path) === '';
      return withRequestedRelease(c, services, isPage, (release, request) =>
        answerComparison(c, services, release, request),
      );
    };
    routes.get(`/${kind}/*`, handle).get(`/zh/${kind}/*`, handle);
  }
  return routes;
}

async function answerComparison(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  request: RequestAddress,
): Promise<Response> {
  const isPage = extensionOf(request.path) === '';
  const located = locateComparison(request.path, release);
  if ('problem' in located) {
    const { token, position, rule, nearest } = located.problem;
    const hint = nearest.length > 0 ? `; nearest: ${nearest.join(', ')}` : '';
    const detail = `"${token}" at position ${position}: ${rule}${hint}`;
    const more = { token, position, rule, candidates: nearest };
    return problemAnswer(c, services, {
      slug: 'invalid-address',
      status: 400,
      detail,
      isPage,
      more,
    });
  }
  const { path, extension } = located.value;
  const names = extension.endsWith('svg') || extension === '.png' ? PICTURE_KEYS : COMPARISON_KEYS;
  const query = await requestQuery(c, services, { release, request, names, isPage });
  if (query instanceof Response) return query;
  const moved = moveTo(request, path, query.canonical);
  if (moved !== null) return movedAnswer(moved);

  const form = FORMS[extension];
  if (form === undefined) {
    const detail = `${extension}: no such form of a comparison`;
    return problemAnswer(c, services, { slug: 'not-found', status: 404, detail, isPage });
  }
  const medium = isPage && wantsMarkdown(c.req.header('Accept')) ? 'md' : form;
  const address = `${path}${request.writtenQuery}`;
  const kind = isPage ? 'page' : 'data';
  return releaseAnswer(
    c,
    services,
    release,
    { medium, address, kind, isNegotiated: isPage },
    async () => {
      const comparison = await readComparison(release, located.value.address, query);
      if (comparison === null) return noData(c, services, release, located.value, query);
      const links = comparisonLinks(comparison, request.origin, query.canonical);
      return view({ medium, comparison, links, release, query, located: located.value });
    },
  );
}

interface ViewInput {
  readonly medium: Medium;
  readonly comparison: Comparison;
  readonly links: Links;
  readonly release: Release;
  readonly query: ComparisonQuery;
  readonly located: Located;
}

function view({ medium, comparison, links, release, query, located }: ViewInput): string {
  switch (medium) {
    case 'json':
      return JSON.stringify(comparisonDocument(comparison, links));
    case 'csv':
      return comparisonCsv(comparison, links);
    case 'md':
      return comparisonMarkdown(comparison, links);
    case 'svg':
      return chartSvg(comparison, { theme: query.theme });
    default:
      return toDocument(
        comparisonPage({
          comparison,
          links: { ...links },
          query: { ...query, lang: 'en' },
          rates: release.manifest.catalog.rates.map(({ id }) => id),
          neighbours: otherPresets(release, located.address, query.release),
          embeds: [],
        }),
      );
  }
}

function noData(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  { address, id, extension }: Located,
  query: ComparisonQuery,
): Promise<Response> {
  const isKnown = release.manifest.catalog.models.some(({ key }) => key === address.model);
  const detail = isKnown
    ? `${id}: fewer than two sides have data`
    : `${address.model}: no such model`;
  const nearest = nearbyComparisons(release, address, query.release);
  const isPage = extension === '';
  return problemAnswer(c, services, { slug: 'not-found', status: 404, detail, isPage, nearest });
}
