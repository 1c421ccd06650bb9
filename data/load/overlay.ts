import { basename, join } from 'node:path';
import { NAMED_DIMENSIONS } from '../../src/core/vocabulary.ts';
import type { NamedDimension, Preset, RateCard, Vocabulary } from '../../src/core/vocabulary.ts';
import {
  knownIssuesSchema,
  modelsSchema,
  presetsSchema,
  rateCardSchema,
  vocabularyOverlaySchema,
} from '../../src/schema/data.ts';
import type { Aliases, DataModel, KnownIssue, VocabularyOverlay } from '../../src/schema/data.ts';
import { FACTS_FILE } from '../facts-file.ts';
import type { DataSet, Problem } from './data-set.ts';
import { readJson } from './read-json.ts';

/** Everything of the data but the sweeps. */
export type DataCatalog = Omit<DataSet, 'sweeps' | 'origins'>;

/** What a directory of someone's own data has besides sweeps; each part may be empty. */
interface Overlay {
  readonly models: readonly DataModel[];
  readonly vocabulary: VocabularyOverlay;
  readonly presets: readonly Preset[];
  readonly knownIssues: readonly KnownIssue[];
  readonly rates: readonly RateCard[];
}

const NO_SWEEPS = new Set(['models.json', 'vocabulary.json', 'presets.json', 'known-issues.json']);

/** Whether a file of a directory of data, by its path in it, is one of sweeps. */
export function isSweepFile(path: string): boolean {
  const isRateCard = /^rates[\\/]/.test(path);
  return !isRateCard && !NO_SWEEPS.has(path) && basename(path) !== FACTS_FILE;
}

/**
 * What a directory has besides sweeps.
 *
 * @param names - its JSON files, by their paths in it
 * @param prefix - how problems call the directory
 */
export async function readOverlay(
  directory: string,
  names: readonly string[],
  prefix: string,
  problems: Problem[],
): Promise<Overlay> {
  const read = async <T>(name: string, schema: Parameters<typeof readJson<T>>[2], none: T) =>
    names.includes(name)
      ? ((await readJson(join(directory, name), join(prefix, name), schema, problems)) ?? none)
      : none;
  const cards = names.filter((name) => /^rates[\\/]/.test(name));
  const rates = await Promise.all(
    cards.map((name) => read<RateCard | null>(name, rateCardSchema, null)),
  );
  return {
    models: await read('models.json', modelsSchema, []),
    vocabulary: await read('vocabulary.json', vocabularyOverlaySchema, {}),
    presets: await read('presets.json', presetsSchema, []),
    knownIssues: await read('known-issues.json', knownIssuesSchema, []),
    rates: rates.filter((card) => card !== null),
  };
}

/** The catalog with an overlay over it: entries of one key are the overlay's, others stay. */
export function withOverlay(catalog: DataCatalog, overlay: Overlay): DataCatalog {
  return {
    models: merged(catalog.models, overlay.models, ({ key }) => key),
    vocabulary: mergedVocabulary(catalog.vocabulary, overlay.vocabulary),
    aliases: mergedAliases(catalog.aliases, overlay.vocabulary.aliases ?? {}),
    presets: merged(catalog.presets, overlay.presets, ({ id }) => id),
    rates: merged(catalog.rates, overlay.rates, ({ id }) => id),
    knownIssues: merged(catalog.knownIssues, overlay.knownIssues, (issue) => JSON.stringify(issue)),
  };
}

/** The catalog without what is about the shipped sweeps: names and prices stay, to be used. */
export function withoutSweeps(catalog: DataCatalog): DataCatalog {
  return { ...catalog, presets: [], knownIssues: [] };
}

function merged<T>(below: readonly T[], above: readonly T[], nameOf: (item: T) => string): T[] {
  const items = new Map([...below, ...above].map((item) => [nameOf(item), item]));
  return [...items.values()];
}

function mergedVocabulary(below: Vocabulary, above: VocabularyOverlay): Vocabulary {
  const pairs = NAMED_DIMENSIONS.map((dimension) => [
    dimension,
    merged<{ readonly key: string }>(below[dimension], above[dimension] ?? [], ({ key }) => key),
  ]);
  return Object.fromEntries(pairs) as Vocabulary;
}

function mergedAliases(below: Aliases, above: Partial<Aliases>): Aliases {
  const pairs = NAMED_DIMENSIONS.map((dimension: NamedDimension) => [
    dimension,
    { ...below[dimension], ...above[dimension] },
  ]);
  return Object.fromEntries(pairs) as Aliases;
}
