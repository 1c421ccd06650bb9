import { createApp } from '../../src/app.ts';
import type { AppOptions } from '../../src/app.ts';
import type { Env } from '../../src/env.ts';
import { memoryKv } from '../kv/port.ts';
import { publishRelease } from '../publish/publish.ts';
import type { BuiltRelease } from '../release/release.ts';

/** The Worker over one release, in this process and without a network: no port, no wrangler. */
export interface MemorySite {
  /** @param path - with its query, from `/` on */
  fetch(path: string): Promise<Response>;
}

interface MemorySiteOptions extends Pick<AppOptions, 'toDocument'> {
  /** ISO 8601, UTC */
  readonly publishedAt: string;
  /** scheme and host that its addresses name; without it they are relative */
  readonly origin?: string;
}

/** A site over one release: published into a KV in memory, and asked by {@link MemorySite.fetch}. */
export async function memorySite(
  release: BuiltRelease,
  { publishedAt, toDocument, origin = '' }: MemorySiteOptions,
): Promise<MemorySite> {
  const entries = new Map<string, string>();
  const extras = { cards: new Map(), scripts: new Map() };
  await publishRelease(memoryKv(entries), release, extras, { now: publishedAt });
  const env = {
    KV: { get: (asked: string | string[]) => Promise.resolve(valueOf(entries, asked)) },
    ORIGIN: origin,
    RENDER_LIMIT: { limit: () => Promise.resolve({ success: true }) },
  } as unknown as Env; // the Worker calls nothing else
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  const app = createApp(toDocument === undefined ? {} : { toDocument });
  return {
    fetch: async (path) => app.fetch(new Request(`http://localhost${path}`), env, context),
  };
}

/** As KV answers: one value as bytes, several as texts by key. */
function valueOf(entries: ReadonlyMap<string, string>, asked: string | string[]) {
  if (typeof asked !== 'string') {
    return new Map(asked.map((key) => [key, entries.get(key) ?? null]));
  }
  const text = entries.get(asked);
  return text === undefined ? null : new TextEncoder().encode(text).buffer;
}
