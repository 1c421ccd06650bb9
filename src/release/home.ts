import { headingOf } from '../core/heading.ts';
import type { Heading } from '../core/heading.ts';
import type { Headline } from '../core/comparison-types.ts';
import { presetHeadline } from '../core/headline.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import { printTokens, tokensLabel } from '../core/tokens.ts';
import type { Preset } from '../core/vocabulary.ts';
import { labelOf } from '../core/vocabulary.ts';
import { pickerGroups } from './picker.ts';
import type { PickerGroup } from './picker.ts';

/** Presets shown for each model, so that the page stays small. */
const FEATURED_EACH = 4;

/** A preset with what it says. */
export interface FeaturedComparison {
  readonly id: string;
  readonly heading: Heading;
  /** `null` where it says nothing */
  readonly headline: Headline | null;
  /** what readers call a side, by its key */
  readonly sides: readonly { readonly key: string; readonly label: string }[];
}

/** What a release has for its home page; models without any are left out. */
interface HomeContent {
  readonly featured: readonly {
    readonly label: string;
    readonly comparisons: readonly FeaturedComparison[];
    /** workloads whose configurations are ranked */
    readonly rankings: readonly { readonly id: string; readonly label: string }[];
  }[];
  readonly picker: readonly { readonly label: string; readonly groups: readonly PickerGroup[] }[];
}

/**
 * Presets with their answers, read off the manifest's curves, and what else can be compared.
 *
 * @param rankedOf - the workloads of a model that have a ranking
 */
export function homeContent(
  release: ReleaseIndex,
  rankedOf: (model: string) => readonly string[],
): HomeContent {
  const { models, presets, vocabulary } = release.manifest.catalog;
  const featured = models.map(({ key, label }) => ({
    label,
    comparisons: presets
      .filter(({ id }) => id.startsWith(`${key}/`))
      .slice(0, FEATURED_EACH)
      .flatMap((preset) => featuredPreset(release, preset) ?? []),
    rankings: rankedOf(key).map((workload) => ({
      id: `${key}/${workload}`,
      label: labelOf(vocabulary, 'workload', workload),
    })),
  }));
  const picker = models.map(({ key, label }) => ({ label, groups: pickerGroups(release, key) }));
  return {
    featured: featured.filter(({ comparisons }) => comparisons.length > 0),
    picker: picker.filter(({ groups }) => groups.length > 0),
  };
}

function featuredPreset(release: ReleaseIndex, preset: Preset): FeaturedComparison | null {
  const address = release.addressOf(preset.id);
  if (address === null) return null;
  const { catalog } = release.manifest;
  return {
    id: preset.id,
    heading: headingOf(address, catalog),
    headline: presetHeadline(release.entriesOf(address.model), address, preset, catalog.vocabulary),
    sides: address.sides.map((tokens) => ({
      key: printTokens(tokens),
      label: tokensLabel(catalog.vocabulary, tokens),
    })),
  };
}
