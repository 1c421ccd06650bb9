import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { CURRENT } from '../../src/kv/keys.ts';
import { writeTo } from '../write-files.ts';
import { readBatches, removalBatches, writeBatches } from './batches.ts';
import type { KvPort } from './port.ts';
import { callWrangler, lastLines, wranglerProgram } from './wrangler-call.ts';
import type { CallOptions } from './wrangler-call.ts';

/** Which KV: the account's, or the one that `wrangler dev` keeps in a directory. */
type KvPlace = { readonly remote: true } | { readonly localState: string };

const gotSchema = z.record(z.string(), z.nullable(z.object({ value: z.nullable(z.string()) })));
const listedSchema = z.array(z.object({ name: z.string() }));

/** How long a call may take: a minute, and what its bytes take on a slow line. */
const CALL_MS = 60_000;
const MS_PER_MB = 4000;
const CALLS: CallOptions = { limitMs: CALL_MS, tries: 3, waitMs: 2000, program: wranglerProgram() };
/** KV shows a write within a minute; a call that was under way has ended or failed by then. */
const SETTLE_MS = 2 * CALL_MS;

/**
 * KV through `wrangler kv bulk put | get | delete` and `wrangler kv key list`, with wrangler's own
 * credentials. A call that takes too long is ended, and made again as one that fails.
 *
 * @param calls - how calls are made, where not as usual
 */
export function wranglerKv(place: KvPlace, calls: Partial<CallOptions> = {}): KvPort {
  const options = { ...CALLS, ...calls };
  const isRemote = 'remote' in place;
  const flags = isRemote ? ['--remote'] : ['--local', '--persist-to', place.localState];
  const call = (args: readonly string[], more: Partial<CallOptions> = {}) =>
    callWrangler(['kv', ...args, '--binding', 'KV', ...flags], { ...options, ...more });
  return {
    place: isRemote ? '--remote' : `--local --state ${place.localState}`,
    settleMs: isRemote ? SETTLE_MS : 0,
    async get(keys, sizes) {
      const values = new Map<string, string | null>();
      for (const batch of readBatches(keys, sizes)) {
        const printed = await withFile(batch, (file) => call(['bulk', 'get', file]));
        const stored = parsedOutput('bulk get', printed, gotSchema);
        for (const key of batch) values.set(key, stored[key]?.value ?? null);
      }
      return values;
    },
    async list(prefix) {
      const printed = await call(['key', 'list', '--prefix', prefix]);
      return parsedOutput('key list', printed, listedSchema).map(({ name }) => name);
    },
    async put(entries) {
      // whether a failed write of `current` may be made again, its writer has to see first
      const tries = entries.has(CURRENT) ? 1 : options.tries;
      for (const batch of writeBatches(entries)) {
        const pairs = Array.from(batch, ([key, value]) => ({ key, value }));
        const megabytes = pairs.reduce((sum, { value }) => sum + value.length, 0) / 1e6;
        const limitMs = options.limitMs + megabytes * MS_PER_MB;
        await withFile(pairs, (file) => call(['bulk', 'put', file], { tries, limitMs }));
      }
    },
    async remove(keys) {
      for (const batch of removalBatches(keys)) {
        // once: nothing is to be removed later than its remover thinks
        await withFile(batch, (file) => call(['bulk', 'delete', file, '--force'], { tries: 1 }));
      }
    },
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    close: () => Promise.resolve(),
  };
}

/** The JSON in what wrangler printed: it may put notices before it. */
function parsedOutput<T>(verb: string, printed: string, schema: z.ZodMiniType<T>): T {
  const start = printed.search(/^[[{]/m);
  const end = Math.max(printed.lastIndexOf('}'), printed.lastIndexOf(']')) + 1;
  const parsed = schema.safeParse(start < 0 ? null : parseJson(printed.slice(start, end)));
  if (parsed.success) return parsed.data;
  throw new Error(`wrangler kv ${verb}: no JSON in its output: ${lastLines(printed)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @throws Error of the operating system that names the file, also where the disk is full */
async function withFile<T>(content: unknown, use: (file: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'matchpoint-'));
  try {
    const file = join(directory, 'kv.json');
    await writeTo(file, JSON.stringify(content));
    return await use(file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
