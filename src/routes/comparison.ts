import { Hono } from 'hono';
import type { Context } from 'hono';
import { buildOf } from '../env.ts';
import type { AppEnv } from '../env.ts';
import { wantsMarkdown } from '../http/accept.ts';
import type { RequestAddress } from '../http/address.ts';
import { movedAnswer, releaseAnswer } from '../http/answer.ts';
import type { Medium } from '../http/media.ts';
import { errorAnswer, problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import type { Release } from '../kv/store.ts';
import { COMPARISON_KEYS, PICTURE_KEYS, PNG_KEYS } from '../schema/query-parameters.ts';
import type { ParameterName } from '../schema/query-parameters.ts';
import type { ComparisonQuery } from '../schema/query.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import { comparisonLinks } from '../view/links.ts';
import { altText } from '../view/text/summary.ts';
import { cardAddress } from './card-address.ts';
import { comparisonView } from './comparison-view.ts';
import { drawnCard, pictureRefusal, publishedCard } from './card.ts';
import { OLD_KINDS, extensionOf, locateComparison } from '../release/locate.ts';
import type { Extension, Located } from '../release/locate.ts';
import { nearbyComparisons } from '../release/nearby.ts';
import { readComparison } from '../release/comparison.ts';
import { moveTo, requestQuery, withRequestedRelease } from './request.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';

export const comparisonExamples = [
  REFERENCE,
  `${REFERENCE}.json`,
  `${REFERENCE}.csv`,
  `${REFERENCE}.md`,
  `${REFERENCE}.chart.svg`,
  `${REFERENCE}.json?at=100,120&usd=3.1`,
  `${REFERENCE}.svg`,
  `${REFERENCE}.png`,
  `${REFERENCE}.png?scale=2&theme=dark`,
  '/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none',
];

/** Query keys of the forms that have more than a comparison's. */
const KEYS: Readonly<Partial<Record<Extension, readonly ParameterName[]>>> = {
  '.chart.svg': PICTURE_KEYS,
  '.svg': PICTURE_KEYS,
  '.png': PNG_KEYS,
};

/** What is served under each extension. */
const FORMS: Readonly<Record<Extension, Medium>> = {
  '': 'html',
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'md',
  '.chart.svg': 'svg',
  '.svg': 'svg',
  '.png': 'png',
};

/**
 * `/compare/<model>/<shared>/<sides>` and its other forms; addresses of the older kind lead there.
 */
export function comparisonRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const kind of ['compare', ...OLD_KINDS]) {
    const handle = (c: Context<AppEnv>) => {
      const extension = extensionOf(c.req.path);
      const answer = withRequestedRelease(c, services, extension === '', (release, request) =>
        answerComparison(c, services, release, request),
      );
      return isCard(extension) ? orFallback(c, services, answer, extension) : answer;
    };
    routes.get(`/${kind}/*`, handle).get(`/zh/${kind}/*`, handle);
  }
  routes.get('/cards/:hash/*', (c) => {
    const answer = withRequestedRelease(c, services, false, (release, request) =>
      answerHashedCard(c, services, release, request),
    );
    return orFallback(c, services, answer, '.png');
  });
  return routes;
}

/** A card under the address that names its content; under an older one, the card as it is now. */
function answerHashedCard(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  request: RequestAddress,
): Promise<Response> {
  const path = request.path.replace(/^\/cards\/[^/]*/, '/compare');
  return answerComparison(c, services, release, { ...request, path, writtenPath: path }, true);
}

function isCard(extension: Extension): extension is '.svg' | '.png' {
  return extension === '.svg' || extension === '.png';
}

/** A picture's answer, refusals and failures with the fallback picture. */
async function orFallback(
  c: Context<AppEnv>,
  services: Services,
  answer: Promise<Response>,
  extension: '.svg' | '.png',
): Promise<Response> {
  const response = await answer.catch((error: Error) => errorAnswer(c, services, error));
  return response.status < 400 ? response : pictureRefusal(response, extension);
}

async function answerComparison(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  request: RequestAddress,
  isHashed = false,
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
  const names = KEYS[extension] ?? COMPARISON_KEYS;
  const query = await requestQuery(c, services, { release, request, names, isPage });
  if (query instanceof Response) return query;
  const moved = moveTo(request, path, query.canonical);
  if (moved !== null) return movedAnswer(moved);

  const { id } = located.value;
  const build = buildOf(c.env);
  const medium = isPage && wantsMarkdown(c.req.header('Accept')) ? 'md' : FORMS[extension];
  const image = await cardAddress(build, release.manifest.id, id, query.canonical);
  const wanted = new URL(c.req.url);
  const isSame = isHashed && `${wanted.pathname}${wanted.search}` === image;
  const address = `${path}${request.writtenQuery}`;
  const kind = isPage ? 'page' : 'data';
  return releaseAnswer(
    c,
    services,
    release,
    { medium, address, kind, isHashed: isSame, isNegotiated: isPage },
    async () => {
      if (extension === '.png' && query.scale === 1) {
        const published = await publishedCard(release, id, query);
        if (published !== null) return published;
      }
      const comparison = await readComparison(release, located.value.address, query);
      if (comparison === null) return noData(c, services, release, located.value, query);
      if (isCard(extension)) return drawnCard(c, services, comparison, query, extension);
      const links = comparisonLinks(comparison, request.origin, query.canonical);
      const url = `${request.origin}${image}`;
      const preview = { url, ...CARD_SIZE, alt: altText(comparison) };
      return comparisonView({
        medium,
        comparison,
        links,
        release,
        query,
        located: located.value,
        preview,
      });
    },
  );
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
