import { basename, dirname, join, relative } from 'node:path';
import type { SweepKey } from '../../src/core/sweep.ts';
import type { Input } from './inputs.ts';
import type { ImportNames } from './keys.ts';
import { plainModelName, wordFinder } from './words.ts';

/** A folder whose name says of its files what was not taken: they, or what was given, say otherwise. */
export interface FolderContradiction {
  readonly folder: string;
  readonly fact: keyof typeof FIELDS;
  /** keys: what the name says, and what was taken */
  readonly says: string;
  readonly taken: string;
  readonly rows: number;
}

/** What people name folders by, by the field of a key. */
const FIELDS = {
  model: 'model',
  hardware: 'hardware',
  precision: 'precision',
  engine: 'framework',
} as const satisfies Readonly<Record<string, keyof SweepKey>>;
type Fact = keyof typeof FIELDS;
const FACTS = Object.keys(FIELDS) as Fact[];
/** Folders beyond that many are not looked at. */
const MOST = 1000;

/** By fact, the key that a folder's name says, and which folder of the path it is. */
type Said = Partial<Record<Fact, { readonly key: string; readonly folder: string }>>;

/**
 * Collects folders that are called by a model, hardware, precision or engine other than that of the
 * rows in them: `h100/` with results of B200. Nothing is taken from such names; they only tell that
 * something may lie in the wrong place.
 */
export class FolderNames {
  readonly #find: Readonly<Record<Fact, (word: string) => string | undefined>>;
  readonly #lines = new Map<string, FolderContradiction>();
  /** of the folder that was looked at last: inputs come folder by folder */
  #last: { readonly folder: string; readonly said: Said } | null = null;

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
    if (this.#last?.folder !== folder) this.#last = { folder, said: this.#saidBy(folder, root) };
    const { said } = this.#last;
    for (const fact of FACTS) {
      const [says, taken] = [said[fact], key[FIELDS[fact]]];
      if (says === undefined || taken === null || says.key === taken) continue;
      const id = JSON.stringify([says.folder, fact, taken]);
      const before = this.#lines.get(id);
      if (before === undefined && this.#lines.size >= MOST) continue;
      const line = before ?? { folder: says.folder, fact, says: says.key, taken, rows: 0 };
      this.#lines.set(id, { ...line, rows: line.rows + 1 });
    }
  }

  lines(): FolderContradiction[] {
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
        if (key !== null) said[fact] ??= { key, folder: path };
      }
      path = dirname(path);
    }
    return said;
  }

  /** The one key that the name of a folder, or a part of it, says; `null` where it says none or two. */
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
