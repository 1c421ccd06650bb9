import { beforeAll, describe, expect, test } from 'vitest';
import { memoryKv } from '../../../data/kv/port.ts';
import { loadData } from '../../../data/load/load.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import { comparisonReader } from '../../../data/release/comparison.ts';
import { buildRelease, contentHash } from '../../../data/release/release.ts';
import type { BuiltRelease } from '../../../data/release/release.ts';
import type { Comparison } from '../../../src/core/comparison-types.ts';
import { blobKey, cardName } from '../../../src/kv/keys.ts';
import { comparisonCard } from '../../../src/view/card/card.ts';
import { themes } from '../../../src/view/figure/theme.ts';
import { en } from '../../../src/view/words/en/index.ts';

const NOW = '2026-11-23T09:00:00Z';
/** The model of which one figure changes between the two releases. */
const MODEL = 'qwen-3-5';

let first: BuiltRelease;
let second: BuiltRelease;
beforeAll(async () => {
  const data = await loadData([]);
  const preset = data.presets.find(({ id }) => id === `${MODEL}/b300-fp4/mtp-vs-off`)!;
  const changed = data.sweeps.findIndex(
    ({ key }) =>
      key.model === MODEL &&
      key.hardware === 'b300' &&
      key.precision === 'fp4' &&
      key.specMethod === 'mtp' &&
      key.workload === preset.matched.workload,
  );
  const sweeps = data.sweeps.map((sweep, i) => {
    if (i !== changed) return sweep;
    const points = sweep.points.map((point) => ({ ...point, throughput: point.throughput * 1.01 }));
    return { ...sweep, points };
  });
  [first, second] = [buildRelease(data), buildRelease({ ...data, sweeps })];
});

function comparisons(release: BuiltRelease): Comparison[] {
  const read = comparisonReader(release, NOW);
  return release.manifest.catalog.presets.flatMap(({ id }) => read(id) ?? []);
}

/** What the card of each preset is drawn from: equal text is never drawn twice. */
function cards(release: BuiltRelease, isPinned = false): Map<string, string> {
  return new Map(
    comparisons(release).map((c) => [
      cardName(c.id, 'light'),
      JSON.stringify(comparisonCard(c, themes.light, en, { isPinned })),
    ]),
  );
}

describe('cards of a second publish', () => {
  test('are drawn anew only where they show what changed: few of many', () => {
    const [before, after] = [cards(first), cards(second)];
    const anew = [...after].flatMap(([name, card]) => (before.get(name) === card ? [] : name));
    expect(after.size).toBeGreaterThan(70);
    expect(anew.length).toBeGreaterThan(0);
    expect(anew.length).toBeLessThanOrEqual(8);
    expect(anew.filter((name) => !name.includes(MODEL))).toEqual([]);
    // the same on the way in: a card that says the same is the same value
    expect(cards(first)).toEqual(before);
  });

  test('are all that is written of them', async () => {
    const entries = new Map<string, string>();
    const written: string[] = [];
    const kv = memoryKv(entries);
    const counting = {
      ...kv,
      put: (added: ReadonlyMap<string, string>) => {
        written.push(...added.keys());
        return kv.put(added);
      },
    };
    const scripts = new Map<string, string>();
    await publishRelease(kv, first, { cards: cards(first), scripts }, { now: NOW });
    const after = cards(second);
    await publishRelease(counting, second, { cards: after, scripts }, { now: NOW });
    const keys = new Set([...after.values()].map((card) => blobKey(contentHash(card))));
    const drawn = written.filter((key) => keys.has(key));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThanOrEqual(8);
    // with what changed of the data, far fewer than the release has
    expect(written.length).toBeLessThan((second.blobs.size + keys.size) / 4);
  });

  test('say a release only where they are pinned to it', () => {
    const id = second.manifest.id.slice(0, 7);
    for (const card of cards(second).values()) expect(card).not.toContain(id);
    const pinned = cards(second, true);
    for (const card of pinned.values()) expect(card).toContain(`release ${id}`);
    expect(pinned.size).toBeGreaterThan(70);
  });
});
