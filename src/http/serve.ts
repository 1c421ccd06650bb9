import { WORDS } from '../view/words/words.ts';
import type { Context, Hono } from 'hono';
import { buildOf, originOf } from '../env.ts';
import type { AppEnv, RefusalForm } from '../env.ts';
import { RELEASE_ID } from '../kv/keys.ts';
import { kvReader } from '../kv/reader.ts';
import type { Release } from '../kv/store.ts';
import { parseQuery } from '../schema/query.ts';
import type { Query, QueryScope } from '../schema/query.ts';
import type { ParameterName } from '../schema/query-parameters.ts';
import { withQuery } from '../view/links.ts';
import { negotiatedMedium } from './accept.ts';
import { encodedPath, parseRequest } from './address.ts';
import type { RequestAddress } from './address.ts';
import { fixedAnswer, movedAnswer, releaseAnswer } from './answer.ts';
import { drawInTurn } from './drawing.ts';
import { ProblemError, invalidQuery } from './problem-error.ts';
import type { Ask, AddressMatch, ReleaseRoute, Route } from './route.ts';
import type { Services } from './services.ts';

/**
 * Serves every route of a table: refuses, redirects to the canonical spelling, answers 304, or
 * makes.
 */
export function serve(app: Hono<AppEnv>, services: Services, routes: readonly Route[]): void {
  const patternsOf = ({ path, patterns = [path] }: Route) => patterns;
  for (const pattern of new Set(routes.flatMap(patternsOf))) {
    const candidates = routes
      .filter((route) => patternsOf(route).includes(pattern))
      .toSorted((a, b) => (b.extension?.length ?? 0) - (a.extension?.length ?? 0));
    app.get(pattern, (c) => {
      const path = c.req.path.toLowerCase().replace(/\/+$/, '');
      const route = candidates.find(({ extension = '' }) => path.endsWith(extension))!; // '' always fits
      return answer(c, services, route);
    });
  }
}

async function answer(c: Context<AppEnv>, services: Services, route: Route): Promise<Response> {
  c.set('refusalForm', {
    isPage: route.medium === 'html',
    isFramed: 'isFramed' in route && route.isFramed === true,
    picture: refusalPicture(route),
  });
  const request = requestOf(c);
  if (route.kind === 'fixed') return fixedAnswer(c, services, route.medium, route.make(request));
  const pin = route.pinOf
    ? route.pinOf(request)
    : route.keys.includes('release')
      ? pinIn(request)
      : null;
  return withRelease(c, services, pin, async (release) => {
    const query = queryOf(request, route.keys, release, unknownKeys(route));
    const ask: Ask = {
      release,
      request,
      query,
      words: WORDS[query.lang],
      build: buildOf(c.env),
      drawing: (scale, draw) => drawInTurn(c, services, scale, draw),
      toDocument: services.toDocument,
      withOther: (id, use) => withRelease(c, services, id, use),
    };
    return answerAsk(c, services, route, ask);
  });
}

/** An address that is shared collects keys on its way; one that a program asks for has only its own. */
function unknownKeys({ isLenient, medium }: ReleaseRoute): QueryScope['unknown'] {
  if (isLenient) return 'drop';
  return medium === 'html' ? 'drop-tracking' : 'refuse';
}

function refusalPicture(route: Route): RefusalForm['picture'] {
  if (route.kind === 'fixed') return null;
  if (route.isBadge) return 'badge';
  return route.isPicture ? (route.medium as 'svg' | 'png') : null;
}

async function answerAsk(
  c: Context<AppEnv>,
  services: Services,
  route: ReleaseRoute,
  ask: Ask,
): Promise<Response> {
  const { release, request, query } = ask;
  const { kind, isFramed = false, isLenient = false, negotiated } = route;
  const match: AddressMatch<unknown> = (await route.find?.(ask)) ?? {
    value: undefined,
    path: encodedPath(request.path.toLowerCase()),
  };
  const written = `${request.writtenPath}${request.writtenQuery}`;
  const address = isLenient ? written : withQuery(match.path, match.keys ?? query.keys);
  if (address !== written) return movedAnswer(address);

  const other = negotiated === undefined ? null : negotiatedMedium(c);
  const medium = other ?? match.medium ?? route.medium;
  const make = async () => (other === null ? route.make : negotiated![other])(ask, match.value);
  if (kind === 'status') return fixedAnswer(c, services, medium, await make(), 'never');
  const isNegotiated = negotiated !== undefined;
  const { tag = address, isHashed = false } = match;
  const form = { medium, kind, isHashed, isFramed, isNegotiated, address: tag };
  return releaseAnswer(c, services, release, form, make);
}

/**
 * The address of a request, taken apart. Its origin is the configured one: a cache may leave the
 * host out of its key, so nothing may follow from it.
 *
 * @throws ProblemError if it cannot be one
 */
export function requestOf(c: Context<AppEnv>): RequestAddress {
  const parsed = parseRequest(c.req.url);
  if ('value' in parsed) return { ...parsed.value, origin: originOf(c.env) };
  throw new ProblemError('invalid-address', parsed.problem.detail);
}

/**
 * The release id that an address is pinned to; `null` for a live one.
 *
 * @param name - of the query key that says so
 * @throws ProblemError if it is none
 */
export function pinIn({ query }: RequestAddress, name = 'release'): string | null {
  const isGiven = ([key, value]: readonly [string, string]) =>
    key.toLowerCase() === name && value.trim() !== '';
  const pin = query.find(isGiven)?.[1].trim().toLowerCase();
  if (pin === undefined || RELEASE_ID.test(pin)) return pin ?? null;
  throw invalidQuery({ key: name, value: pin, rule: 'is a release id: 12 hex digits' });
}

/**
 * The query of an address under the names that it takes.
 *
 * @throws ProblemError for a value that breaks its rule
 */
export function queryOf(
  { query }: RequestAddress,
  names: readonly ParameterName[],
  { manifest }: Pick<Release, 'manifest'>,
  unknown: QueryScope['unknown'],
): Query {
  const { vocabulary, rates } = manifest.catalog;
  const parsed = parseQuery(query, {
    names,
    hardware: names.includes('usd') ? vocabulary.hardware.map(({ key }) => key) : [],
    rates: rates.map(({ id }) => id),
    unknown,
  });
  if ('value' in parsed) return parsed.value;
  throw invalidQuery(parsed.problem);
}

/** What `use` makes of the release with this id, or of the live one. */
export function withRelease<T>(
  c: Context<AppEnv>,
  { store }: Services,
  pin: string | null,
  use: (release: Release) => Promise<T>,
): Promise<T> {
  const reader = kvReader(c.env.KV, (work) => c.executionCtx.waitUntil(work));
  return store.withRelease(reader, pin, use);
}
