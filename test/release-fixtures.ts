/** A release as KV holds it, and the pointer apart. */
export interface StoredRelease {
  readonly id: string;
  /** hash of its manifest */
  readonly manifest: string;
  /** value by key: manifest and blobs */
  readonly entries: Readonly<Record<string, string>>;
}

/**
 * The releases that the tests in workerd read:
 *
 * - `shipped`: the data that ship
 * - `measured`: those, and made-up measured sweeps with TTFT, runs, labels and 20 knots
 * - `changed`: as shipped, every throughput doubled
 * - `hostile`: as shipped, every label and source made of characters that mean something somewhere
 */
export type ReleaseName = 'shipped' | 'measured' | 'changed' | 'hostile';

declare module 'vitest' {
  interface ProvidedContext {
    readonly releases: Readonly<Record<ReleaseName, StoredRelease>>;
    /** address, label and throughputs of each page whose figures ship */
    readonly published: readonly PublishedPage[];
  }
}

export interface PublishedPage {
  readonly old: string;
  readonly id: string;
}
