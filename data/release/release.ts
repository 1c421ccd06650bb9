import { createHash } from 'node:crypto';
import type { BlobRef, Manifest, SweepEntry } from '../../src/core/release.ts';
import { compareText, sweepId } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { frontiersName, pointsName } from '../../src/kv/keys.ts';
import type { DataSet } from '../load/data-set.ts';
import { releaseCatalog } from './catalog.ts';
import { rankedSweeps } from './sweeps.ts';
import type { RankedSweep } from './sweeps.ts';
import { blobText, frontierSweep, manifestEntry } from './text.ts';

/** A release before it is published: what its publication adds is not part of it. */
export type BuiltManifest = Omit<Manifest, 'publishedAt' | 'cards' | 'scripts'>;

export interface BuiltRelease {
  readonly manifest: BuiltManifest;
  /** text by hash */
  readonly blobs: ReadonlyMap<string, string>;
  /** sweeps that known issues left out, and that no other run of their key can name */
  readonly leftOut: readonly Sweep[];
}

/**
 * The release that data make. Equal data make equal bytes and the same id, whatever the order of
 * files, sweeps, points and sources.
 *
 * `w/<model>/<workload>` holds the default runs with the points of their frontiers, `p/…` every
 * run with every point. Runs that a known issue excludes are in neither, but named by the others.
 */
export function buildRelease(dataSet: DataSet): BuiltRelease {
  const { sweeps, leftOut } = rankedSweeps(dataSet.sweeps, dataSet.knownIssues);
  const blobs = new Map<string, string>();
  const data: Record<string, BlobRef> = {};
  const store = (name: string, text: string) => {
    const hash = contentHash(text);
    blobs.set(hash, text);
    data[name] = { hash, size: Buffer.byteLength(text) };
  };
  for (const group of byWorkload(sweeps)) {
    const { model, workload } = group[0]!.sweep.key;
    const defaults = group.filter(({ isDefault }) => isDefault);
    store(frontiersName(model, workload), blobText(model, workload, defaults.map(frontierSweep)));
    const all = group.map(({ sweep }) => sweep);
    store(pointsName(model, workload), blobText(model, workload, all));
  }
  const catalog = releaseCatalog(dataSet);
  const entries: SweepEntry[] = sweeps.map(manifestEntry);
  const sorted = Object.fromEntries(Object.entries(data).toSorted(([a], [b]) => compareText(a, b)));
  const id = releaseId({ catalog: contentHash(JSON.stringify(catalog)), ...hashes(sorted) });
  return { manifest: { schema: 1, id, catalog, sweeps: entries, data: sorted }, blobs, leftOut };
}

/** First 24 hex digits of the SHA-256 of a text: the name of a blob. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** First 12 hex digits of the SHA-256 over the sorted lines `name hash`. */
export function releaseId(hashByName: Readonly<Record<string, string>>): string {
  const lines = Object.entries(hashByName).map(([name, hash]) => `${name} ${hash}\n`);
  const digest = createHash('sha256').update(lines.toSorted(compareText).join(''));
  return digest.digest('hex').slice(0, 12);
}

function hashes(data: Readonly<Record<string, BlobRef>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, { hash }]) => [name, hash]));
}

/** The sweeps in groups of one model and workload, groups and sweeps in the order of their ids. */
function byWorkload(sweeps: readonly RankedSweep[]): RankedSweep[][] {
  const groups = new Map<string, RankedSweep[]>();
  for (const ranked of sweeps) {
    const { model, workload } = ranked.sweep.key;
    const name = frontiersName(model, workload);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [ranked]);
    else group.push(ranked);
  }
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => compareText(sweepId(a.sweep), sweepId(b.sweep))),
  );
}
