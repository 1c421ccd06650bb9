import { readFile } from 'node:fs/promises';
import { buildElementScript } from './build-widgets.ts';

/** What is served as written, under the same name. */
const WRITTEN = ['custom-elements.json', 'matchpoint.d.ts'];

/**
 * The files of `/widgets/` by name, as a release carries them: the element's script under its
 * moving name and under its hashed one, which stays for ever, and what describes it.
 */
export async function elementFiles(): Promise<Map<string, string>> {
  const { text, fileName } = await buildElementScript();
  const files = new Map([
    [fileName, text],
    ['matchpoint.js', text],
  ]);
  for (const name of WRITTEN) {
    files.set(name, await readFile(new URL(`../widgets/${name}`, import.meta.url), 'utf8'));
  }
  return files;
}
