import type { Outcome } from '../lead.ts';
import type { Basis, InteractivityBasis } from '../sweep.ts';
import type { ModelEntry, Vocabulary } from '../vocabulary.ts';

/** A configuration that has a sweep: what a side of a comparison can name. */
export interface Combination {
  /** its stated tokens in canonical order, workload last */
  readonly tokens: string;
  readonly basis: Basis;
  /** with `offload` what two sides have to share besides, and no token says */
  readonly interactivityBasis: InteractivityBasis;
  readonly offload: string | null;
}

/** A comparison that has data, with what it says at its middle target. */
export interface ListedComparison {
  readonly id: string;
  readonly basis: Basis;
  /** tok/s/user; with what follows `null` where the sides share no speed */
  readonly interactivity: number | null;
  /** of throughput per GPU */
  readonly outcome: Outcome | null;
  /** better/worse, at least 1 */
  readonly ratio: number | null;
  /** the better side, `null` too where they are level */
  readonly side: string | null;
}

/**
 * What the catalog lists of a model: its configurations, and the comparisons that they can answer,
 * presets first.
 */
export interface ModelListing {
  readonly combinations: readonly Combination[];
  readonly comparisons: readonly ListedComparison[];
}

/** The parts of `/catalog.json` that a search looks at. */
export interface SearchCatalog {
  readonly models: readonly (Pick<ModelEntry, 'key' | 'label' | 'aliases'> & ModelListing)[];
  readonly vocabulary: Vocabulary;
  readonly presets: readonly { readonly id: string }[];
}
