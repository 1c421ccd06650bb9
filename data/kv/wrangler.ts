import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readBatches, writeBatches } from './batches.ts';
import type { KvPort } from './port.ts';
import { CONFIG_PATH, PROJECT_DIR } from '../project-paths.ts';

/** Which KV: the account's, or the one that `wrangler dev` keeps in a directory. */
type KvPlace = { readonly remote: true } | { readonly localState: string };

const gotSchema = z.record(z.string(), z.nullable(z.object({ value: z.nullable(z.string()) })));

/** KV through `wrangler kv bulk put | get | delete`, with wrangler's own credentials. */
export function wranglerKv(place: KvPlace): KvPort {
  const flags = 'remote' in place ? ['--remote'] : ['--local', '--persist-to', place.localState];
  const bulk = (verb: string, file: string, ...more: string[]) =>
    runWrangler(['kv', 'bulk', verb, file, '--binding', 'KV', ...flags, ...more]);
  return {
    async get(keys) {
      const values = new Map<string, string | null>();
      for (const batch of readBatches(keys)) {
        const printed = await withFile(batch, (file) => bulk('get', file));
        const stored = parsePrinted(printed);
        for (const key of batch) values.set(key, stored[key]?.value ?? null);
      }
      return values;
    },
    async put(entries) {
      for (const batch of writeBatches(entries)) {
        const pairs = Array.from(batch, ([key, value]) => ({ key, value }));
        await withFile(pairs, (file) => bulk('put', file));
      }
    },
    async remove(keys) {
      if (keys.length > 0) await withFile(keys, (file) => bulk('delete', file, '--force'));
    },
    close: () => Promise.resolve(),
  };
}

/** What wrangler printed: it may put notices before the JSON. */
function parsePrinted(printed: string): z.infer<typeof gotSchema> {
  const start = printed.indexOf('{');
  const parsed = gotSchema.safeParse(start < 0 ? null : parseJson(printed.slice(start)));
  if (parsed.success) return parsed.data;
  throw new Error(`wrangler kv bulk get: no JSON of values in its output: ${lastLines(printed)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1));
  } catch {
    return null;
  }
}

async function withFile<T>(content: unknown, use: (file: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'matchpoint-'));
  try {
    const file = join(directory, 'kv.json');
    await writeFile(file, JSON.stringify(content));
    return await use(file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The program behind the `wrangler` command, to be run with the Node that runs this. */
export function wranglerProgram(): string {
  const require = createRequire(import.meta.url);
  return join(require.resolve('wrangler/package.json'), '../bin/wrangler.js');
}

function runWrangler(args: readonly string[]): Promise<string> {
  const command = [wranglerProgram(), ...args, '--config', CONFIG_PATH];
  const child = spawn(process.execPath, command, {
    cwd: PROJECT_DIR,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const printed = Buffer.concat(output).toString();
      if (code === 0) return resolve(printed);
      const said = lastLines(Buffer.concat(errors).toString() || printed);
      const verb = args.slice(0, 3).join(' ');
      return reject(new Error(`wrangler ${verb} ended with exit code ${code}: ${said}`));
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-8).join('\n');
}
