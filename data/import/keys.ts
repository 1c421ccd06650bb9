import type { SweepKey } from '../../src/core/sweep.ts';
import type { NamedDimension } from '../../src/core/vocabulary.ts';
import type { DataSet } from '../load/data-set.ts';
import type { RejectReason, RowCandidate, RowProblem } from './formats/format.ts';

/** What importing needs of the data: the names it may use. */
export type ImportNames = Pick<DataSet, 'models' | 'vocabulary' | 'aliases'>;

/** A key, or why there is none; an unknown word comes with the dimension that lacks it. */
export type KeyOrProblem =
  | { readonly key: SweepKey }
  | { readonly problem: RowProblem; readonly missing: MissingWord | null };

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
    for (const field of ['model', 'hardware', 'precision'] as const) {
      if (row[field] === null) return refused('missing-field', field);
    }
    const rawModel = row.model!.toLowerCase();
    const model = rawModels.get(rawModel) ?? modelKeys.get(rawModel) ?? pools.get(rawModel);
    if (model === undefined) return unknown({ dimension: 'model', word: rawModel });
    if (model.pools.length > 0) {
      const missing = { dimension: 'model', word: rawModel } as const;
      return {
        problem: { reason: 'pooled-model', detail: `${rawModel} in ${model.key}` },
        missing,
      };
    }

    const keyBy: Partial<Record<keyof typeof words, string>> = {};
    for (const dimension of ['hardware', 'precision', 'specMethod', 'framework'] as const) {
      const word = row[dimension]?.toLowerCase();
      if (word === undefined) continue;
      const key = words[dimension].get(word);
      if (key === undefined) return unknown({ dimension, word });
      keyBy[dimension] = key;
    }
    const workload = workloadKey(row);
    if (typeof workload !== 'string') return workload;
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

  function workloadKey({ workload }: RowCandidate): string | KeyOrProblem {
    if ('name' in workload) {
      const word = workload.name.toLowerCase();
      return words.workload.get(word) ?? unknown({ dimension: 'workload', word });
    }
    const { isl, osl } = workload;
    if (isl === null || osl === null) return refused('missing-field', 'isl, osl');
    const entry = vocabulary.workload.find(
      (workload) => workload.isl === isl && workload.osl === osl,
    );
    return entry?.key ?? unknown({ dimension: 'workload', word: `${isl}/${osl}`, isl, osl });
  }
}

function unknown(missing: MissingWord): KeyOrProblem {
  return { problem: { reason: UNKNOWN[missing.dimension], detail: missing.word }, missing };
}

function refused(reason: RejectReason, detail: string): KeyOrProblem {
  return { problem: { reason, detail }, missing: null };
}
