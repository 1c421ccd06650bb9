import { cardName } from '../../src/kv/keys.ts';
import { THEME_NAMES } from '../../src/core/theme-names.ts';
import { cardPng, rendererVersions } from './cards.ts';
import { comparisonReader } from '../release/comparison.ts';
import type { BuiltRelease } from '../release/release.ts';

interface CardStep {
  readonly done: number;
  readonly total: number;
  /** cards that had to be drawn, the others were at hand */
  readonly drawn: number;
}

/**
 * The cards of all presets in both themes, base64 by name. A preset without data has none.
 *
 * @param publishedAt - ISO 8601, UTC
 * @param onStep - called after each card
 */
export async function presetCards(
  release: BuiltRelease,
  publishedAt: string,
  onStep: (step: CardStep) => void,
): Promise<Map<string, string>> {
  const comparisonOf = comparisonReader(release, publishedAt);
  const versions = await rendererVersions();
  const comparisons = release.manifest.catalog.presets.flatMap(({ id }) => comparisonOf(id) ?? []);
  const total = comparisons.length * THEME_NAMES.length;
  const cards = new Map<string, string>();
  let drawn = 0;
  for (const comparison of comparisons) {
    for (const theme of THEME_NAMES) {
      const { png, wasDrawn } = await cardPng(comparison, theme, 1, versions);
      cards.set(cardName(comparison.id, theme), Buffer.from(png).toString('base64'));
      drawn += Number(wasDrawn);
      onStep({ done: cards.size, total, drawn });
    }
  }
  return cards;
}
