import type { Basis, Sweep, SweepKey } from './sweep.ts';
import type { Catalog } from './vocabulary.ts';

/** One line of a manifest: a sweep as far as matching needs it, without its points' details. */
export interface SweepEntry {
  readonly key: SweepKey;
  readonly basis: Basis;
  readonly run: string;
  readonly label: string | null;
  readonly date: string | null;
  readonly rates: string | null;
  /** the default run of its key */
  readonly isDefault: boolean;
  /** has a known issue of effect `warn` */
  readonly hasIssue: boolean;
  /** the knots, flat: interactivity, throughput, interactivity, … */
  readonly curve: readonly number[];
}

/** What a blob of a workload holds: `w/…` the default runs' frontiers, `p/…` every point of every run. */
export interface WorkloadBlob {
  readonly model: string;
  readonly workload: string;
  readonly sweeps: readonly Sweep[];
}

/** A blob as a manifest names it. */
export interface BlobRef {
  /** first 24 hex digits of the SHA-256 of the content */
  readonly hash: string;
  /** bytes */
  readonly size: number;
}

/** Everything that a release consists of. The key of a blob in KV is `b/<hash>`. */
export interface Manifest {
  readonly schema: 1;
  readonly id: string;
  /** ISO 8601, UTC */
  readonly publishedAt: string;
  readonly catalog: Catalog;
  readonly sweeps: readonly SweepEntry[];
  /** data blobs by name: `w/<model>/<workload>`, `p/<model>/<workload>`; they make the id */
  readonly data: Readonly<Record<string, BlobRef>>;
  /** rendered cards by name: `<comparison id>.<theme>.png`; not part of the id */
  readonly cards: Readonly<Record<string, BlobRef>>;
  /** every element script ever published, by file name; carried from release to release */
  readonly scripts: Readonly<Record<string, BlobRef>>;
}

/** The value of the key `current`: the only one that ever changes. */
export interface Pointer {
  readonly release: string;
  readonly previous: string | null;
  readonly publishedAt: string;
  /** newest first */
  readonly releases: readonly ReleaseRef[];
}
export const RELEASE_STATES = ['live', 'gone'] as const;
export interface ReleaseRef {
  readonly id: string;
  readonly publishedAt: string;
  readonly state: (typeof RELEASE_STATES)[number];
  /** prune leaves it */
  readonly keep?: boolean;
}
