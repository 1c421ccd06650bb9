import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localKv } from '../../../data/kv/local.ts';
import { dryRunKv, memoryKv } from '../../../data/kv/port.ts';
import { wranglerKv } from '../../../data/kv/wrangler.ts';
import { isServed, noteServed } from '../../../data/kv/served-content.ts';

let state = '';
beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'matchpoint-kv-'));
});
afterAll(() => rm(state, { recursive: true }));

const TEXT = 'text with "quotes", {braces}, é and a\nnew line';

test('what one port writes the other reads, in the same local KV', async () => {
  const wrangler = wranglerKv({ localState: state });
  await wrangler.put(
    new Map([
      ['b/1', TEXT],
      ['b/2', 'two'],
    ]),
  );
  const local = await localKv(state);
  try {
    expect(await local.get(['b/2', 'none', 'b/1'])).toEqual(
      new Map([
        ['b/2', 'two'],
        ['none', null],
        ['b/1', TEXT],
      ]),
    );
    await local.remove(['b/2']);
  } finally {
    await local.close();
  }
  expect(await wrangler.get(['b/1', 'b/2'])).toEqual(
    new Map([
      ['b/1', TEXT],
      ['b/2', null],
    ]),
  );
  await wrangler.remove(['b/1']);
  expect(await wrangler.get(['b/1'])).toEqual(new Map([['b/1', null]]));
});

test('more keys than one read takes', async () => {
  const entries = new Map(Array.from({ length: 250 }, (_, i) => [`k/${i}`, String(i)]));
  const local = await localKv(state);
  try {
    await local.put(entries);
    expect(await local.get([...entries.keys()])).toEqual(entries);
  } finally {
    await local.close();
  }
});

test('a failing wrangler is an error with what it said', async () => {
  const key = new Map([['k'.repeat(600), 'longer than the 512 bytes that KV takes']]);
  await expect(wranglerKv({ localState: state }).put(key)).rejects.toThrow(
    /^wrangler kv bulk put ended with exit code 1: /,
  );
});

test('a dry run sees its own writes and removals, and leaves the rest alone', async () => {
  const entries = new Map([
    ['a', '1'],
    ['b', '2'],
  ]);
  const kv = dryRunKv(memoryKv(entries));
  await kv.put(
    new Map([
      ['a', '3'],
      ['c', '4'],
    ]),
  );
  await kv.remove(['b']);
  expect([...(await kv.get(['a', 'b', 'c'])).values()]).toEqual(['3', null, '4']);
  expect(entries).toEqual(
    new Map([
      ['a', '1'],
      ['b', '2'],
    ]),
  );
});

test('writing current makes the note about what is served void', async () => {
  await noteServed(state, 'x');
  expect(await isServed(state, 'x')).toBe(true);
  const local = await localKv(state);
  try {
    await local.put(new Map([['b/9', 'blob']]));
    expect(await isServed(state, 'x')).toBe(true);
    await local.put(new Map([['current', '{}']]));
  } finally {
    await local.close();
  }
  expect(await isServed(state, 'x')).toBe(false);
  await noteServed(state, 'x');
  await rm(join(state, 'v3', 'kv'), { recursive: true }); // as who wants to start anew does
  expect(await isServed(state, 'x')).toBe(false);
});
