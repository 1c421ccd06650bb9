import { createHash } from 'node:crypto';
import type { BlobRef, Manifest, SweepEntry } from '../../src/core/release.ts';
import { compareText } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { frontiersName, indexName } from '../../src/kv/keys.ts';
import type { DataSet } from '../load/data-set.ts';
import { releaseCatalog } from './catalog.ts';
import { rankedSweeps } from './sweeps.ts';
import type { RankedSweep } from './sweeps.ts';
import { blobText, frontierSweep, indexEntry, indexText, sweepText } from './text.ts';

/** The manifest of a release before it is published: without what publication adds. */
export type BuiltManifest = Omit<Manifest, 'publishedAt' | 'cards' | 'scripts'>;

/** A release with all its content, as it can be published. */
export interface BuiltRelease {
  readonly manifest: BuiltManifest;
  /** what the indexes of its models list, in the order of their ids */
  readonly sweeps: readonly SweepEntry[];
  /** the blob of each of those, with every point */
  readonly points: readonly BlobRef[];
  /** text by hash */
  readonly blobs: ReadonlyMap<string, string>;
  /** sweeps that known issues left out, and that no other run of their key can name */
  readonly leftOut: readonly Sweep[];
}

/**
 * The release that data make. Equal data make equal bytes and the same id, whatever the order of
 * files, sweeps, points and sources.
 *
 * `w/<model>/<workload>` holds the default runs with the points of their frontiers, `i/<model>` a
 * line for every run and where its own blob is, with every point: so none is large, and a new run
 * leaves the others' as they are. Runs that a known issue excludes are nowhere, but named by the others.
 */
export function buildRelease(dataSet: DataSet): BuiltRelease {
  const { sweeps, leftOut } = rankedSweeps(dataSet.sweeps, dataSet.knownIssues);
  const blobs = new Map<string, string>();
  const data: Record<string, BlobRef> = {};
  const stored = (text: string): BlobRef => {
    const hash = contentHash(text);
    blobs.set(hash, text);
    return { hash, size: Buffer.byteLength(text) };
  };
  const workloadOf = ({ sweep: { key } }: RankedSweep) => frontiersName(key.model, key.workload);
  for (const [name, group] of Map.groupBy(sweeps, workloadOf)) {
    const { model, workload } = group[0]!.sweep.key;
    const defaults = group.filter(({ isDefault }) => isDefault);
    data[name] = stored(blobText(model, workload, defaults.map(frontierSweep)));
  }
  const points = sweeps.map(({ sweep }) => stored(sweepText(sweep)));
  const pointsOf = new Map(sweeps.map((ranked, i) => [ranked, points[i]!]));
  for (const [model, group] of Map.groupBy(sweeps, ({ sweep }) => sweep.key.model)) {
    const own = group.map((ranked) => pointsOf.get(ranked)!);
    data[indexName(model)] = stored(indexText(model, group.map(indexEntry), own));
  }
  const catalog = releaseCatalog(dataSet);
  const sorted = Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => compareText(a, b)));
  const id = releaseId({ catalog: contentHash(JSON.stringify(catalog)), ...hashes(sorted) });
  const manifest: BuiltManifest = { schema: 2, id, catalog, data: sorted };
  return { manifest, sweeps: sweeps.map(indexEntry), points, blobs, leftOut };
}

/** First 24 hex digits of the SHA-256 of a text: the name of a blob. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** First 12 hex digits of the SHA-256 over the sorted lines `name hash`. */
function releaseId(hashByName: Readonly<Record<string, string>>): string {
  const lines = Object.entries(hashByName).map(([name, hash]) => `${name} ${hash}\n`);
  const digest = createHash('sha256').update(lines.toSorted(compareText).join(''));
  return digest.digest('hex').slice(0, 12);
}

function hashes(data: Readonly<Record<string, BlobRef>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, { hash }]) => [name, hash]));
}
