import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { failureText } from '../../data/cli/failure.ts';
import { publishedText } from '../../data/cli/publish.ts';
import { rolledBackText } from '../../data/cli/rollback.ts';
import { verifiedText } from '../../data/cli/verify.ts';
import { withTimeLimit } from '../../data/kv/local-limit.ts';
import { memoryKv } from '../../data/kv/port.ts';
import type { KvPort } from '../../data/kv/port.ts';
import { requireRemoteTarget } from '../../data/kv/remote-target.ts';
import { callFailure } from '../../data/kv/wrangler-call.ts';
import { publishRelease } from '../../data/publish/publish.ts';
import { prune } from '../../data/publish/prune.ts';
import { rollback } from '../../data/publish/rollback.ts';
import { verifyRelease } from '../../data/publish/verify.ts';
import { publishableRelease } from '../../data/release/publishable.ts';
import { contentHash } from '../../data/release/release.ts';
import { blobKey, manifestKey } from '../../src/kv/keys.ts';
import type { KvReader } from '../../src/kv/reader.ts';
import { Store } from '../../src/kv/store.ts';
import { FakeClock } from '../worker/fake-clock.ts';
import { VALID } from './load/valid-data-set.ts';
import {
  NO_EXTRAS,
  Turns,
  dyingKv,
  pointerOf,
  publishing,
  toyRelease,
  toyReleases,
} from './publish/publishing.ts';

type Entries = Map<string, string>;

const PAGE = readFileSync(new URL('../../data/OPERATING.md', import.meta.url), 'utf8');
const SYMPTOMS = [...PAGE.matchAll(/^\| `(.+?)` \|/gm)].map(([, text]) => text!);

const [A, B, C] = toyReleases('a', 'b', 'c');
const NOW = '2026-06-01T00:00:00.000Z';
const LATER = '2026-06-01T02:00:00.000Z';
const PRUNING = { keep: 1, olderThan: 10 };

/** A text that symptoms are found in, as a pattern: `…` is anything. */
function isIn(symptom: string, printed: string): boolean {
  const parts = symptom.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`, 'm').test(printed);
}

async function entriesOf(...releases: readonly (typeof A)[]): Promise<Entries> {
  const entries: Entries = new Map();
  for (const [day, built] of releases.entries()) await publishing(entries, built, day + 1);
  return entries;
}

const publish = (kv: KvPort, built = C, isRepair = false) =>
  publishRelease(kv, built, NO_EXTRAS, { now: NOW, isRepair });
const said = async (kv: KvPort, built = C, isRepair = false) =>
  publishedText(await publish(kv, built, isRepair), kv.place);

/** What a command prints on KV with these entries changed. */
async function onBroken(
  change: (entries: Entries) => void,
  run: (kv: KvPort, entries: Entries) => Promise<unknown>,
  ...releases: readonly (typeof A)[]
): Promise<string> {
  const entries = await entriesOf(...(releases.length === 0 ? [A, B, C] : releases));
  change(entries);
  return String(await run(memoryKv(entries), entries).catch(failureText));
}

const ownBlob = ({ manifest }: typeof A) => blobKey(manifest.data['w/ant/1k1k']!.hash);

/** What the site answers with where KV is so. */
async function onSite(reader: Partial<KvReader>, entries: Entries = new Map()): Promise<string> {
  const clock = new FakeClock();
  const text = (key: string) => entries.get(key) ?? null;
  const store = new Store(clock);
  const whole: KvReader = {
    read: async (key) => {
      const value = text(key);
      return value === null ? null : new Response(value).arrayBuffer();
    },
    readTexts: async (keys) => new Map(keys.map((key) => [key, text(key)])),
    keepAlive: () => undefined,
    ...reader,
  };
  const answer = store.withRelease(whole, null, (release) => release.workload('w/ant/1k1k'));
  if (reader.read === silent) void clock.sleep(10_000);
  return answer.then(() => 'all is well', failureText);
}

function silent(): Promise<never> {
  return new Promise(() => undefined);
}

async function movedBetween(last: 'look' | 'write'): Promise<string> {
  const entries = await entriesOf(A);
  const turns = new Turns();
  const slow = publish(turns.kv('slow', entries)).catch(failureText);
  await turns.go('slow');
  const move = () => publishing(entries, B, 9);
  if (last === 'look') await move();
  else {
    while (pointerOf(entries).release !== C.manifest.id) await turns.go('slow');
    await move();
  }
  while (turns.waiting.length > 0) await turns.go('slow');
  return String(await slow);
}

async function prunedHalfway(run: (entries: Entries) => Promise<unknown>): Promise<string> {
  const entries = await entriesOf(A, B, C);
  await prune(memoryKv(entries), { ...PRUNING, now: NOW });
  return String(await run(entries).catch(failureText));
}

async function doubted(looks: 'old' | 'failing'): Promise<string> {
  const entries = await entriesOf(A);
  const before = entries.get('current')!;
  const kv = memoryKv(entries);
  const get: KvPort['get'] = (keys) => {
    const isWritten = entries.get('current') !== before;
    if (!isWritten || !keys.includes('current')) return kv.get(keys);
    if (looks === 'failing') return Promise.reject(new Error('no network'));
    return Promise.resolve(new Map([['current', before]]));
  };
  return said({ ...kv, get });
}

const PRINTED: Readonly<Record<string, () => Promise<string>>> = {
  'an empty KV, on the site': () => onSite({}),
  'a damaged current, on the site': () => onSite({}, new Map([['current', '{}']])),
  'a silent KV': () => onSite({ read: silent }),
  'a failing KV': () => onSite({ read: () => Promise.reject(new Error('500')) }),
  'a lost blob, on the site': async () => {
    const entries = await entriesOf(A);
    entries.delete(ownBlob(A));
    return onSite({}, entries);
  },
  'a damaged blob, on the site': async () => {
    const entries = await entriesOf(A);
    return onSite({}, entries.set(ownBlob(A), '{}'));
  },

  'no JSON': () =>
    onBroken(
      (e) => e.set('current', 'x'),
      (kv) => publish(kv),
    ),
  'another schema': () =>
    onBroken(
      (e) => e.set('current', '{}'),
      (kv) => rollback(kv, null),
    ),
  'nothing published': () =>
    onBroken(
      (e) => e.clear(),
      (kv) => rollback(kv, null),
    ),
  'an older layout': () =>
    onBroken(
      (e) => e.set('current', '{"release":"0123456789ab","releases":[{"id":"0123456789ab"}]}'),
      (kv) => rollback(kv, null),
    ),
  'a damaged manifest': () =>
    onBroken(
      (e) => e.set(manifestKey(pointerOf(e).releases[0]!), '{}'),
      (kv) => prune(kv, { ...PRUNING, now: NOW }),
    ),
  'a lost list of scripts': () =>
    onBroken(
      (e) => e.delete(blobKey(pointerOf(e).scripts.hash)),
      (kv) => publish(kv),
    ),
  'a lost blob, verified': () =>
    onBroken(
      (e) => e.delete(ownBlob(C)),
      async (kv, e) => {
        const ref = pointerOf(e).releases[0]!;
        const { values, damages } = await verifyRelease(kv, ref);
        return verifiedText(`Release ${ref.id}`, values, damages);
      },
    ),
  'going back to what is not whole': () =>
    onBroken(
      (e) => e.delete(ownBlob(B)),
      (kv) => rollback(kv, null),
    ),
  'a release that cannot be saved': () =>
    onBroken(
      (e) => e.delete(ownBlob(B)),
      (kv) => said(kv, C, true),
    ),
  'a lost script': async () => {
    const entries: Entries = new Map();
    const scripts = new Map([['m.1.js', 'script']]);
    await publishRelease(memoryKv(entries), A, { ...NO_EXTRAS, scripts }, { now: NOW });
    entries.delete(blobKey(contentHash('script')));
    return said(memoryKv(entries), C, true);
  },
  'the same data': () =>
    onBroken(
      () => undefined,
      (kv) => said(kv),
    ),

  'moved before the write': () => movedBetween('look'),
  'moved after the write': () => movedBetween('write'),
  'a prune that was overtaken': () =>
    prunedHalfway(async (entries) => {
      // whoever looked before the marks were claimed writes after it
      const pause: KvPort['pause'] = async () => {
        const { pruning: _, ...pointer } = pointerOf(entries);
        entries.set('current', JSON.stringify(pointer));
      };
      return prune({ ...memoryKv(entries), pause }, { ...PRUNING, now: LATER });
    }),
  'a prune that was stopped': () =>
    prunedHalfway(async (entries) => {
      await prune(dyingKv(entries, 1, false), { ...PRUNING, now: LATER }).catch(() => null);
      return publish(memoryKv(entries), A);
    }),
  'an old last look': () => doubted('old'),
  'a failing last look': () => doubted('failing'),
  'a value that does not come back': () =>
    onBroken(
      () => undefined,
      (kv) => publish({ ...kv, put: () => Promise.resolve() }, toyRelease('d')),
    ),
  'no way back': () =>
    onBroken(
      () => undefined,
      (kv) => rollback(kv, null),
      A,
    ),
  'no such release': () =>
    onBroken(
      () => undefined,
      (kv) => rollback(kv, 'ffffffffffff'),
    ),
  back: () =>
    onBroken(
      () => undefined,
      async (kv) => rolledBackText(await rollback(kv, null)),
    ),

  'no namespace': async () => {
    try {
      return String(requireRemoteTarget());
    } catch (error) {
      return failureText(error);
    }
  },
  'no credentials': async () =>
    callFailure('kv bulk get', 'ended with exit code 1', 1, 'Authentication error [code: 10000]'),
  'a call that hangs': async () => callFailure('kv bulk get', 'did not end within 60 s', 3, '-'),
  'no network': async () => callFailure('kv bulk get', 'ended with exit code 1', 3, 'fetch failed'),
  'a full disk': async () =>
    failureText(Object.assign(new Error(), { code: 'ENOSPC', path: '/some/where' })),
  'a local KV that hangs': () =>
    withTimeLimit(tmpdir(), new Promise<string>(() => undefined), 10).catch(failureText),
  'a sweep that is too large': async () => {
    try {
      return String(publishableRelease({ ...VALID, knownIssues: [] }, 10));
    } catch (error) {
      return failureText(error);
    }
  },
};

describe('the page for operators', () => {
  test.each(Object.keys(PRINTED))('tells of: %s', async (name) => {
    const printed = await PRINTED[name]!();
    expect(
      SYMPTOMS.filter((symptom) => isIn(symptom, printed)),
      printed,
    ).not.toEqual([]);
  });

  test('names nothing that the code does not print', async () => {
    const printed = await Promise.all(Object.values(PRINTED).map((print) => print()));
    const unprinted = SYMPTOMS.filter((symptom) => !printed.some((text) => isIn(symptom, text)));
    expect(unprinted).toEqual([]);
    expect(SYMPTOMS.length).toBeGreaterThan(30);
  });
});
