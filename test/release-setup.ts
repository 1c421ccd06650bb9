import type { TestProject } from 'vitest/node';
import type { DataSet } from '../data/load/data-set.ts';
import { loadData } from '../data/load/load.ts';
import { buildRelease, contentHash } from '../data/release/release.ts';
import { blobKey, manifestKey } from '../src/kv/keys.ts';
import { measuredSweeps } from './measured-sweeps.ts';
import type { StoredRelease } from './release-fixtures.ts';

/** Builds the releases of {@link ReleaseName} in Node, where files are, for the tests in workerd. */
export default async function setup(project: TestProject): Promise<void> {
  const shipped = await loadData([]);
  project.provide('releases', {
    shipped: stored(shipped),
    measured: stored({ ...shipped, sweeps: [...shipped.sweeps, ...measuredSweeps()] }),
    changed: stored(doubled(shipped)),
    hostile: stored(hostile(shipped)),
  });
  project.provide(
    'published',
    shipped.presets.flatMap(({ id, old }) => old.map((path) => ({ old: path, id }))),
  );
}

function stored(dataSet: DataSet): StoredRelease {
  const { manifest, blobs } = buildRelease(dataSet);
  const whole = { ...manifest, publishedAt: '2026-11-23T09:00:00Z', cards: {}, scripts: {} };
  const text = JSON.stringify(whole);
  const ref = { id: manifest.id, manifest: contentHash(text) };
  return {
    ...ref,
    entries: {
      [manifestKey(ref)]: text,
      ...Object.fromEntries([...blobs].map(([hash, text]) => [blobKey(hash), text])),
    },
  };
}

function doubled(dataSet: DataSet): DataSet {
  return {
    ...dataSet,
    sweeps: dataSet.sweeps.map((sweep) => ({
      ...sweep,
      points: sweep.points.map((point) => ({ ...point, throughput: point.throughput * 2 })),
    })),
  };
}

/** Markup, a formula, a table cell, a link and a quote, all in one. */
export const HOSTILE = '=1+1|<img src=x onerror=alert(1)>&"\'`[a](javascript:alert(1))\r\n# x';

function hostile(dataSet: DataSet): DataSet {
  const worse = <T extends { readonly label: string }>(entries: readonly T[]): T[] =>
    entries.map((entry) => ({ ...entry, label: `${HOSTILE}${entry.label}` }));
  const { vocabulary } = dataSet;
  return {
    ...dataSet,
    models: worse(dataSet.models),
    vocabulary: {
      hardware: worse(vocabulary.hardware),
      precision: worse(vocabulary.precision),
      specMethod: worse(vocabulary.specMethod),
      framework: worse(vocabulary.framework),
      deployment: worse(vocabulary.deployment),
      workload: worse(vocabulary.workload),
    },
    sweeps: dataSet.sweeps.map((sweep) => ({
      ...sweep,
      sources: sweep.sources.map((source) => ({
        ...source,
        url: `javascript:alert('${HOSTILE}')`,
        license: HOSTILE,
        attribution: HOSTILE,
      })),
    })),
  };
}
