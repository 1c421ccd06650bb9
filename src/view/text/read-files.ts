import type { SideSource } from '../../core/comparison-types.ts';
import { statedOnce } from '../stated-once.ts';
import type { Words } from '../words/words.ts';

/** Result files that are named; the JSON and the CSV have all. */
const SHOWN = 6;

/** Which result files figures were read from, each once, in a sentence; `null` where there are none. */
export function readFilesText(
  sources: readonly Pick<SideSource, 'file'>[],
  words: Words['markdown'],
): string | null {
  const files = statedOnce(sources.map(({ file }) => file));
  return files.length === 0 ? null : words.files(files.slice(0, SHOWN), files.length - SHOWN);
}
