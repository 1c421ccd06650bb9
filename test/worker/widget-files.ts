import type { BlobRef, Pointer } from '../../src/core/release.ts';
import { CURRENT } from '../../src/kv/keys.ts';
import type { Site } from './site.ts';

/** Puts files into a release, the live one unless told otherwise, as publishing does. */
export async function addFiles(
  { kv }: Site,
  texts: Readonly<Record<string, string>>,
  release = (JSON.parse(kv.values.get(CURRENT)!) as Pointer).release,
): Promise<void> {
  const files: Record<string, BlobRef> = {};
  for (const [name, text] of Object.entries(texts)) files[name] = await kv.blob(text);
  await kv.republish(
    release,
    (manifest) => ({ ...manifest, scripts: { ...manifest.scripts, ...files } }),
    { ...kv.scripts, ...files },
  );
}

/** A file for every example address of a published one. */
export const EXAMPLE_FILES = {
  'matchpoint.js': 'export {};',
  'matchpoint-rank.js': 'export {};',
  'resize.js': 'export {};',
  'search.js': 'export {};',
  'suggestions.js': 'export {};',
  'custom-elements.json': '{}',
  'matchpoint.d.ts': 'export {};',
};
