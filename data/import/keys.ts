import type { SweepKey } from '../../src/core/sweep.ts';
import type { NamedDimension } from '../../src/core/vocabulary.ts';
import { MAX_LABEL_LENGTH, textRule } from '../../src/schema/plain-text.ts';
import type { DataSet } from '../load/data-set.ts';
import type { MeanLengths, RejectReason, RowCandidate, RowProblem } from './formats/format.ts';
import type { AbsentFact } from './absent-fact.ts';
import { plainModelName, wordFinder } from './words.ts';

/** The names that importing may use: models, vocabulary, aliases. */
export type ImportNames = Pick<DataSet, 'models' | 'vocabulary' | 'aliases'>;

/** A key, or why there is none; unknown words come with the dimensions that lack them. */
type KeyOrProblem =
  | { readonly key: SweepKey }
  | {
      readonly problem: RowProblem;
      readonly missing: readonly MissingWord[];
      readonly absent: readonly AbsentFact[];
    };

/** A word of a row that the data do not know. */
export interface MissingWord {
  readonly dimension: NamedDimension | 'model';
  /** lower case */
  readonly word: string;
  /** as the row has it */
  readonly written: string;
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
 * model brought together and different models kept apart. Model, hardware, precision and workload must
 * be stated; the rest may be unknown. Everything that keeps a row out is found at once.
 */
export function keyFinder({ models, vocabulary, aliases }: ImportNames) {
  const rawModels = new Map(models.flatMap((model) => model.raw.map((raw) => [raw, model])));
  const modelKeys = new Map(models.map((model) => [model.key, model]));
  const plainModels = new Map(
    [...rawModels, ...modelKeys].map(([name, model]) => [plainModelName(name), model]),
  );
  const pools = new Map(models.flatMap((model) => model.pools.map((raw) => [raw, model])));
  const keys = (dimension: NamedDimension) =>
    wordFinder(vocabulary[dimension], aliases[dimension], dimension);
  const words = {
    hardware: keys('hardware'),
    precision: keys('precision'),
    specMethod: keys('specMethod'),
    framework: keys('framework'),
    workload: keys('workload'),
  };

  return (row: RowCandidate): KeyOrProblem => {
    const absent = absentFacts(row);
    const missing: MissingWord[] = [];
    const problems: RowProblem[] = [];
    if (absent.length > 0) problems.push({ reason: 'missing-field', detail: absentText(absent) });
    const lacks = (word: MissingWord) => {
      const rule = textRule(word.written, MAX_LABEL_LENGTH); // an entry of such a name would be refused
      if (rule !== null) {
        problems.push({ reason: 'unreadable-text', detail: `${word.dimension} is not ${rule}` });
        return;
      }
      missing.push(word);
      problems.push({ reason: UNKNOWN[word.dimension], detail: word.word });
    };

    const model = modelOf(row.model?.toLowerCase());
    if (row.model !== null && model === undefined) lacks(missingWord('model', row.model));
    if (model !== undefined && model.pools.length > 0) {
      const word = missingWord('model', row.model!);
      missing.push(word);
      problems.push({ reason: 'pooled-model', detail: `${word.word} in ${model.key}` });
    }
    const keyBy: Partial<Record<keyof typeof words, string>> = {};
    for (const dimension of ['hardware', 'precision', 'specMethod', 'framework'] as const) {
      const written = row[dimension];
      if (written === null) continue;
      const key = words[dimension](written);
      if (key === undefined) lacks(missingWord(dimension, written));
      else keyBy[dimension] = key;
    }
    const workload = workloadKey(row);
    if (workload !== null && typeof workload !== 'string') {
      if ('reason' in workload) problems.push(workload);
      else lacks(workload);
    }
    const [problem] = problems;
    if (problem !== undefined) return { problem, missing, absent };
    return {
      key: {
        model: model!.key,
        hardware: keyBy.hardware!,
        precision: keyBy.precision!,
        specMethod: keyBy.specMethod ?? null,
        framework: keyBy.framework ?? null,
        deployment: row.deployment,
        workload: workload as string,
        interactivityBasis: row.interactivityBasis,
        offload: row.offload,
      },
    };
  };

  function modelOf(raw: string | undefined) {
    if (raw === undefined) return undefined;
    return (
      rawModels.get(raw) ??
      modelKeys.get(raw) ??
      pools.get(raw) ??
      plainModels.get(plainModelName(raw))
    );
  }

  /** `null` where the row does not state it. */
  function workloadKey({ workload }: RowCandidate): string | MissingWord | RowProblem | null {
    if ('name' in workload) {
      const key = words.workload(workload.name);
      if (key === undefined) return missingWord('workload', workload.name);
      const entry = vocabulary.workload.find((known) => known.key === key)!;
      return fits(entry, workload.mean) ? key : differing(key, workload.mean!);
    }
    if ('mean' in workload) return workloadOfMean(workload.mean) ?? newWorkload(workload.mean);
    const { isl, osl } = workload;
    if (isl === null || osl === null) return null;
    if (![isl, osl].every((tokens) => Number.isInteger(tokens) && tokens > 0)) {
      const detail = `isl/osl ${isl}/${osl} are no whole numbers of tokens`;
      return { reason: 'malformed', detail };
    }
    const entry = vocabulary.workload.find((known) => known.isl === isl && known.osl === osl);
    return entry?.key ?? { ...missingWord('workload', `${isl}/${osl}`), isl, osl };
  }

  function workloadOfMean(mean: MeanLengths): string | undefined {
    return vocabulary.workload.find(
      ({ isl, osl }) => isAbout(mean.isl, isl) && isAbout(mean.osl, osl),
    )?.key;
  }

  /**
   * A workload of round lengths that no known one fits; `null` where someone has to say which it
   * is.
   */
  function newWorkload(mean: MeanLengths): MissingWord | null {
    if (fitting(mean).length > 0) return null;
    const [isl, osl] = [roundLength(mean.isl), roundLength(mean.osl)];
    if (isl === null || osl === null) return null;
    return { ...missingWord('workload', `${isl}/${osl}`), isl, osl };
  }

  /** Workloads with lengths that requests of these mean lengths may have been drawn from. */
  function fitting(mean: MeanLengths): string[] {
    return vocabulary.workload
      .filter((known) => known.isl !== null && known.osl !== null && fits(known, mean))
      .map(({ key }) => key);
  }

  /** What the row has to state and does not, all of it. */
  function absentFacts(row: RowCandidate): AbsentFact[] {
    const fields = (['model', 'hardware', 'precision'] as const).filter(
      (field) => row[field] === null,
    );
    return [
      ...fields.map((fact) => ({
        fact,
        hint: fact === 'hardware' ? seenText(row) : null,
        seen: fact === 'hardware' ? hardwareSeen(row) : null,
        choices: fact === 'model' ? null : vocabulary[fact].map(({ key }) => key),
      })),
      ...row.missing.map((fact) => absentMeasure(fact, row)),
      ...absentWorkload(row.workload),
    ];
  }

  /** The key of the one kind of GPU that telemetry saw, or its name where it is new. */
  function hardwareSeen({ gpusSeen: seen = [] }: RowCandidate): string | null {
    const [kind, ...others] = seen;
    if (kind === undefined || others.length > 0) return null;
    return words.hardware(kind.name) ?? (PLAIN_NAME.test(kind.name) ? kind.name : null);
  }

  function absentMeasure(fact: RowCandidate['missing'][number], row: RowCandidate): AbsentFact {
    if (fact === 'gpus') {
      return { fact, hint: seenText(row), seen: gpusSeen(row), choices: null };
    }
    const methods = vocabulary.specMethod.map(({ key }) => key).filter((key) => key !== 'off');
    return { fact, hint: SPECULATED, seen: null, choices: methods };
  }

  function absentWorkload(workload: RowCandidate['workload']): AbsentFact[] {
    if ('name' in workload) return [];
    const all = vocabulary.workload.map(({ key }) => key);
    if (!('mean' in workload)) {
      const isStated = workload.isl !== null && workload.osl !== null;
      return isStated ? [] : [{ fact: 'workload', hint: null, seen: null, choices: all }];
    }
    const { mean } = workload;
    if (workloadOfMean(mean) !== undefined || newWorkload(mean) !== null) return [];
    const hint = `its requests have ${lengthsText(mean)} on average`;
    const fitted = fitting(mean);
    return [{ fact: 'workload', hint, seen: null, choices: fitted.length > 0 ? fitted : all }];
  }
}

const SPECULATED =
  "its server speculated; where others' did not, say it by folder: --from-path '{spec}/*'";

/** A name that can stand between single quotes of a shell. */
const PLAIN_NAME = /^[\w.+() -]{1,60}$/;

/** What telemetry saw, in words. */
function seenText({ gpusSeen: seen = [] }: RowCandidate): string | null {
  if (seen.length === 0) return null;
  const kinds = seen.map(({ name, count }) => `${count} × ${name}`).join(', ');
  return `its telemetry saw ${kinds}; say which of them served`;
}

/** How many GPUs of one kind telemetry saw. */
function gpusSeen({ gpusSeen: seen = [] }: RowCandidate): string | null {
  return seen.length === 1 ? String(seen[0]!.count) : null;
}

function absentText(absent: readonly AbsentFact[]): string {
  return absent.map(({ fact, hint }) => (hint === null ? fact : `${fact} (${hint})`)).join(', ');
}

function missingWord(dimension: MissingWord['dimension'], written: string): MissingWord {
  return { dimension, word: written.toLowerCase(), written };
}

/** Mean lengths this close to a workload's are its own: tokenizers add a few. */
const SAME_LENGTH = 0.01;
/**
 * Lengths drawn evenly from nothing to the workload's have half of it on average, chat templates
 * add.
 */
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

function differing(key: string, mean: MeanLengths): RowProblem {
  return { reason: 'lengths-differ', detail: `requests of ${lengthsText(mean)} are not ${key}` };
}

function lengthsText({ isl, osl }: MeanLengths): string {
  return `${Math.round(isl)} in and ${Math.round(osl)} out`;
}

/** The round number of tokens that a mean is about, the roundest one; `null` where there is none. */
function roundLength(mean: number): number | null {
  const steps = [1024, 1000, 512, 500, 256, 128, 100, 50, 10];
  const lengths = steps.map((step) => Math.round(mean / step) * step);
  return lengths.find((length) => length > 0 && isAbout(mean, length)) ?? null;
}
