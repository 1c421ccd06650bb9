import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../../src/core/sweep.ts';
import {
  knownIssuesSchema,
  modelsSchema,
  presetsSchema,
  rateCardSchema,
  vocabularySchema,
} from '../../src/schema/data.ts';
import { sweepFileSchema } from '../../src/schema/sweep-file.ts';
import { DATA_DIR } from '../project-paths.ts';
import { DataError } from './data-set.ts';
import type { DataSet, Problem } from './data-set.ts';
import { futureDates } from './future-dates.ts';
import { mergeSweeps } from './merge.ts';
import type { NamedSweepFile } from './merge.ts';
import { isSweepFile, readOverlay, withOverlay, withoutSweeps } from './overlay.ts';
import type { DataCatalog } from './overlay.ts';
import { offPrinted } from './printed-figures.ts';
import { jsonFiles, readJson } from './read-json.ts';
import { CHECKS } from './rules/index.ts';

/** Where data come from besides the shipped ones. */
interface DataPlaces {
  /** a directory laid out as `data/` */
  readonly root?: string;
  /** leaves the shipped sweeps out, with the presets, known issues and models that are about them */
  readonly isOnly?: boolean;
  /** `YYYY-MM-DD`; sweeps of one's own that are dated later are refused, and none without it */
  readonly latestDay?: string;
}

/**
 * The shipped data with directories of further data over them, checked by schema and rules.
 *
 * @param dirs - directories of sweep files, relative to the working directory, that may also hold
 *   `models.json`, `vocabulary.json`, `presets.json`, `known-issues.json` and `rates/`; none is fine
 * @throws DataError that lists every problem
 */
export async function loadData(
  dirs: readonly string[],
  { root = DATA_DIR, isOnly = false, latestDay }: DataPlaces = {},
): Promise<DataSet> {
  const problems: Problem[] = [];
  const shipped = await readCatalog(root, problems);
  const places = await Promise.all(
    dirs.map(async (dir): Promise<Place> => {
      const directory = resolve(dir);
      const names = await jsonFiles(directory, problems);
      return { directory, prefix: dir, names, isShipped: false };
    }),
  );
  const overlays = await Promise.all(
    places.map(({ directory, prefix, names }) => readOverlay(directory, names, prefix, problems)),
  );
  const files = isOnly ? [] : await readSweepFiles(await shippedSweeps(root, problems), problems);
  for (const place of places) files.push(...(await readSweepFiles(place, problems)));
  if (shipped === null || problems.length > 0) throw new DataError(problems);

  const merged = mergeSweeps(files);
  const catalog = overlays.reduce(withOverlay, isOnly ? withoutSweeps(shipped) : shipped);
  const used = new Set(merged.sweeps.map(({ key }) => key.model));
  const dataSet: DataSet = {
    ...catalog,
    models: isOnly ? catalog.models.filter(({ key }) => used.has(key)) : catalog.models,
    rates: catalog.rates.toSorted((a, b) => compareText(a.asOf, b.asOf) || compareText(a.id, b.id)),
    sweeps: merged.sweeps,
    origins: merged.origins,
  };
  // a card of one's own may have taken the place of the one that figures were printed by
  const printedBy = [...shipped.rates, ...catalog.rates];
  const broken = [
    ...merged.problems,
    ...(latestDay === undefined ? [] : futureDates(files, latestDay)),
    ...offPrinted(files, printedBy),
    ...brokenRules(dataSet),
  ];
  if (broken.length > 0) throw new DataError(broken);
  return dataSet;
}

/**
 * The names that importing into a directory may use: the shipped ones and those of its own.
 *
 * @throws DataError that lists every problem of the files of names
 */
export async function loadNames(dir: string): Promise<DataCatalog> {
  const problems: Problem[] = [];
  const shipped = await readCatalog(DATA_DIR, problems);
  const names = existsSync(dir) ? await jsonFiles(resolve(dir), problems) : [];
  const overlay = await readOverlay(resolve(dir), names, dir, problems);
  if (shipped === null || problems.length > 0) throw new DataError(problems);
  return withOverlay(shipped, overlay);
}

/** Every problem that the checks of the data as a whole find. */
export function brokenRules(dataSet: DataSet): Problem[] {
  return CHECKS.flatMap((check) => check(dataSet));
}

/** Everything but the sweeps of a directory laid out as `data/`; `null` if any of it is wrong. */
async function readCatalog(root: string, problems: Problem[]): Promise<DataCatalog | null> {
  const readFile = <T>(name: string, schema: Parameters<typeof readJson<T>>[2]) =>
    readJson(join(root, name), name, schema, problems);
  const models = await readFile('models.json', modelsSchema);
  const vocabularyFile = await readFile('vocabulary.json', vocabularySchema);
  const presets = await readFile('presets.json', presetsSchema);
  const knownIssues = await readFile('known-issues.json', knownIssuesSchema);
  const cards = await Promise.all(
    (await jsonFiles(join(root, 'rates'), problems)).map((name) =>
      readFile(`rates/${name}`, rateCardSchema),
    ),
  );
  if (!models || !vocabularyFile || !presets || !knownIssues) return null;
  const { aliases, ...vocabulary } = vocabularyFile;
  const rates = cards.filter((card) => card !== null);
  return { models, vocabulary, aliases, presets, rates, knownIssues };
}

/** A directory with the JSON files in it, by their paths, and how problems call it. */
interface Place {
  readonly directory: string;
  readonly prefix: string;
  readonly names: readonly string[];
  readonly isShipped: boolean;
}

async function shippedSweeps(root: string, problems: Problem[]): Promise<Place> {
  const directory = join(root, 'sweeps');
  const names = await jsonFiles(directory, problems);
  return { directory, prefix: 'sweeps', names, isShipped: true };
}

async function readSweepFiles(
  { directory, prefix, names, isShipped }: Place,
  problems: Problem[],
): Promise<NamedSweepFile[]> {
  const files: NamedSweepFile[] = [];
  for (const name of names.filter(isSweepFile)) {
    const file = join(prefix, name);
    const content = await readJson(join(directory, name), file, sweepFileSchema, problems);
    if (content !== null) files.push({ file, content, isShipped });
  }
  return files;
}
