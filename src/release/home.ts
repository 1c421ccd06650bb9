import { middleTarget } from '../core/band.ts';
import type { Address } from '../core/address.ts';
import { comparisonTitle } from '../core/compare.ts';
import { matchSides } from '../core/match.ts';
import { isPresets, sideKnots } from '../core/assignments.ts';
import { printTokens, tokensLabel } from '../core/tokens.ts';
import { valuesAt } from '../core/values.ts';
import type { Preset } from '../core/vocabulary.ts';
import type { Release } from '../kv/store.ts';
import type { FeaturedComparison, HomeView } from '../view/page/home-page.ts';
import { pickerGroups } from './picker.ts';

/** Presets shown for each model, so that the page stays small. */
const FEATURED_EACH = 4;

/**
 * What the home page shows of a release: presets with their answers, read off the manifest's
 * curves, and what else can be compared.
 *
 * @param pin - release id for the links; `null` for live ones
 */
export function homeView(release: Release, canonical: string, pin: string | null): HomeView {
  const { catalog, id, publishedAt } = release.manifest;
  const featured = catalog.models.map(({ key, label }) => ({
    label,
    comparisons: catalog.presets
      .filter((preset) => preset.id.startsWith(`${key}/`))
      .slice(0, FEATURED_EACH)
      .flatMap((preset) => featuredPreset(release, preset, label, pin) ?? [])
      .map((one, i) => (i === 0 ? withCard(one) : one)),
  }));
  const picker = catalog.models.map(({ key, label }) => ({
    label,
    groups: pickerGroups(release, key, pin),
  }));
  return {
    canonical,
    featured: featured.filter(({ comparisons }) => comparisons.length > 0),
    picker: picker.filter(({ groups }) => groups.length > 0),
    example: catalog.presets[0]?.id ?? null,
    release: { id, publishedAt },
  };
}

/** The first of each model is shown with its card. */
function withCard(one: FeaturedComparison): FeaturedComparison {
  return { ...one, card: one.href.replace(/(?=\?|$)/, '.png') };
}

function featuredPreset(
  release: Release,
  preset: Preset,
  model: string,
  pin: string | null,
): FeaturedComparison | null {
  const address = release.addressOf(preset.id);
  if (address === null) return null;
  const title = comparisonTitle(address, release.manifest.catalog);
  return {
    label: title.startsWith(model) ? title.slice(model.length).replace(/^( on |: )/, '') : title,
    href: `/compare/${preset.id}${pin === null ? '' : `?release=${pin}`}`,
    headline: headlineOf(release, preset, address),
    sides: address.sides.map((tokens) => ({
      key: printTokens(tokens),
      label: tokensLabel(release.manifest.catalog.vocabulary, tokens),
    })),
  };
}

/** What the preset says at its middle target, by its matched sweeps; `null` where it says nothing. */
function headlineOf(
  release: Release,
  preset: Preset,
  address: Address,
): FeaturedComparison['headline'] {
  const request = { basis: null, pool: false, preset };
  const match = matchSides(release.entriesOf(address.model), address, request);
  const interactivity = middleTarget(preset.targets);
  if (match === null || interactivity === null || !isPresets(match.chosen, preset)) return null;
  const sides = address.sides.map((tokens, i) => ({
    key: printTokens(tokens),
    knots: sideKnots(match.chosen.sides[i]!).map((knot) => ({
      ...knot,
      concurrency: null,
      gpus: null,
      ttft: null,
      parallelism: null,
      source: 0,
    })),
    workload: null,
    outputShare: null,
    usdPerGpuHour: null,
    powerKw: null,
  }));
  const { basis } = match.chosen;
  const lead = valuesAt(sides, [interactivity], { basis, util: 1 })[0]?.best.throughput ?? null;
  return lead && { interactivity, lead };
}
