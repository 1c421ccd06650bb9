import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataError } from '../../data/load/data-set.ts';
import { loadData } from '../../data/load/load.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { VALID } from './load/valid-data-set.ts';

/** The valid data set as a directory of files, to break, and an empty one for further sweeps. */
export class DataPlace {
  readonly root: string;
  readonly extra: string;

  private constructor(place: string) {
    this.root = join(place, 'data');
    this.extra = join(place, 'extra');
  }

  static async create(): Promise<DataPlace> {
    const place = new DataPlace(await mkdtemp(join(tmpdir(), 'matchpoint-data-')));
    for (const directory of [place.extra, join(place.root, 'rates'), join(place.root, 'sweeps')]) {
      await mkdir(directory, { recursive: true });
    }
    const { models, vocabulary, aliases, presets, rates, knownIssues, sweeps } = VALID;
    await place.#write('models.json', models);
    await place.#write('vocabulary.json', { ...vocabulary, aliases });
    await place.#write('presets.json', presets);
    await place.#write('known-issues.json', knownIssues);
    for (const card of rates) await place.#write(`rates/${card.id}.json`, card);
    await place.#write('sweeps/ant.json', { model: 'ant', sweeps: sweeps.map(fileSweep) });
    return place;
  }

  async remove(): Promise<void> {
    await rm(join(this.root, '..'), { recursive: true });
  }

  /** What loading says is wrong, a line each; empty when nothing is. */
  async complaints(dirs: readonly string[] = []): Promise<string[]> {
    try {
      await loadData(dirs, { root: this.root });
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

  /** Writes a file of further sweeps of model Ant. */
  async writeExtra(name: string, ...sweeps: unknown[]): Promise<void> {
    await writeFile(join(this.extra, name), JSON.stringify({ model: 'ant', sweeps }));
  }

  async #write(name: string, content: unknown): Promise<void> {
    await writeFile(join(this.root, name), JSON.stringify(content));
  }
}

/** A sweep as its file has it, with what a page printed beside each figure. */
function fileSweep({
  key,
  issue: _issue,
  passedOver: _passedOver,
  points,
  ...rest
}: Sweep): object {
  const { model: _model, ...fields } = key;
  const printed = { costPerMillionTokens: 0.5 };
  return { ...fields, ...rest, points: points.map((point) => ({ ...point, printed })) };
}
