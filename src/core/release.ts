import type { Sweep, SweepHead } from './sweep.ts';
import type { Catalog } from './vocabulary.ts';

/** One line of a manifest: a sweep as far as matching needs it, without its points' details. */
export interface SweepEntry extends SweepHead {
  /** the default run of its key */
  readonly isDefault: boolean;
  /** has a known issue of effect `warn` */
  readonly hasIssue: boolean;
  /** the knots, flat: interactivity, throughput, interactivity, … */
  readonly curve: readonly number[];
  /** of each knot the factor by which its repeats differ, 1 for one measured once; absent without any */
  readonly spreads?: readonly number[] | undefined;
}

/** What the index of a model holds: all its sweeps, all runs, and where the points of each are. */
export interface ModelIndex {
  readonly model: string;
  readonly sweeps: readonly SweepEntry[];
  /** by the place of a sweep in `sweeps`: the blob that holds it with every point */
  readonly points: readonly BlobRef[];
}

/** What the blob of a workload holds: the default runs' frontiers. */
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

/**
 * Everything that a release consists of, but its sweeps: a request reads those of its model. The key
 * of a blob in KV is `b/<hash>`.
 */
export interface Manifest {
  readonly schema: 2;
  readonly id: string;
  /** ISO 8601, UTC */
  readonly publishedAt: string;
  readonly catalog: Catalog;
  /** data blobs by name: `i/<model>` (its index), `w/<model>/<workload>`; they make the id */
  readonly data: Readonly<Record<string, BlobRef>>;
  /** rendered cards by name: `<comparison id>.<theme>.png`; not part of the id */
  readonly cards: Readonly<Record<string, BlobRef>>;
  /** the element's files of the build that published it, by file name */
  readonly scripts: Readonly<Record<string, BlobRef>>;
}

/** Every element script ever published, by file name; carried from publication to publication. */
export type ScriptIndex = Readonly<Record<string, BlobRef>>;

/** The value of the key `current`: the only one that ever changes. */
export interface Pointer {
  readonly release: string;
  /** hash of the manifest of `release` */
  readonly manifest: string;
  readonly previous: string | null;
  readonly publishedAt: string;
  /** the blob of the {@link ScriptIndex}; no release's own, so that a rollback loses no script */
  readonly scripts: BlobRef;
  /** newest first */
  readonly releases: readonly ReleaseRef[];
  /** what the next prune removes; for the tool that publishes, the site does not look at it */
  readonly pruning?: Pruning;
}

/** Keys that one prune has found unneeded, for a later one to remove. */
export interface Pruning {
  /** the blob that lists the keys: a JSON array of texts */
  readonly keys: BlobRef;
  /** ISO 8601, UTC */
  readonly markedAt: string;
  /** which prune is removing them, a text of its own; `null` before one does */
  readonly remover: string | null;
}

/** A release that can be read, or one of which only the entry is left. */
export const RELEASE_STATES = ['live', 'gone'] as const;
/** An entry in the list of releases. */
export interface ReleaseRef {
  readonly id: string;
  /** first 24 hex digits of the SHA-256 of its manifest */
  readonly manifest: string;
  /** those of its manifests before: the same data with other scripts or cards; prune takes them */
  readonly earlier?: readonly string[];
  readonly publishedAt: string;
  readonly state: (typeof RELEASE_STATES)[number];
  /** prune leaves it */
  readonly keep?: boolean;
}
