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
import { mergeSweeps } from './merge.ts';
import type { NamedSweepFile } from './merge.ts';
import { jsonFiles, readJson } from './read-json.ts';
import { RULES } from './rules/index.ts';

/**
 * The data of a directory and of further sweep directories, checked by schema and rules.
 *
 * @param dirs - directories of sweep files, relative to the working directory; none is fine
 * @param root - a directory laid out as `data/`
 * @throws DataError that lists every problem
 */
export async function loadData(dirs: readonly string[], root = DATA_DIR): Promise<DataSet> {
  const problems: Problem[] = [];
  const readFile = <T>(name: string, schema: Parameters<typeof readJson<T>>[2]) =>
    readJson(join(root, name), name, schema, problems);

  const models = await readFile('models.json', modelsSchema);
  const vocabularyFile = await readFile('vocabulary.json', vocabularySchema);
  const presets = await readFile('presets.json', presetsSchema);
  const knownIssues = await readFile('known-issues.json', knownIssuesSchema);
  const rates = await Promise.all(
    (await jsonFiles(join(root, 'rates'), problems)).map((name) =>
      readFile(`rates/${name}`, rateCardSchema),
    ),
  );
  const files = await readSweepFiles(dirs, root, problems);
  if (!models || !vocabularyFile || !presets || !knownIssues || problems.length > 0) {
    throw new DataError(problems);
  }

  const merged = mergeSweeps(files);
  const { aliases, ...vocabulary } = vocabularyFile;
  const dataSet: DataSet = {
    models,
    vocabulary,
    aliases,
    presets,
    rates: rates
      .filter((card) => card !== null)
      .toSorted((a, b) => compareText(a.asOf, b.asOf) || compareText(a.id, b.id)),
    knownIssues,
    sweeps: merged.sweeps,
    origins: merged.origins,
  };
  const broken = [...merged.problems, ...brokenRules(dataSet)];
  if (broken.length > 0) throw new DataError(broken);
  return dataSet;
}

/** Every problem that the rules find. */
export function brokenRules(dataSet: DataSet): Problem[] {
  return RULES.flatMap((rule) => rule.check(dataSet));
}

async function readSweepFiles(
  dirs: readonly string[],
  root: string,
  problems: Problem[],
): Promise<NamedSweepFile[]> {
  const places = [
    { directory: join(root, 'sweeps'), prefix: 'sweeps' },
    ...dirs.map((dir) => ({ directory: resolve(dir), prefix: dir })),
  ];
  const files: NamedSweepFile[] = [];
  for (const { directory, prefix } of places) {
    for (const name of await jsonFiles(directory, problems)) {
      const file = join(prefix, name);
      const content = await readJson(join(directory, name), file, sweepFileSchema, problems);
      if (content !== null) files.push({ file, content });
    }
  }
  return files;
}
