import { parseAddress } from './address.ts';
import type { Address } from './address.ts';
import type { Manifest, SweepEntry } from './release.ts';
import type { Preset } from './vocabulary.ts';

/** The parts of a manifest that a comparison is made from. */
type IndexedManifest = Pick<Manifest, 'id' | 'publishedAt' | 'catalog'>;

/** A manifest with what every address looks up in it, made once. */
export interface CatalogIndex<M extends IndexedManifest = IndexedManifest> {
  readonly manifest: M;
  /** the preset with this comparison id */
  readonly presetOf: (id: string) => Preset | null;
  /** the preset that had this address elsewhere, path only and without `/zh` */
  readonly presetByOldPath: (path: string) => Preset | null;
  /** what a comparison id asks, `null` if it does not parse */
  readonly addressOf: (id: string) => Address | null;
}

/** A {@link CatalogIndex} with the sweeps of some models, or of all. */
export interface ReleaseIndex extends CatalogIndex {
  /** sweeps of a model, all runs; `[]` for a model without any */
  readonly entriesOf: (model: string) => readonly SweepEntry[];
}

/** Indexes a manifest with all the sweeps of a release: the time of a look-up does not grow with it. */
export function releaseIndex(
  manifest: IndexedManifest,
  sweeps: readonly SweepEntry[],
): ReleaseIndex {
  const byModel = new Map<string, SweepEntry[]>();
  for (const entry of sweeps) {
    const known = byModel.get(entry.key.model);
    if (known === undefined) byModel.set(entry.key.model, [entry]);
    else known.push(entry);
  }
  return { ...catalogIndex(manifest), entriesOf: (model) => byModel.get(model) ?? [] };
}

/** Indexes what a manifest says itself. */
export function catalogIndex<M extends IndexedManifest>(manifest: M): CatalogIndex<M> {
  const { catalog } = manifest;
  const byId = new Map(catalog.presets.map((preset) => [preset.id, preset]));
  const byOldPath = new Map(
    catalog.presets.flatMap((preset) =>
      preset.old.map((path) => [path.replace(/^\/zh(?=\/)/, ''), preset]),
    ),
  );
  return {
    manifest,
    presetOf: (id) => byId.get(id) ?? null,
    presetByOldPath: (path) => byOldPath.get(path) ?? null,
    addressOf: (id) => {
      const parsed = parseAddress(id, catalog);
      return 'value' in parsed ? parsed.value : null;
    },
  };
}
