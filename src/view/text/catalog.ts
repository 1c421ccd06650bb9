import type { ReleaseIndex } from '../../core/release-index.ts';
import type { ModelListing } from '../../core/search/search-catalog.ts';
import { NAMED_DIMENSIONS } from '../../core/vocabulary.ts';
import type { Catalog } from '../../core/vocabulary.ts';
import { comparisonPath, sweepsPath } from '../links.ts';
import { rounded } from './rounded.ts';

/** What `/catalog.json` says: what can be compared, in the words of addresses. */
interface CatalogDocument {
  readonly version: 1;
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly models: readonly {
    readonly key: string;
    readonly label: string;
    readonly aliases: readonly string[];
    /** keys that some sweep of the model has, by dimension; `null` = not stated */
    readonly values: Readonly<Record<string, readonly (string | null)[]>>;
    /** which of those values occur together, and what else sides have to share */
    readonly combinations: ModelListing['combinations'];
    /** comparisons with data, and what each says of throughput per GPU at its middle target */
    readonly comparisons: ModelListing['comparisons'];
    /** addresses of its sweeps */
    readonly sweeps: readonly string[];
  }[];
  readonly vocabulary: Catalog['vocabulary'];
  readonly rates: Catalog['rates'];
  readonly presets: readonly {
    readonly id: string;
    readonly href: string;
    readonly basis: string;
    readonly targets: readonly number[];
  }[];
}

/** The catalog of a release with addresses; it grows with what occurs together, not with runs. */
export function catalogDocument(
  release: ReleaseIndex,
  listingOf: (model: string) => ModelListing,
  origin: string,
): CatalogDocument {
  const { catalog, id, publishedAt } = release.manifest;
  return {
    version: 1,
    release: { id, publishedAt },
    models: catalog.models.map(({ key, label, aliases }) => {
      const keys = release.entriesOf(key).map((entry) => entry.key);
      const values = Object.fromEntries(
        NAMED_DIMENSIONS.map((d) => [d, [...new Set(keys.map((sweep) => sweep[d]))].toSorted()]),
      );
      const workloads = new Set(keys.map(({ workload }) => workload));
      const sweeps = [...workloads]
        .toSorted()
        .map((workload) => `${origin}${sweepsPath(key, workload)}`);
      const { combinations, comparisons: plain } = listingOf(key);
      const comparisons = rounded(plain);
      return { key, label, aliases, values, combinations, comparisons, sweeps };
    }),
    vocabulary: catalog.vocabulary,
    rates: catalog.rates,
    presets: catalog.presets.map((preset) => ({
      id: preset.id,
      href: `${origin}${comparisonPath(preset.id)}`,
      basis: preset.basis,
      targets: preset.targets,
    })),
  };
}
