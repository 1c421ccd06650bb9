import { releaseIndex } from '../../src/core/release-index.ts';
import type { ReleaseIndex } from '../../src/core/release-index.ts';
import type { SweepKey } from '../../src/core/sweep.ts';
import type { Vocabulary } from '../../src/core/vocabulary.ts';
import { catalog, entryOf, sweep } from '../core/fixtures.ts';

/**
 * A release without presets whose invented sweeps have these keys.
 *
 * @param vocabulary - where the keys are others than those of the fixtures
 */
export function indexOf(
  keys: readonly Partial<SweepKey>[],
  vocabulary: Vocabulary = catalog.vocabulary,
): ReleaseIndex {
  const entries = keys.map((key) => entryOf(sweep({ key, points: '20:2000 50:900' })));
  const manifest = {
    id: '0123456789ab',
    publishedAt: '2026-11-23T09:00:00Z',
    catalog: { ...catalog, vocabulary, presets: [] },
  };
  return releaseIndex(manifest, entries);
}
