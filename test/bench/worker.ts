import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { Miniflare } from 'miniflare';
import type { BlobRef, Pointer } from '../../src/core/release.ts';
import { CURRENT, blobKey, manifestKey } from '../../src/kv/keys.ts';
import { contentHash } from '../../data/release/release.ts';
import type { BuiltRelease } from '../../data/release/release.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COMPATIBILITY = '2026-10-20';
/** What the files of an upload are to workerd. */
const MODULE_TYPES: Readonly<Record<string, 'esm' | 'wasm' | 'data'>> = {
  '.js': 'esm',
  '.wasm': 'wasm',
  '.woff': 'data',
  '.png': 'data',
};

/** A Worker in workerd, asked over HTTP. */
export interface BenchWorker {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * The built Worker, as a deploy would upload it, with a release in its KV.
 *
 * @param scripts - files of `/widgets/` that the release carries, text by name
 */
export async function siteWorker(
  { manifest, blobs }: BuiltRelease,
  scripts: ReadonlyMap<string, string> = new Map(),
): Promise<BenchWorker> {
  const miniflare = await startedWorker(null, await freePort());
  const kv = await miniflare.getKVNamespace('KV');
  const publishedAt = '2026-11-23T09:00:00Z';
  const refs: Record<string, BlobRef> = {};
  for (const [name, text] of scripts) {
    refs[name] = { hash: contentHash(text), size: Buffer.byteLength(text) };
    await kv.put(blobKey(refs[name].hash), text);
  }
  const whole = { ...manifest, publishedAt, cards: {}, scripts: refs };
  const text = JSON.stringify(whole);
  const ref = { id: manifest.id, manifest: contentHash(text) };
  await kv.put(manifestKey(ref), text);
  for (const [hash, blob] of blobs) await kv.put(blobKey(hash), blob);
  const index = JSON.stringify(refs);
  const scriptIndex = { hash: contentHash(index), size: Buffer.byteLength(index) };
  await kv.put(blobKey(scriptIndex.hash), index);
  const pointer: Pointer = {
    release: ref.id,
    manifest: ref.manifest,
    previous: null,
    publishedAt,
    scripts: scriptIndex,
    releases: [{ ...ref, publishedAt, state: 'live' }],
  };
  await kv.put(CURRENT, JSON.stringify(pointer)); // last, as publishing does
  const url = String(await miniflare.ready).replace(/\/$/, '');
  return { url, stop: () => miniflare.dispose() };
}

/** Any entry file as a Worker, bundled as a deploy would bundle it. */
export async function workerOf(entry: string): Promise<BenchWorker> {
  const miniflare = await startedWorker(entry);
  return { url: String(await miniflare.ready).replace(/\/$/, ''), stop: () => miniflare.dispose() };
}

/** @param entry - `null` for the site's own, whose origin is that of `localhost` on the port */
async function startedWorker(entry: string | null, port = 0): Promise<Miniflare> {
  const outdir = mkdtempSync(join(tmpdir(), 'matchpoint-bench-'));
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const args = [
    wrangler,
    'deploy',
    ...(entry === null ? [] : [entry]),
    '--dry-run',
    '--outdir',
    outdir,
  ];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const files = readdirSync(outdir).filter((name) => MODULE_TYPES[extname(name)] !== undefined);
  const modules = Object.fromEntries(
    files.map((name) => [
      name,
      {
        type: MODULE_TYPES[extname(name)]!,
        contents: Uint8Array.from(readFileSync(join(outdir, name))),
      },
    ]),
  );
  rmSync(outdir, { recursive: true });
  const mainModule = files.find((name) => name.endsWith('.js'))!;
  return new Miniflare({
    port,
    workers: [
      {
        config: {
          name: 'bench',
          compatibilityDate: COMPATIBILITY,
          manifest: { mainModule, modules },
          env: {
            KV: { type: 'kv', id: 'bench' },
            ORIGIN: { type: 'text', value: `http://localhost:${port}` },
            // more than any bench or test draws
            RENDER_LIMIT: {
              type: 'rate-limit',
              namespace: 'bench',
              simple: { limit: 1e6, period: 60 },
            },
          },
        },
      },
    ],
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => void server.close(closed));
  return port;
}

/** A Hono app whose one route answers a constant JSON body of so many characters. */
export async function staticWorker(length: number): Promise<BenchWorker> {
  const contents = `
    import { Hono } from 'hono';
    const body = JSON.stringify({ text: 'x'.repeat(${length}) });
    export default new Hono().get('/static', (c) =>
      c.body(body, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=60' }));
  `;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: ROOT, loader: 'js' },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const modules = { 'index.js': { type: 'esm', contents: outputFiles[0]!.text } } as const;
  const manifest = { mainModule: 'index.js', modules };
  const config = { name: 'static', compatibilityDate: COMPATIBILITY, manifest };
  const miniflare = new Miniflare({ port: 0, workers: [{ config }] });
  const url = String(await miniflare.ready).replace(/\/$/, '');
  return { url, stop: () => miniflare.dispose() };
}

/** Milliseconds per request over some paths, several requests at a time; each has to be 200. */
export async function msPerRequest(
  { url }: BenchWorker,
  paths: readonly string[],
  count: number,
  lanes = 8,
): Promise<number> {
  let next = 0;
  const start = performance.now();
  const lane = async () => {
    while (next < count) {
      const path = paths[next++ % paths.length]!;
      const response = await fetch(`${url}${path}`);
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (performance.now() - start) / count;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
