import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { negotiatedMedium } from './accept.ts';
import { isNotModified } from './etag.ts';
import { ByteCache } from '../kv/byte-cache.ts';
import type { Store } from '../kv/store.ts';
import type { Pointer } from '../core/release.ts';

interface Finished {
  readonly body: ArrayBuffer;
  readonly headers: Headers;
  readonly tag: string;
}

const MAX_BYTES = 8 * 2 ** 20;
/** What a Map entry, its headers and its key weigh beside the body, about. */
const ENTRY_BYTES = 1024;

/**
 * Answers that this isolate has given before, given again without being made again.
 *
 * Only whole 200 answers with an entity tag are kept, and only while `current` says what it said
 * when they were made: such an answer follows from its address and the releases alone. An address
 * that gave one was canonical, so the address as written serves as the key.
 */
export function finishedAnswers(store: Store, maxBytes = MAX_BYTES): MiddlewareHandler<AppEnv> {
  const finished = new ByteCache<Finished>(maxBytes);
  let madeUnder: Pointer | null = null;

  return async function finishedAnswer(c, next) {
    const reading = store.peek();
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'; // Hono takes the body of HEAD away
    if (!isRead || (reading !== null && reading.whyStale !== null)) return next();
    if (reading !== null && reading.pointer !== madeUnder) {
      finished.clear();
      madeUnder = reading.pointer;
    }
    // without the host, of which no answer has anything
    const written = c.req.url.slice(c.req.url.indexOf('/', c.req.url.indexOf('://') + 3));
    const key = `${negotiatedMedium(c) ?? ''} ${written}`;
    const kept = reading === null ? null : finished.get(key);
    if (kept !== null) return again(c, kept);

    await next();
    const tag = c.res.headers.get('ETag');
    const isWhole =
      c.res.status === 200 && tag !== null && !c.res.headers.has('X-Matchpoint-Stale');
    const now = store.peek();
    if (!isWhole || now === null || now.pointer !== madeUnder) return;
    const body = await c.res.clone().arrayBuffer();
    finished.set(key, { body, headers: c.res.headers, tag }, body.byteLength + ENTRY_BYTES);
  };
}

function again(c: Context<AppEnv>, { body, headers, tag }: Finished): Response {
  if (!isNotModified(c.req.header('If-None-Match'), tag)) return new Response(body, { headers });
  const withoutType = new Headers(headers);
  withoutType.delete('Content-Type');
  return new Response(null, { status: 304, headers: withoutType });
}
