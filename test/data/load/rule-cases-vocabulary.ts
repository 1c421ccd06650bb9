import type { DataSet } from '../../../data/load/data-set.ts';
import type { Vocabulary, VocabularyEntry } from '../../../src/core/vocabulary.ts';
import type { RuleCase } from './rule-case.ts';
import { VALID } from './valid-data-set.ts';

const X1 = VALID.vocabulary.hardware[0]!;

export const VOCABULARY_CASES: readonly RuleCase[] = [
  {
    check: 'keyProblems',
    data: precision('FP6'),
    at: 'vocabulary.json: precision[2].key: "FP6"',
    says: 'lower-case',
  },
  {
    check: 'keyProblems',
    data: precision('fp-'),
    at: 'vocabulary.json: precision[2].key: "fp-"',
    says: 'single hyphens',
  },
  {
    check: 'keyProblems',
    data: precision('a-vs-b'),
    at: 'vocabulary.json: precision[2].key: "a-vs-b"',
    says: 'vs',
  },
  {
    check: 'keyProblems',
    data: precision('none'),
    at: 'vocabulary.json: precision[2].key: "none"',
    says: 'read as off',
  },
  {
    check: 'keyProblems',
    data: precision('20260520'),
    at: 'vocabulary.json: precision[2].key: "20260520"',
    says: 'the day of a run',
  },
  {
    check: 'keyProblems',
    data: precision('x1'),
    at: 'vocabulary.json: precision[2].key: "x1"',
    says: 'hardware[0].key has it too',
  },
  {
    check: 'tokenProblems',
    data: precision('x1-off'),
    at: 'vocabulary.json: precision[2].key: "x1-off"',
    says: 'this is x1 and off',
  },
  {
    check: 'tokenProblems',
    data: precision('eng', 'dyn'),
    at: 'vocabulary.json: framework[0].key: "dyn-eng"',
    says: 'this is dyn and eng',
  },
  {
    check: 'tokenProblems',
    data: vocabulary({
      hardware: [X1, { ...X1, key: 'x2' }, { ...X1, key: 'x1-a' }],
      precision: [...VALID.vocabulary.precision, { key: 'a-b', label: 'A B' }],
      workload: [...VALID.vocabulary.workload, { key: 'b', label: 'B', isl: null, osl: null }],
    }),
    at: 'vocabulary.json: hardware[0].key: "x1"',
    says: 'x1-a-b does not',
  },
  {
    check: 'aliasProblems',
    data: alias({ fp9: 'fp99' }),
    at: 'vocabulary.json: aliases.precision.fp9: "fp99"',
    says: 'leads to a key of precision',
  },
  {
    check: 'aliasProblems',
    data: alias({ fp4: 'fp8' }),
    at: 'vocabulary.json: aliases.precision.fp4: "fp8"',
    says: 'is no key itself',
  },
  {
    check: 'modelProblems',
    data: model('rank', ['rank1']),
    at: 'models.json: [2].key: "rank"',
    says: 'begins the addresses of framed rankings',
  },
  {
    check: 'modelProblems',
    data: model('ants', ['ants1']),
    at: 'models.json: [2].key: "ants"',
    says: '[0].aliases[0] has it too',
  },
  {
    check: 'modelProblems',
    data: model('cat', ['cat1'], 'bee'),
    at: 'models.json: [2].aliases[0]: "bee"',
    says: '[1].key has it too',
  },
  {
    check: 'modelProblems',
    data: model('Cat', ['cat1']),
    at: 'models.json: [2].key: "Cat"',
    says: 'lower-case',
  },
  {
    check: 'modelProblems',
    data: model('cat', ['ant1']),
    at: 'models.json: [2].raw: "ant1"',
    says: 'it means ant already',
  },
  {
    check: 'modelProblems',
    data: model('cat', ['Cat-1']),
    at: 'models.json: [2].raw: "Cat-1"',
    says: 'lower case',
  },
  {
    check: 'modelProblems',
    data: pooled([], 'cat1'),
    at: 'models.json: [2].pools: "cat1"',
    says: 'two models or more',
  },
  {
    check: 'modelProblems',
    data: pooled(['cat1'], 'cat1', 'cat2'),
    at: 'models.json: [2].raw: "cat1"',
    says: 'takes no rows',
  },
];

/** A third model that pools some. */
function pooled(raw: string[], ...pools: string[]): DataSet {
  const entry = { key: 'cat', label: 'Cat', raw, pools, aliases: [] };
  return { ...VALID, models: [...VALID.models, entry] };
}

function vocabulary(change: Partial<Vocabulary>): DataSet {
  return { ...VALID, vocabulary: { ...VALID.vocabulary, ...change } };
}

/** The precisions of the valid data and one more. */
function precision(...keys: string[]): DataSet {
  const more: VocabularyEntry[] = keys.map((key) => ({ key, label: key }));
  return vocabulary({ precision: [...VALID.vocabulary.precision, ...more] });
}

function alias(aliases: Record<string, string>): DataSet {
  return { ...VALID, aliases: { ...VALID.aliases, precision: aliases } };
}

/** A third model. */
function model(key: string, raw: string[], ...aliases: string[]): DataSet {
  return { ...VALID, models: [...VALID.models, { key, label: key, raw, pools: [], aliases }] };
}
