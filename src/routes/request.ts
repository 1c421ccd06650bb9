import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { parseRequest } from '../http/address.ts';
import type { RequestAddress } from '../http/address.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { kvReader } from '../kv/reader.ts';
import type { Release } from '../kv/store.ts';
import { RELEASE_ID } from '../kv/keys.ts';
import { parseQuery } from '../schema/query.ts';
import type { ComparisonQuery } from '../schema/query.ts';
import type { ParameterName } from '../schema/query-parameters.ts';

/**
 * Reads the release that a request asks for, the pinned or the live one, and answers from it; a
 * request that cannot be one is refused before anything is read.
 */
export async function withRequestedRelease(
  c: Context<AppEnv>,
  services: Services,
  isPage: boolean,
  answer: (release: Release, request: RequestAddress) => Promise<Response>,
): Promise<Response> {
  const parsed = parseRequest(c.req.url);
  if ('problem' in parsed) {
    const { detail } = parsed.problem;
    return problemAnswer(c, services, { slug: 'invalid-address', status: 400, detail, isPage });
  }
  const request = parsed.value;
  const pin = pinOf(request);
  if (pin !== null && !RELEASE_ID.test(pin)) {
    const broken = { key: 'release', value: pin, rule: 'is a release id: 12 hex digits' };
    return invalidQuery(c, services, broken, isPage);
  }
  const reader = kvReader(c.env.KV);
  return services.store.withRelease(reader, pin, (release) => answer(release, request));
}

/** The query under the names that an address takes, or the answer that refuses it. */
export async function requestQuery(
  c: Context<AppEnv>,
  services: Services,
  {
    release,
    request,
    names,
    isPage,
  }: {
    readonly release: Release;
    readonly request: RequestAddress;
    readonly names: readonly ParameterName[];
    readonly isPage: boolean;
  },
): Promise<ComparisonQuery | Response> {
  const { vocabulary, rates } = release.manifest.catalog;
  const hasPrices = names.includes('usd');
  const parsed = parseQuery(request.query, {
    names,
    hardware: hasPrices ? vocabulary.hardware.map(({ key }) => key) : [],
    rates: rates.map(({ id }) => id),
  });
  if ('value' in parsed) return parsed.value;
  return invalidQuery(c, services, parsed.problem, isPage);
}

/** The canonical address where the request was written in another way; `null` if it was not. */
export function moveTo(
  { writtenPath, writtenQuery }: RequestAddress,
  path: string,
  query: string,
): string | null {
  const search = query === '' ? '' : `?${query}`;
  return writtenPath === path && writtenQuery === search ? null : `${path}${search}`;
}

function pinOf({ query }: RequestAddress): string | null {
  const given = query.find(
    ([key, value]) => key.toLowerCase() === 'release' && value.trim() !== '',
  );
  return given === undefined ? null : given[1].trim().toLowerCase();
}

function invalidQuery(
  c: Context<AppEnv>,
  services: Services,
  { key, value, rule }: { readonly key: string; readonly value: string; readonly rule: string },
  isPage: boolean,
): Promise<Response> {
  const detail = `${key}=${value}: ${key} ${rule}`;
  const more = { key, value, rule };
  return problemAnswer(c, services, {
    slug: 'invalid-query',
    status: 400,
    detail,
    isPage,
    more,
  });
}
