import type { Manifest, Pointer } from '../../src/core/release.ts';
import { sha256Hex } from '../../src/kv/content.ts';
import { CURRENT, blobKey, manifestKey } from '../../src/kv/keys.ts';
import type { Site } from './site.ts';

/** Puts files into a release, the live one unless told otherwise, as publishing does. */
export async function addFiles(
  { kv }: Site,
  texts: Readonly<Record<string, string>>,
  release = (JSON.parse(kv.values.get(CURRENT)!) as Pointer).release,
): Promise<void> {
  const manifest = JSON.parse(kv.values.get(manifestKey(release))!) as Manifest;
  const scripts = { ...manifest.scripts };
  for (const [name, text] of Object.entries(texts)) {
    const hash = (await sha256Hex(text)).slice(0, 24);
    kv.values.set(blobKey(hash), text);
    scripts[name] = { hash, size: text.length };
  }
  kv.values.set(manifestKey(release), JSON.stringify({ ...manifest, scripts }));
}

/** A file for every example address of a published one. */
export const EXAMPLE_FILES = {
  'matchpoint.js': 'export {};',
  'resize.js': 'export {};',
  'custom-elements.json': '{}',
  'matchpoint.d.ts': 'export {};',
};
