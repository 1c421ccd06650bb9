import { existsSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { editDistance } from '../../src/core/nearest.ts';
import { compareText } from '../../src/core/sweep.ts';
import { FACTS_FILE } from '../facts-file.ts';
import type { GivenFacts } from './formats/format.ts';
import { givenFacts } from './given-facts.ts';
import { namedInput } from './inputs.ts';
import type { Input } from './inputs.ts';

/** What applies to every input, whatever its folder says. */
export interface Surroundings {
  /** stand before those of a folder */
  readonly given: GivenFacts;
  /** facts from a path within its folder, which stand before all others */
  readonly fromPath: (path: string) => GivenFacts | null;
}

/**
 * The inputs that arguments name: files with the facts beside them, addresses and `-` as they are, of
 * a folder every file in it and below, in the order of their paths. Hidden files and installed
 * packages are not entered; links to folders, pipes and the like are inputs that say so when they are
 * opened.
 */
export async function inputsOf(
  arguments_: readonly string[],
  surroundings: Surroundings,
): Promise<Input[]> {
  const besides = new Map<string, Promise<GivenFacts>>(); // many files lie in one folder
  const factsBeside = (file: string) => {
    const path = join(dirname(file), FACTS_FILE);
    const read = besides.get(path) ?? (existsSync(path) ? readFacts(path) : Promise.resolve({}));
    besides.set(path, read);
    return read;
  };
  const inputs = await Promise.all(
    arguments_.map(async (argument): Promise<Input[]> => {
      const isFolder = await stat(argument).then(
        (found) => found.isDirectory(),
        () => false,
      );
      if (isFolder) return folderInputs(argument, surroundings);
      const input = namedInput(argument);
      if (input.root === undefined) return [{ ...input, given: surroundings.given }];
      // Nothing tells where a pattern would begin in the path of a file that was named.
      const given = { ...(await factsBeside(argument)), ...surroundings.given };
      return [{ ...input, given }];
    }),
  );
  return inputs.flat();
}

async function folderInputs(folder: string, surroundings: Surroundings): Promise<Input[]> {
  const unread = new Map<string, string>();
  const entries = await entriesBelow(folder, (path, why) =>
    unread.set(relative(folder, path), why),
  );
  const pathsOf = (some: readonly Dirent[]) =>
    some.map((entry) => relative(folder, join(entry.parentPath, entry.name))).toSorted(compareText);
  const others = pathsOf(entries.filter((entry) => !entry.isFile() && !entry.isDirectory()));
  for (const path of others) {
    const why = await whyNoFile(join(folder, path));
    if (why !== null) unread.set(path, why);
  }
  for (const path of pathsOf(
    entries.filter((entry) => entry.isFile() && isNearlyFactsFile(entry.name)),
  )) {
    unread.set(path, `facts are read from ${FACTS_FILE} alone: call it that, or take it away`);
  }
  const files = pathsOf(
    entries.filter((entry) => entry.isFile() && entry.name !== FACTS_FILE),
  ).filter((path) => !unread.has(path));
  const linked = others.filter((path) => !unread.has(path));
  const paths = [...files, ...linked].toSorted(compareText);
  const tables = new Set(paths.flatMap((path) => otherTables(path, paths)));
  const stated = new Map<string, GivenFacts>();
  for (const entry of entries.filter(({ name }) => name === FACTS_FILE)) {
    stated.set(
      relative(folder, entry.parentPath),
      await readFacts(join(entry.parentPath, FACTS_FILE)),
    );
  }
  const named = [...unread].map(([name, why]): Input => {
    const open = () => Promise.reject(new Error(why));
    return { name, open, given: surroundings.given, root: folder, isFound: true };
  });
  const known = new Map<string, GivenFacts>(); // what is known of many files is the same
  const givenOf = (path: string): GivenFacts => {
    const given = {
      ...inherited(stated, dirname(path)),
      ...surroundings.given,
      ...surroundings.fromPath(path),
    };
    const text = JSON.stringify(given);
    const same = known.get(text);
    if (same === undefined) known.set(text, given);
    return same ?? given;
  };
  const results = paths
    .filter((path) => !tables.has(path))
    .map((path) => new FolderFile(path, folder, givenOf(path)));
  return [...results, ...named];
}

/**
 * Everything in a folder and below, but what is hidden or installed.
 *
 * @param onUnread - told of folders below that cannot be entered, and why
 * @throws Error of the operating system if the folder itself cannot be
 */
async function entriesBelow(
  folder: string,
  onUnread: (path: string, why: string) => void,
): Promise<Dirent[]> {
  const found: Dirent[] = [];
  const left = [folder];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(place, { withFileTypes: true });
    } catch (error) {
      if (place === folder) throw error;
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      onUnread(place, `a folder that cannot be entered (${code})`);
      continue;
    }
    for (const entry of entries) {
      if (isHidden(entry.name)) continue;
      found.push(entry);
      if (entry.isDirectory()) left.push(join(place, entry.name));
    }
  }
  return found;
}

/** A file of a folder that is imported. There are many of them: each holds no more than its name. */
class FolderFile implements Input {
  readonly name: string;
  readonly root: string;
  readonly given: GivenFacts;

  /** @param name - path within the folder */
  constructor(name: string, root: string, given: GivenFacts) {
    this.name = name;
    this.root = root;
    this.given = given;
  }

  get isFound(): boolean {
    return true;
  }

  open(): ReturnType<Input['open']> {
    return namedInput(join(this.root, this.name)).open();
  }

  beside(name: string): ReturnType<NonNullable<Input['beside']>> {
    return namedInput(join(this.root, this.name)).beside!(name);
  }
}

/** Why what is neither file nor folder is not read; `null` for a link to a file, which is. */
async function whyNoFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path); // of what a link leads to
    if (found.isFile()) return null;
    return found.isDirectory()
      ? 'a link to a folder: name that folder itself to import it'
      : 'no file but a pipe, socket or device: not read';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ELOOP' ? 'a link that leads to itself' : 'a link that leads nowhere';
  }
}

/** The results of a database dump, the fullest first. */
const DUMPED = /^benchmark_results(?:_raw)?\.(?:csv|json)(?:\.gz)?$/;

/** The tables of a database dump beside its results, which are read with these and are none. */
function otherTables(path: string, paths: readonly string[]): string[] {
  if (!DUMPED.test(basename(path))) return [];
  const beside = paths.filter((other) => dirname(other) === dirname(path));
  if (!beside.some((other) => basename(other).startsWith('configs.'))) return [];
  const results = beside.filter((other) => DUMPED.test(basename(other)));
  const [fullest] = results.toSorted(
    (a, b) => Number(b.includes('_raw')) - Number(a.includes('_raw')) || compareText(a, b),
  );
  return beside.filter((other) => other !== fullest);
}

/** More than that many letters apart, a name was not meant for that of the file of facts. */
const MOST_EDITS = 4;

/** Whether a name was meant for that of the file of facts, and is not: `matchpoint_import.json.txt`. */
function isNearlyFactsFile(name: string): boolean {
  const letters = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
  const isLong = name.length > 2 * FACTS_FILE.length;
  if (name === FACTS_FILE || isLong) return false;
  return editDistance(letters(name), letters(FACTS_FILE)) <= MOST_EDITS;
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** The facts of a folder and of those around it, the nearer ones before the others. */
function inherited(stated: ReadonlyMap<string, GivenFacts>, folder: string): GivenFacts {
  const own = stated.get(folder === '.' ? '' : folder) ?? {};
  if (folder === '.' || folder === '') return own;
  return { ...inherited(stated, dirname(folder)), ...own };
}

async function readFacts(path: string): Promise<GivenFacts> {
  let stated: unknown;
  try {
    stated = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}: not JSON (${reason}); write {"hardware": "h100", "gpus": 8}`, {
      cause: error,
    });
  }
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated)) {
    throw new Error(`${path}: not an object of facts; write {"hardware": "h100", "gpus": 8}`);
  }
  return givenFacts({ ...stated }, path);
}
