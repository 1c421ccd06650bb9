import type { Context } from 'hono';
import { buildOf, originOf } from '../env.ts';
import type { AppEnv } from '../env.ts';
import type { Release } from '../kv/store.ts';
import { CACHE, releaseCaching } from './cache.ts';
import type { Caching } from './cache.ts';
import { OPEN } from './cors.ts';
import { entityTag, isNotModified } from './etag.ts';
import { contentType, mediaHeaders, mediaType } from './media.ts';
import type { Medium } from './media.ts';
import { EVERYWHERE } from './security.ts';
import type { Body } from './route.ts';
import type { Services } from './services.ts';

/** What an answer to a request is, beside its body: what headers follow from. */
export interface Answer {
  readonly medium: Medium;
  /** canonical path and query, or what else the entity tag names */
  readonly address: string;
  /** pages live a minute even when their data are pinned */
  readonly kind: 'data' | 'page';
  /** the address holds a hash of what it answers, so that it may be kept for ever */
  readonly isHashed?: boolean;
  /** any page may frame it */
  readonly isFramed?: boolean;
  /** the address has other representations, chosen by `Accept` */
  readonly isNegotiated?: boolean;
}

/**
 * The answer of a release to an address: 304 without making it when the client has it, else what
 * `make` gives.
 */
export async function releaseAnswer(
  c: Context<AppEnv>,
  { pagePolicy, embedPolicy }: Services,
  release: Release,
  { medium, address, kind, isHashed = false, isFramed = false, isNegotiated = false }: Answer,
  make: () => Promise<Body>,
): Promise<Response> {
  const tag = entityTag({
    build: buildOf(c.env),
    release: release.manifest.id,
    address,
    representation: mediaType(medium),
  });
  const common = {
    ...mediaHeaders(medium, await (isFramed ? embedPolicy : pagePolicy)(originOf(c.env)), isFramed),
    'Cache-Control': CACHE[isHashed ? 'hashed' : releaseCaching(release, kind)],
    ETag: tag,
    ...(isNegotiated && { Vary: 'Accept' }),
    ...(release.isStale && { 'X-Matchpoint-Stale': '1' }),
  };
  if (isNotModified(c.req.header('If-None-Match'), tag)) {
    return new Response(null, { status: 304, headers: common });
  }
  return new Response(await make(), {
    headers: { ...common, 'Content-Type': contentType(medium) },
  });
}

/** An answer that follows from the deployed code alone, the same until the next deploy. */
export async function fixedAnswer(
  c: Context<AppEnv>,
  { pagePolicy }: Services,
  medium: Medium,
  body: Body,
  caching: Caching = 'live',
): Promise<Response> {
  return new Response(body, {
    headers: {
      ...mediaHeaders(medium, await pagePolicy(originOf(c.env))),
      'Cache-Control': CACHE[caching],
      'Content-Type': contentType(medium),
    },
  });
}

/** 308 to the canonical address, a path with its query. Scripts of other sites may follow it. */
export function movedAnswer(location: string): Response {
  return new Response(null, {
    status: 308,
    headers: { Location: location, 'Cache-Control': CACHE.moved, ...EVERYWHERE, ...OPEN },
  });
}
