import type { ThemeName } from '../core/theme-names.ts';

/** The key of the pointer: the only key that ever changes, all others being named by their content. */
export const CURRENT = 'current';

/** KV key of a release's manifest, from the first 24 hex digits of its SHA-256. */
export function manifestKey({ id, manifest }: { id: string; manifest: string }): string {
  return `${MANIFEST_PREFIX}${id}.${manifest}`;
}

/** What the keys of manifests start with. */
export const MANIFEST_PREFIX = 'm/';

/** Which release and manifest a key stands for; `null` if it is no manifest's. */
export function parsedManifestKey(key: string): { id: string; manifest: string } | null {
  const [, id, manifest] = /^m\/([0-9a-f]{12})\.([0-9a-f]{24})$/.exec(key) ?? [];
  return id === undefined || manifest === undefined ? null : { id, manifest };
}

/** KV key of a blob, from the first 24 hex digits of its SHA-256. */
export function blobKey(hash: string): string {
  return `${BLOB_PREFIX}${hash}`;
}

/** What the keys of blobs start with. */
export const BLOB_PREFIX = 'b/';

/** Whether a key is of the form of a blob or a manifest, of the layout before too. */
export function isReleaseKey(key: string): boolean {
  return /^(?:b\/[0-9a-f]{24}|m\/[0-9a-f]{12}(?:\.[0-9a-f]{24})?)$/.test(key);
}

/** Name, within a manifest, of the default runs' frontiers of a model and workload. */
export function frontiersName(model: string, workload: string): string {
  return `w/${model}/${workload}`;
}

/** Name, within a manifest, of the index of a model's sweeps. */
export function indexName(model: string): string {
  return `${INDEX_PREFIX}${model}`;
}

/** What the names of indexes start with. */
export const INDEX_PREFIX = 'i/';

/** Name, within a manifest's cards, of the picture of a preset. */
export function cardName(id: string, theme: ThemeName): string {
  return `${id}.${theme}.png`;
}

/** First 12 hex digits: a release. */
export const RELEASE_ID = /^[0-9a-f]{12}$/;
