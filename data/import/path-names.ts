import { basename, dirname, join, relative } from 'node:path';
import type { SweepKey } from '../../src/core/sweep.ts';
import type { Input } from './inputs.ts';
import type { ImportNames } from './keys.ts';
import { plainModelName, wordFinder } from './words.ts';

/**
 * A folder, or a file, whose name says of its rows what was not taken: they, or what was given, say
 * otherwise.
 */
export interface PathContradiction {
  readonly path: string;
  /** files of one folder that say the same, of which this is the first; 0: it is a folder */
  readonly files: number;
  readonly fact: keyof typeof FIELDS;
  /** keys: what the name says, and what was taken */
  readonly says: string;
  readonly taken: string;
  readonly rows: number;
}

/** What people name folders and files by, by the field of a key. */
const FIELDS = {
  model: 'model',
  hardware: 'hardware',
  precision: 'precision',
  engine: 'framework',
} as const satisfies Readonly<Record<string, keyof SweepKey>>;
type Fact = keyof typeof FIELDS;
const FACTS = Object.keys(FIELDS) as Fact[];
/** Names that say otherwise beyond that many are not counted. */
const MOST = 1000;

/** By fact, the key that a name says, and what is called by it. */
type Said = Partial<
  Record<Fact, { readonly key: string; readonly path: string; readonly isFile: boolean }>
>;

/**
 * Collects folders and files that are called by a model, hardware, precision or engine other than that
 * of the rows in them: `h100/` or `h100_c16.json` with results of B200. Nothing is taken from such names;
 * they only tell that something may lie in the wrong place, or that what was given is not true of it.
 */
export class PathNames {
  readonly #find: Readonly<Record<Fact, (word: string) => string | undefined>>;
  readonly #lines = new Map<string, PathContradiction>();
  /** of the folder and the file that were looked at last: rows come file by file, and folder by folder */
  #folder: { readonly path: string; readonly said: Said } | null = null;
  #file: { readonly path: string; readonly said: Said } | null = null;

  constructor({ models, vocabulary, aliases }: ImportNames) {
    const plain = new Map(
      models.flatMap(({ key, raw }) => [key, ...raw].map((name) => [plainModelName(name), key])),
    );
    const words = (field: 'hardware' | 'precision' | 'framework') =>
      wordFinder(vocabulary[field], aliases[field], field);
    this.#find = {
      model: (word) => plain.get(plainModelName(word)),
      hardware: words('hardware'),
      precision: words('precision'),
      engine: words('framework'),
    };
  }

  /** A row that was read from an input, under the key that was found for it. */
  add({ name, root, isFound }: Pick<Input, 'name' | 'root' | 'isFound'>, key: SweepKey): void {
    if (root === undefined) return;
    const folder = isFound === true ? join(root, dirname(name)) : root;
    const path = join(folder, basename(name));
    if (this.#folder?.path !== folder) {
      this.#folder = { path: folder, said: this.#saidBy(folder, root) };
    }
    const isNew = this.#file?.path !== path;
    if (isNew) this.#file = { path, said: { ...this.#folder.said, ...this.#saidByFile(path) } };
    for (const fact of FACTS) {
      const [says, taken] = [this.#file!.said[fact], key[FIELDS[fact]]];
      if (says === undefined || taken === null || says.key === taken) continue;
      const place = says.isFile ? [folder, says.key] : [says.path];
      const id = JSON.stringify([...place, says.isFile, fact, taken]);
      const before = this.#lines.get(id);
      if (before === undefined && this.#lines.size >= MOST) continue;
      const line = before ?? { path: says.path, files: 0, fact, says: says.key, taken, rows: 0 };
      const files = line.files + (says.isFile && (isNew || before === undefined) ? 1 : 0);
      this.#lines.set(id, { ...line, files, rows: line.rows + 1 });
    }
  }

  lines(): PathContradiction[] {
    return [...this.#lines.values()].toSorted((a, b) => b.rows - a.rows);
  }

  /** The nearest folder that says it counts, up to the one that was imported. */
  #saidBy(folder: string, root: string): Said {
    const said: Said = {};
    const depth = relative(root, folder).split(/[\\/]/).filter(Boolean).length;
    let path = folder;
    for (let left = depth; left >= 0; left--) {
      for (const fact of FACTS) {
        const key = this.#keyOf(fact, basename(path));
        if (key !== null) said[fact] ??= { key, path, isFile: false };
      }
      path = dirname(path);
    }
    return said;
  }

  /** What the name of a file says, without its ending. */
  #saidByFile(path: string): Said {
    const name = basename(path).replace(/\.\w+(?:\.gz)?$/, '');
    const said: Said = {};
    for (const fact of FACTS) {
      const key = this.#keyOf(fact, name);
      if (key !== null) said[fact] = { key, path, isFile: true };
    }
    return said;
  }

  /** The one key that a name, or a part of it, says; `null` where it says none or two. */
  #keyOf(fact: Fact, name: string): string | null {
    const find = this.#find[fact];
    const isInParts = fact === 'hardware' || fact === 'precision';
    const parts = name.split(isInParts ? /[^\p{L}\p{N}]+/u : /_+/);
    const whole = find(name);
    const found = new Set(
      whole === undefined ? parts.flatMap((part) => find(part) ?? []) : [whole],
    );
    const [key = null, ...others] = found;
    return others.length > 0 ? null : key;
  }
}
