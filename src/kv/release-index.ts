import { parseAddress } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import type { Manifest, SweepEntry } from '../core/release.ts';
import type { Preset } from '../core/vocabulary.ts';

/** A manifest with what every request looks up in it, made once. */
export interface ReleaseIndex {
  readonly manifest: Manifest;
  /** sweeps of a model, all runs; `[]` for a model without any */
  readonly entriesOf: (model: string) => readonly SweepEntry[];
  /** the preset with this comparison id */
  readonly presetOf: (id: string) => Preset | null;
  /** the preset that had this address elsewhere, path only and without `/zh` */
  readonly presetByOldPath: (path: string) => Preset | null;
  /** what a comparison id asks, `null` if it does not parse */
  readonly addressOf: (id: string) => Address | null;
}

/** Indexes a manifest: the time of a look-up does not grow with the release. */
export function releaseIndex(manifest: Manifest): ReleaseIndex {
  const { catalog } = manifest;
  const byModel = new Map<string, SweepEntry[]>();
  for (const entry of manifest.sweeps) {
    const known = byModel.get(entry.key.model);
    if (known === undefined) byModel.set(entry.key.model, [entry]);
    else known.push(entry);
  }
  const byId = new Map(catalog.presets.map((preset) => [preset.id, preset]));
  const byOldPath = new Map(
    catalog.presets.flatMap((preset) =>
      preset.old.map((path) => [path.replace(/^\/zh(?=\/)/, ''), preset]),
    ),
  );
  return {
    manifest,
    entriesOf: (model) => byModel.get(model) ?? [],
    presetOf: (id) => byId.get(id) ?? null,
    presetByOldPath: (path) => byOldPath.get(path) ?? null,
    addressOf: (id) => {
      const parsed = parseAddress(id, catalog);
      return 'value' in parsed ? parsed.value : null;
    },
  };
}
