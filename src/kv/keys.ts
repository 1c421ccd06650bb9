import type { ThemeName } from '../core/theme-names.ts';

/** The key of the pointer: the only key that ever changes. */
export const CURRENT = 'current';

/** KV key of a release's manifest. */
export function manifestKey(release: string): string {
  return `m/${release}`;
}

/** KV key of a blob, from the first 24 hex digits of its SHA-256. */
export function blobKey(hash: string): string {
  return `b/${hash}`;
}

/** Name, within a manifest, of the default runs' frontiers of a model and workload. */
export function frontiersName(model: string, workload: string): string {
  return `w/${model}/${workload}`;
}

/** Name, within a manifest, of every point of every run of a model and workload. */
export function pointsName(model: string, workload: string): string {
  return `p/${model}/${workload}`;
}

/** Name, within a manifest's cards, of the picture of a preset. */
export function cardName(id: string, theme: ThemeName): string {
  return `${id}.${theme}.png`;
}

/** First 12 hex digits: a release. */
export const RELEASE_ID = /^[0-9a-f]{12}$/;
