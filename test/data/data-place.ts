import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataError } from '../../data/load/data-set.ts';
import { loadData } from '../../data/load/load.ts';
import { DATA_DIR } from '../../data/project-paths.ts';

/** A copy of the data that ship, to break, and an empty directory for further sweeps. */
export class DataPlace {
  readonly root: string;
  readonly extra: string;

  private constructor(place: string) {
    this.root = join(place, 'data');
    this.extra = join(place, 'extra');
  }

  static async create(): Promise<DataPlace> {
    const place = new DataPlace(await mkdtemp(join(tmpdir(), 'matchpoint-data-')));
    const isData = (file: string) => !file.endsWith('.ts');
    await cp(DATA_DIR, place.root, { recursive: true, filter: isData });
    await mkdir(place.extra);
    return place;
  }

  async remove(): Promise<void> {
    await rm(join(this.root, '..'), { recursive: true });
  }

  /** What loading says is wrong, a line each; empty when nothing is. */
  async complaints(dirs: readonly string[] = []): Promise<string[]> {
    try {
      await loadData(dirs, this.root);
      return [];
    } catch (error) {
      if (error instanceof DataError) return error.message.split('\n');
      throw error;
    }
  }

  /** Replaces a text that the file must have. */
  async change(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(join(this.root, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(join(this.root, file), text.replace(from, to));
  }

  /** Writes a file of further sweeps of DeepSeek R1. */
  async writeExtra(name: string, ...sweeps: unknown[]): Promise<void> {
    const text = JSON.stringify({ model: 'deepseek-r1', sweeps });
    await writeFile(join(this.extra, name), text);
  }
}
