import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText, comparePoints } from '../../src/core/sweep.ts';
import type { Source } from '../../src/core/sweep.ts';
import { sweepFileSchema } from '../../src/schema/sweep-file.ts';
import type { FileSweep, SweepFile } from '../../src/schema/sweep-file.ts';
import { DataError } from '../load/data-set.ts';
import type { Problem } from '../load/data-set.ts';
import { isSweepFile } from '../load/overlay.ts';
import { readJson } from '../load/read-json.ts';
import { roundedPoint } from '../rounded-point.ts';
import { statedFields } from '../stated-fields.ts';
import { writeWhole } from '../write-files.ts';
import { withOrigin } from './rows.ts';
import type { DraftPoint, DraftSweep } from './rows.ts';

/** The sweep files of an import, by model; equal sweeps give equal files, in whatever order rows came. */
export function sweepFiles(sweeps: ReadonlyMap<string, DraftSweep>): SweepFile[] {
  const models = new Map<string, FileSweep[]>();
  for (const id of [...sweeps.keys()].toSorted(compareText)) {
    const draft = sweeps.get(id)!;
    const { model } = draft.key;
    models.set(model, [...(models.get(model) ?? []), fileSweep(draft)]);
  }
  return Array.from(models, ([model, of]) => ({ model, sweeps: of }));
}

/** The text of a sweep file: a point a line, facts that are not known left out. */
export function sweepFileText({ model, sweeps }: SweepFile): string {
  const texts = sweeps.map(({ sources, points, ...head }) => {
    const start = JSON.stringify(statedFields(head)).slice(0, -1);
    const list = (items: readonly object[]) =>
      items.map((item) => `    ${JSON.stringify(statedFields(item))}`).join(',\n');
    return `  ${start},"sources":[\n${list(sources)}\n  ],"points":[\n${list(points)}\n  ]}`;
  });
  return `{"model":${JSON.stringify(model)},"sweeps":[\n${texts.join(',\n')}\n]}\n`;
}

/** Writes `<model>.json` files and returns their paths; other files of the directory stay. */
export async function writeSweepFiles(dir: string, files: readonly SweepFile[]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      const path = join(dir, `${file.model}.json`);
      await writeWhole(path, sweepFileText(file));
      return path;
    }),
  );
}

/** Sweep files of the directory that this import did not write, and that `--data` would read too. */
export async function otherFiles(dir: string, files: readonly SweepFile[]): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  const own = new Set(files.map(({ model }) => `${model}.json`));
  return names
    .filter((name) => name.endsWith('.json') && isSweepFile(name) && !own.has(name))
    .toSorted(compareText);
}

/** The sweep files of these models that the directory has. @throws Error if one cannot be read */
export async function presentFiles(dir: string, models: readonly string[]): Promise<SweepFile[]> {
  const files = await Promise.all(
    models.map(async (model) => {
      const path = join(dir, `${model}.json`);
      if (!existsSync(path)) return [];
      const problems: Problem[] = [];
      const file = await readJson(path, path, sweepFileSchema, problems);
      if (file === null) throw new DataError(problems);
      return [file];
    }),
  );
  return files.flat();
}

/** The paths of sweep files that are not there, or not as they would be written. */
export async function staleFiles(dir: string, files: readonly SweepFile[]): Promise<string[]> {
  const stale = await Promise.all(
    files.map(async (file) => {
      const path = join(dir, `${file.model}.json`);
      const text = await readFile(path, 'utf8').catch(() => null);
      return text === sweepFileText(file) ? [] : [path];
    }),
  );
  return stale.flat();
}

function fileSweep({ key, run, label, configurations }: DraftSweep): FileSweep {
  const drafts = [...configurations.values()].flatMap(({ points }) => points.map(withOrigin));
  const { model: _model, ...rest } = key;
  return sweepOf({ ...rest, basis: 'measured', run, label, rates: null }, drafts);
}

/** A sweep of points with their sources, in the order and rounding of files. */
export function sweepOf(
  head: Omit<FileSweep, 'date' | 'sources' | 'points'>,
  drafts: readonly DraftPoint[],
): FileSweep {
  const texts = new Map(drafts.map(({ source }) => [JSON.stringify(source), source]));
  const sorted = [...texts.keys()].toSorted(compareText);
  const places = new Map(sorted.map((text, place) => [text, place]));
  const points = drafts
    .map(({ point, source }) =>
      roundedPoint({ ...point, source: places.get(JSON.stringify(source))! }),
    )
    .toSorted(comparePoints);
  const sources = sorted.map((text) => texts.get(text)!);
  return { ...head, date: newestDate(sources), sources, points };
}

/** The newest date of a sweep's rows: its date. */
export function newestDate(sources: readonly Source[]): string | null {
  const dates = sources.flatMap(({ date }) => date ?? []);
  return dates.toSorted(compareText).at(-1) ?? null;
}
