import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireRemoteTarget } from '../../../data/kv/remote-target.ts';
import { wranglerKv } from '../../../data/kv/wrangler.ts';
import { wranglerProgram } from '../../../data/kv/wrangler-call.ts';
import { CONFIG_PATH } from '../../../data/project-paths.ts';

let place = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'matchpoint-wrangler-'));
});
afterAll(() => rm(place, { recursive: true }));

/** Programs in wrangler's place that do one thing a call, and how often they were called. */
async function calls(...steps: readonly string[]) {
  const name = join(place, String(Math.random()));
  const program = `${name}.mjs`;
  await writeFile(
    program,
    `import { appendFileSync, existsSync, readFileSync } from 'node:fs';
     const log = ${JSON.stringify(name)};
     const made = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
     appendFileSync(log, '.');
     const steps = [${steps.map((step) => `() => { ${step} }`).join()}];
     steps[Math.min(made, steps.length - 1)]();`,
  );
  const kv = wranglerKv({ remote: true }, { program, limitMs: 1500, tries: 3, waitMs: 1 });
  return { kv, made: async () => (await readFile(name, 'utf8')).length };
}

const HANG = 'setInterval(() => {}, 1000);';
const BUSY = `console.error('Received a 503'); process.exit(1);`;
const VALUE = `console.log('a notice\\n{"a":{"value":"1"}}');`;

describe('a call of wrangler', () => {
  test('that hangs is ended, and one that fails made again', async () => {
    const { kv, made } = await calls(HANG, BUSY, VALUE);
    expect(await kv.get(['a'])).toEqual(new Map([['a', '1']]));
    expect(await made()).toBe(3);
  });

  test('that keeps hanging fails with how long and how often', async () => {
    const { kv } = await calls(`console.error('so far'); ${HANG}`);
    await expect(kv.list('m/')).rejects.toThrow(
      'wrangler kv key list did not end within 1.5 s, 3 times: so far',
    );
  });

  test.each([
    {
      says: 'Authentication error [code: 10000]',
      remedy: /: Authentication error.*\nwrangler has no credentials .*`npx wrangler login`/,
    },
    {
      says: 'namespace not found [code: 10013]',
      remedy: /\nwrangler.toml does not name a KV namespace of this account: /,
    },
    { says: 'key exceeds the limit of 512', remedy: /exceeds the limit of 512$/ },
  ])('that no second try mends is made once: $says', async ({ says, remedy }) => {
    const { kv, made } = await calls(`console.error(${JSON.stringify(says)}); process.exit(1);`);
    await expect(kv.get(['a'])).rejects.toThrow(remedy);
    expect(await made()).toBe(1);
  });

  test.each([
    { name: 'a write of current', act: 'put', key: 'current', times: 1 },
    { name: 'another write', act: 'put', key: 'b/1', times: 3 },
    { name: 'a removal', act: 'remove', key: 'b/1', times: 1 },
  ])('$name that fails is made $times times', async ({ act, key, times }) => {
    const { kv, made } = await calls(BUSY);
    const failing = act === 'put' ? kv.put(new Map([[key, 'x']])) : kv.remove([key]);
    await expect(failing).rejects.toThrow('Received a 503');
    expect(await made()).toBe(times);
  });
});

test('without credentials the real wrangler is asked once, and the error says what to do', async () => {
  const token = process.env['CLOUDFLARE_API_TOKEN'];
  delete process.env['CLOUDFLARE_API_TOKEN'];
  try {
    const kv = wranglerKv({ remote: true }, { program: wranglerProgram() });
    const failure = await kv.get(['current']).catch((error: Error) => error);
    expect(String(failure)).toMatch(
      /^Error: wrangler kv bulk get ended with exit code 1: [^]*\nwrangler has no credentials that are accepted/,
    );
    expect(String(failure)).not.toContain('\u001b'); // no colours
  } finally {
    if (token !== undefined) process.env['CLOUDFLARE_API_TOKEN'] = token;
  }
});

test('a configuration that names no namespace is refused before anything else', async () => {
  expect(() => requireRemoteTarget()).toThrow(
    /^wrangler.toml does not name the KV namespace to publish to: .*`npx wrangler kv namespace create KV`/,
  );
  const named = join(place, 'wrangler.toml');
  const config = await readFile(CONFIG_PATH, 'utf8');
  await writeFile(named, config.replace(/id = "0+"/, 'id = "0123456789abcdef0123456789abcdef"'));
  expect(() => requireRemoteTarget(named)).not.toThrow();
});
