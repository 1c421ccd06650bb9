import { basename } from 'node:path';
import { FORMATS } from './formats/formats.ts';
import { parseErrorText, parsedPythonJson } from './formats/json-format.ts';

/** A file that was passed over and might have been a result. */
export interface DoubtfulFile {
  readonly name: string;
  /** what it is instead, and what would make it one */
  readonly why: string;
}

/**
 * Why a file of no known format might have been meant as a result; `null` where nothing tells so, as of
 * logs, pictures, and CSV of something else.
 *
 * @param sample - its beginning
 * @param isWhole - there is no more of it
 */
export function doubtAbout(name: string, sample: string, isWhole: boolean): string | null {
  if (/\.(?:csv|tsv)(?:\.gz)?$/i.test(name)) {
    return hasOtherColumns(sample)
      ? 'a CSV whose columns have other names: say them with --map theirs=ours; `npm run data -- columns` lists ours'
      : null;
  }
  const isMetadata = FORMATS.some(({ metadata }) => metadata === basename(name));
  if (isMetadata || !/\.(?:json|jsonl|ndjson|ya?ml)(?:\.gz)?$/i.test(name)) return null;
  if (sample.trim() === '') return 'empty';
  return isWhole && isCutOff(sample)
    ? 'cut off: it ends within its JSON'
    : 'of no format that is read';
}

/** What tables of benchmark results have columns of, whatever they call these. */
const OF_CONFIGURATIONS = /model|gpu|hardware|accelerator/;
const OF_FIGURES =
  /tpot|ttft|throughput|interactivity|tok(?:en)?s?[\s_/]*(?:per|\/)[\s_]*s|users|concurren/;

/** Whether a header has columns of results under other names than ours, and is no summary of a sweep. */
function hasOtherColumns(sample: string): boolean {
  const [header = ''] = sample.toLowerCase().split('\n', 1);
  const names = header.replaceAll('"', '').split(/[,;\t]/);
  if (names.includes('run_number')) return false;
  return [OF_CONFIGURATIONS, OF_FIGURES].every((kind) => names.some((name) => kind.test(name)));
}

function isCutOff(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    parsedPythonJson(text);
    return false;
  } catch (error) {
    return /^(?:Unterminated|Unexpected end)/.test(parseErrorText(error));
  }
}
