import { orderlessQuestion } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import { headingOf } from '../core/heading.ts';
import type { Heading } from '../core/heading.ts';
import type { Headline } from '../core/comparison-types.ts';
import { plainHeadline, presetHeadline } from '../core/headline.ts';
import { offeredIds } from '../core/offered-comparisons.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import { printTokens, tokensLabel } from '../core/tokens.ts';
import { labelOf } from '../core/vocabulary.ts';
import { pickerGroups } from './picker.ts';
import type { PickerGroup } from './picker.ts';

/**
 * Comparisons shown for each model, and models shown where there is no preset, so that the page
 * stays small.
 */
const FEATURED_EACH = 4;
const FEATURED_MODELS = 8;

/** A comparison with what it says. */
interface FeaturedComparison {
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
 * Presets with their answers, read off the manifest's curves, and what else can be compared. In a
 * release without any preset the first comparisons of its models are featured.
 *
 * @param rankedOf - the workloads of a model that have a ranking
 */
export function homeContent(
  release: ReleaseIndex,
  rankedOf: (model: string) => readonly string[],
): HomeContent {
  const { models, presets, vocabulary } = release.manifest.catalog;
  const groups = models.map(({ key, label }) => ({
    label,
    comparisons: presets.length > 0 ? presetsOf(release, key) : firstOf(release, key),
    rankings: rankedOf(key).map((workload) => ({
      id: `${key}/${workload}`,
      label: labelOf(vocabulary, 'workload', workload),
    })),
  }));
  const picker = models.map(({ key, label }) => ({ label, groups: pickerGroups(release, key) }));
  return {
    featured:
      presets.length > 0
        ? groups.filter(({ comparisons }) => comparisons.length > 0)
        : groups.filter(({ rankings }) => rankings.length > 0).slice(0, FEATURED_MODELS),
    picker: picker.filter((one) => one.groups.length > 0),
  };
}

function presetsOf(release: ReleaseIndex, model: string): FeaturedComparison[] {
  const { presets, vocabulary } = release.manifest.catalog;
  const own = presets.filter(({ id }) => id.startsWith(`${model}/`)).slice(0, FEATURED_EACH);
  return own.flatMap((preset): FeaturedComparison | [] => {
    const address = release.addressOf(preset.id);
    if (address === null) return [];
    const entries = release.entriesOf(address.model);
    const headline = presetHeadline(entries, address, preset, vocabulary);
    return featured(release, preset.id, address, headline);
  });
}

/** The first comparisons that a model's sweeps can answer, each question once. */
function firstOf(release: ReleaseIndex, model: string): FeaturedComparison[] {
  const asked = new Set<string>();
  const shown: FeaturedComparison[] = [];
  for (const id of offeredIds(release, model)) {
    const address = release.addressOf(id);
    if (shown.length === FEATURED_EACH) break;
    if (address === null || asked.has(orderlessQuestion(address))) continue;
    asked.add(orderlessQuestion(address));
    const plain = plainHeadline(release, address);
    if (plain !== null) shown.push(featured(release, id, address, plain.headline));
  }
  return shown;
}

function featured(
  { manifest: { catalog } }: ReleaseIndex,
  id: string,
  address: Address,
  headline: Headline | null,
): FeaturedComparison {
  return {
    id,
    heading: headingOf(address, catalog),
    headline,
    sides: address.sides.map((tokens) => ({
      key: printTokens(tokens),
      label: tokensLabel(catalog.vocabulary, tokens),
    })),
  };
}
