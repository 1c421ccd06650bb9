import type { SweepKey } from '../../src/core/sweep.ts';
import type { NamedDimension } from '../../src/core/vocabulary.ts';
import type { DataSet } from '../load/data-set.ts';
import type { MeanLengths, RejectReason, RowCandidate, RowProblem } from './formats/format.ts';

/** What importing needs of the data: the names it may use. */
export type ImportNames = Pick<DataSet, 'models' | 'vocabulary' | 'aliases'>;

/** A key, or why there is none; unknown words come with the dimensions that lack them. */
export type KeyOrProblem =
  | { readonly key: SweepKey }
  | { readonly problem: RowProblem; readonly missing: readonly MissingWord[] };

/** A word of a row that the data do not know. */
export interface MissingWord {
  readonly dimension: NamedDimension | 'model';
  readonly word: string;
  /** sequence lengths of a workload, tokens */
  readonly isl?: number;
  readonly osl?: number;
}

const UNKNOWN: Readonly<Record<NamedDimension | 'model', RejectReason>> = {
  model: 'unknown-model',
  hardware: 'unknown-hardware',
  precision: 'unknown-precision',
  specMethod: 'unknown-spec-method',
  framework: 'unknown-framework',
  deployment: 'malformed', // the formats give only its three keys
  workload: 'unknown-workload',
};

/**
 * A function that finds the sweep key of a row: aliases resolved, case ignored, the spellings of one
 * model brought together and different models kept apart. Model, hardware, precision and workload must be stated; the rest may be unknown.
 */
export function keyFinder({ models, vocabulary, aliases }: ImportNames) {
  const rawModels = new Map(models.flatMap((model) => model.raw.map((raw) => [raw, model])));
  const modelKeys = new Map(models.map((model) => [model.key, model]));
  const plainModels = new Map(
    [...rawModels, ...modelKeys].map(([name, model]) => [plainName(name), model]),
  );
  const pools = new Map(models.flatMap((model) => model.pools.map((raw) => [raw, model])));
  const keys = (dimension: NamedDimension) =>
    new Map([
      ...Object.entries(aliases[dimension]),
      ...vocabulary[dimension].map(({ key }) => [key, key] as const),
    ]);
  const words = {
    hardware: keys('hardware'),
    precision: keys('precision'),
    specMethod: keys('specMethod'),
    framework: keys('framework'),
    workload: keys('workload'),
  };

  return (row: RowCandidate): KeyOrProblem => {
    const absent = absentFields(row);
    if (absent.length > 0) return refused('missing-field', absent.join(', '));
    const rawModel = row.model!.toLowerCase();
    const model =
      rawModels.get(rawModel) ??
      modelKeys.get(rawModel) ??
      pools.get(rawModel) ??
      plainModels.get(plainName(rawModel));
    if (model !== undefined && model.pools.length > 0) {
      const missing = { dimension: 'model', word: rawModel } as const;
      return {
        problem: { reason: 'pooled-model', detail: `${rawModel} in ${model.key}` },
        missing: [missing],
      };
    }

    const lacking: MissingWord[] = [];
    if (model === undefined) lacking.push({ dimension: 'model', word: rawModel });
    const keyBy: Partial<Record<keyof typeof words, string>> = {};
    for (const dimension of ['hardware', 'precision', 'specMethod', 'framework'] as const) {
      const word = row[dimension]?.toLowerCase();
      if (word === undefined) continue;
      const key = words[dimension].get(word);
      if (key === undefined) lacking.push({ dimension, word });
      else keyBy[dimension] = key;
    }
    const workload = workloadKey(row);
    if (typeof workload !== 'string' && 'problem' in workload) {
      return { ...workload, missing: [...lacking, ...workload.missing] };
    }
    if (typeof workload !== 'string') lacking.push(workload);
    const [first] = lacking;
    if (first !== undefined || model === undefined || typeof workload !== 'string') {
      return {
        problem: { reason: UNKNOWN[first!.dimension], detail: first!.word },
        missing: lacking,
      };
    }
    return {
      key: {
        model: model.key,
        hardware: keyBy.hardware!,
        precision: keyBy.precision!,
        specMethod: keyBy.specMethod ?? null,
        framework: keyBy.framework ?? null,
        deployment: row.deployment,
        workload,
        interactivityBasis: row.interactivityBasis,
        offload: row.offload,
      },
    };
  };

  function workloadKey({
    workload,
  }: RowCandidate): string | MissingWord | Extract<KeyOrProblem, { problem: unknown }> {
    if ('name' in workload) {
      const word = workload.name.toLowerCase();
      const key = words.workload.get(word);
      if (key === undefined) return { dimension: 'workload', word };
      const entry = vocabulary.workload.find((known) => known.key === key)!;
      return fits(entry, workload.mean) ? key : differing(key, workload.mean!);
    }
    if ('mean' in workload) return workloadOfMean(workload.mean)!;
    const { isl, osl } = workload;
    const entry = vocabulary.workload.find(
      (workload) => workload.isl === isl && workload.osl === osl,
    );
    if (entry !== undefined) return entry.key;
    return { dimension: 'workload', word: `${isl}/${osl}`, isl: isl!, osl: osl! };
  }

  function workloadOfMean(mean: MeanLengths): string | undefined {
    return vocabulary.workload.find(
      ({ isl, osl }) => isAbout(mean.isl, isl) && isAbout(mean.osl, osl),
    )?.key;
  }

  /** What the row has to state and does not, all of it. */
  function absentFields(row: RowCandidate): string[] {
    const fields = (['model', 'hardware', 'precision'] as const).filter(
      (field) => row[field] === null,
    );
    return [...fields, ...row.missing, ...absentWorkload(row.workload)];
  }

  function absentWorkload(workload: RowCandidate['workload']): string[] {
    if ('name' in workload) return [];
    if (!('mean' in workload)) {
      return workload.isl === null || workload.osl === null ? ['isl, osl'] : [];
    }
    const { mean } = workload;
    if (workloadOfMean(mean) !== undefined) return [];
    const lengths = `${Math.round(mean.isl)} in and ${Math.round(mean.osl)} out`;
    return [`workload (its requests have ${lengths} on average)`];
  }
}

/** Mean lengths this close to a workload's are its own: tokenizers add a few. */
const SAME_LENGTH = 0.01;
/** Lengths drawn evenly from nothing to the workload's have half of it on average, chat templates add. */
const [SHORTEST, LONGEST] = [0.45, 1.1];

function isAbout(mean: number, length: number | null): boolean {
  return length !== null && Math.abs(mean / length - 1) <= SAME_LENGTH;
}

/** Whether requests of these mean lengths can be of a workload, which may be drawn shorter. */
function fits(
  workload: { readonly isl: number | null; readonly osl: number | null },
  mean: MeanLengths | undefined,
): boolean {
  if (mean === undefined) return true;
  const isWithin = (tokens: number, length: number | null) =>
    length === null || (tokens >= SHORTEST * length && tokens <= LONGEST * length);
  return isWithin(mean.isl, workload.isl) && isWithin(mean.osl, workload.osl);
}

function differing(key: string, { isl, osl }: MeanLengths) {
  const lengths = `${Math.round(isl)} in and ${Math.round(osl)} out`;
  return refused('lengths-differ', `requests of ${lengths} are not ${key}`);
}

/** A model's name without publisher, case and punctuation: `deepseekr1` of `deepseek-ai/DeepSeek-R1`. */
function plainName(name: string): string {
  const last = name.split('/').findLast((part) => part !== '') ?? '';
  return last.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function refused(reason: RejectReason, detail: string) {
  return { problem: { reason, detail }, missing: [] };
}
