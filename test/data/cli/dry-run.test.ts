import { describe, expect, test } from 'vitest';
import { prunedText } from '../../../data/cli/prune.ts';
import { publishedText } from '../../../data/cli/publish.ts';
import { dryRunKv, memoryKv } from '../../../data/kv/port.ts';
import { prune } from '../../../data/publish/prune.ts';
import type { Pruned } from '../../../data/publish/prune.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import type { PublishResult } from '../../../data/publish/publish.ts';
import { NO_EXTRAS, publishing, toyReleases } from '../publish/publishing.ts';

const DAY = (day: number) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
const [A, B, C] = toyReleases('a', 'b', 'c');

/** What is true of KV whether or not something is done, so that no "would" belongs there. */
const STANDS = [
  /^Release \w+ is the current one/,
  /^The element script \S+ is lost/,
  /^No further release is old enough$/,
  /^\d+ values are marked; /,
];

/** The lines of a dry run that speak of something as done. */
function claims(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/would be/i.test(line) && !STANDS.some((fact) => fact.test(line)));
}

describe('a dry run says "would" in every line that is about a change', () => {
  const published: PublishResult = {
    id: A.manifest.id,
    outcome: 'published',
    written: { blobs: 3, bytes: 4096 },
    loss: null,
    doubt: null,
  };
  const loss = {
    isListNew: true,
    releases: [
      { id: B.manifest.id, damages: [{ part: { name: 'i/ant' }, problem: 'is not there' }] },
    ],
    scripts: ['matchpoint.0.js'],
  } as unknown as NonNullable<PublishResult['loss']>;

  test.each(['published', 'repaired', 'unchanged'] as const)('publish: %s', (outcome) => {
    for (const lost of [null, loss]) {
      const text = publishedText({ ...published, outcome, loss: lost }, '--local', true);
      expect(claims(text)).toEqual([]);
      expect(text.includes('would be')).toBe(outcome !== 'unchanged' || lost !== null);
      const done = publishedText({ ...published, outcome, loss: lost }, '--local');
      expect(done).not.toContain('would');
    }
  });

  test('prune', () => {
    const nothing: Pruned = {
      gone: [],
      removed: 0,
      marked: 0,
      isMarkedNow: false,
      removableAt: null,
      doubt: null,
    };
    const marked = { ...nothing, marked: 7, removableAt: DAY(1) };
    const cases: Pruned[] = [
      nothing,
      marked,
      { ...marked, isMarkedNow: true },
      { ...marked, isMarkedNow: true, gone: [A.manifest.id], removed: 4 },
    ];
    for (const pruned of cases) {
      expect(claims(prunedText(pruned, true))).toEqual([]);
      expect(prunedText(pruned, false)).not.toMatch(/would/i);
    }
    const all = prunedText(cases[3]!, true);
    expect(all.split('\n')).toEqual([
      `Would be gone: ${A.manifest.id}`,
      '4 values would be removed',
      '7 values would be marked; a run an hour after that would remove them',
    ]);
  });

  test('of what really would be done, and KV stays as it is', async () => {
    const entries = new Map<string, string>();
    await publishing(entries, A, 1);
    await publishing(entries, B, 2);
    const dry = () => dryRunKv(memoryKv(entries));
    const publishedThen = await publishRelease(dry(), C, NO_EXTRAS, { now: DAY(3) });
    expect(publishedText(publishedThen, '--local', true)).toBe(
      `Release ${C.manifest.id} would be published: ${publishedThen.written.blobs} new values, ${publishedThen.written.bytes} bytes`,
    );
    await publishing(entries, C, 3);
    const options = { keep: 1, olderThan: 0, now: DAY(400) };
    const after = new Map(entries);
    const text = prunedText(await prune(dry(), options), true);
    expect(text.split('\n')[0]).toBe(`Would be gone: ${A.manifest.id}`);
    expect(claims(text)).toEqual([]);
    expect(entries).toEqual(after);
    await prune(memoryKv(entries), options); // marks
    const again = prunedText(await prune(dry(), { ...options, now: DAY(400) }), true);
    expect(again).toMatch(
      /^No further release is old enough\n\d+ values are marked; run the command again after /,
    );
    const later = prunedText(await prune(dry(), { ...options, now: DAY(401) }), true);
    expect(later).toMatch(/\d+ values would be removed/);
    expect(claims(later)).toEqual([]);
  });
});
