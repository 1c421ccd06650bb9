import { compareText } from '../../src/core/sweep.ts';
import { nearest } from '../../src/core/nearest.ts';
import type { ImportNames, MissingWord } from './keys.ts';

/** A line that the data lack, ready to paste. */
export interface Proposal {
  readonly file: string;
  /** where in the file */
  readonly path: string;
  readonly line: string;
  /** rows that wait for it */
  readonly rows: number;
  /** the alternative, where the word may be another name of a known key */
  readonly alias: string | null;
}

const NOT_TOLD = 'unknown';

/**
 * The lines that would let rejected rows in, those that most rows wait for first.
 *
 * What a row cannot tell (a vendor, an engine family) says "unknown", for its owner to replace.
 */
export function proposals(
  missing: Iterable<readonly [MissingWord, number]>,
  names: ImportNames,
): Proposal[] {
  return Array.from(missing, ([word, rows]) => proposal(word, rows, names)).toSorted(
    (a, b) => b.rows - a.rows || compareText(`${a.path} ${a.line}`, `${b.path} ${b.line}`),
  );
}

function proposal(missing: MissingWord, rows: number, names: ImportNames): Proposal {
  const { dimension, word } = missing;
  const line = JSON.stringify(entry(missing));
  if (dimension === 'model') {
    return { file: 'data/models.json', path: '.', line, rows, alias: null };
  }
  const keys = names.vocabulary[dimension].map(({ key }) => key);
  const [near] = dimension === 'workload' ? [] : nearest(word, keys, 1);
  const alias = near === undefined ? null : `${JSON.stringify(word)}: ${JSON.stringify(near)}`;
  return { file: 'data/vocabulary.json', path: dimension, line, rows, alias };
}

function entry({ dimension, word, isl, osl }: MissingWord): Record<string, unknown> {
  const key = slug(word);
  switch (dimension) {
    case 'model':
      return { key, label: word, raw: [word], aliases: [] };
    case 'hardware':
      return { key, label: word.toUpperCase(), vendor: NOT_TOLD, architecture: NOT_TOLD };
    case 'framework':
      return { key, label: word, family: NOT_TOLD };
    case 'workload': {
      if (isl === undefined || osl === undefined) return { key, label: word, isl: null, osl: null };
      const lengths = [isl, osl].map((tokens) => (tokens % 1024 ? tokens : `${tokens / 1024}k`));
      const joint = lengths.some((length) => typeof length === 'number') ? '-' : '';
      return { key: lengths.join(joint), label: lengths.join('/'), isl, osl };
    }
    default:
      return { key, label: word.toUpperCase() };
  }
}

function slug(word: string): string {
  return word.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
