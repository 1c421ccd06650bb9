import type { Basis } from './sweep.ts';

/** Dimensions with a fixed vocabulary, in the order their tokens stand in an address. */
export const NAMED_DIMENSIONS = [
  'hardware',
  'precision',
  'specMethod',
  'framework',
  'deployment',
  'workload',
] as const;
export type NamedDimension = (typeof NAMED_DIMENSIONS)[number];

/** Every dimension that a side can name: {@link NAMED_DIMENSIONS} and the run. */
export const DIMENSIONS = [...NAMED_DIMENSIONS, 'run'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A key of a dimension, and what readers call it. */
export interface VocabularyEntry {
  /** the token: `[a-z0-9]+(-[a-z0-9]+)*`, in one dimension only */
  readonly key: string;
  readonly label: string;
}
interface HardwareEntry extends VocabularyEntry {
  readonly vendor: string;
  readonly architecture: string;
}
interface FrameworkEntry extends VocabularyEntry {
  /** engine family, by which "mixed frameworks" is judged */
  readonly family: string;
}
interface WorkloadEntry extends VocabularyEntry {
  /** input and output sequence length, tokens; `null` for a trace without fixed lengths */
  readonly isl: number | null;
  readonly osl: number | null;
}

/** Every key of each dimension, in the order in which values are offered. */
export interface Vocabulary {
  readonly hardware: readonly HardwareEntry[];
  readonly precision: readonly VocabularyEntry[];
  readonly specMethod: readonly VocabularyEntry[];
  readonly framework: readonly FrameworkEntry[];
  readonly deployment: readonly VocabularyEntry[];
  readonly workload: readonly WorkloadEntry[];
}

/** A model of the catalog. */
export interface ModelEntry {
  readonly key: string;
  readonly label: string;
  /** other keys that lead to this model in an address */
  readonly aliases: readonly string[];
  /** format of the model's own weights where they are FP4, on any hardware; else hardware decides */
  readonly fp4Format?: string | undefined;
}

/** Price tiers that have words; a rate card may have others, which are shown by their key. */
export const TIERS = ['hyperscaler', 'neocloud', 'rental'] as const;
export type NamedTier = (typeof TIERS)[number];

/** How the GPUs of a deployment work together; the vocabulary has a label for each. */
export const DEPLOYMENTS = ['single-node', 'multi-node', 'disagg'] as const;
export type Deployment = (typeof DEPLOYMENTS)[number];

/** Dated prices and power. A missing tier or a `null` power is not known. */
export interface RateCard {
  readonly id: string;
  /** `YYYY-MM` */
  readonly asOf: string;
  readonly source: string;
  readonly hardware: Readonly<Record<string, HardwareRates>>;
}
interface HardwareRates {
  /** all-in provisioned power per GPU, kW */
  readonly powerKw: number | null;
  /** by tier: one of {@link TIERS}, or the card's own */
  readonly usdPerGpuHour: Readonly<Record<string, number>>;
}

/** A comparison that is shown on the home page and keeps its question when data arrive. */
export interface Preset {
  readonly id: string;
  /** addresses that it had elsewhere, path only */
  readonly old: readonly string[];
  readonly basis: Basis;
  /** values of the free dimensions */
  readonly matched: Readonly<Partial<Record<NamedDimension, string | null>>>;
  readonly targets: readonly number[];
}

/** Everything but the sweeps that a release holds: small, needed for every answer. */
export interface Catalog {
  readonly models: readonly ModelEntry[];
  readonly vocabulary: Vocabulary;
  readonly presets: readonly Preset[];
  /** oldest first */
  readonly rates: readonly RateCard[];
}

/** The label of a key in its dimension; the key itself where the vocabulary lacks it. */
export function labelOf(vocabulary: Vocabulary, dimension: NamedDimension, key: string): string {
  return vocabulary[dimension].find((entry) => entry.key === key)?.label ?? key;
}
