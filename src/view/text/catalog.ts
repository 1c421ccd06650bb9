import type { ReleaseIndex } from '../../core/release-index.ts';
import type { Outcome } from '../../core/lead.ts';
import type { Basis } from '../../core/sweep.ts';
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
    /** which of those values occur together: a sweep each, its tokens in canonical order */
    readonly combinations: readonly { readonly tokens: string; readonly basis: Basis }[];
    /** comparisons with data, and what each says of throughput per GPU at its middle target */
    readonly comparisons: readonly {
      readonly id: string;
      readonly basis: Basis;
      readonly interactivity: number | null;
      readonly outcome: Outcome | null;
      readonly ratio: number | null;
      readonly side: string | null;
    }[];
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

/** What a model has, in the words of the document. */
export type Listed = Pick<CatalogDocument['models'][number], 'combinations' | 'comparisons'>;

/** The catalog of a release with addresses; it grows with what occurs together, not with runs. */
export function catalogDocument(
  release: ReleaseIndex,
  listedOf: (model: string) => Listed,
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
      const { combinations, comparisons: plain } = listedOf(key);
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
