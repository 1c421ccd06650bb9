import type { DataSet } from '../../../data/load/data-set.ts';
import type { Preset } from '../../../src/core/vocabulary.ts';
import type { RuleCase } from './rule-case.ts';
import { VALID } from './valid-data-set.ts';

const PRESET = VALID.presets[0]!;

export const PRESET_CASES: readonly RuleCase[] = [
  {
    check: 'presetProblems',
    data: preset({ id: 'ant/1k1k-fp8/x1-vs-x2' }),
    at: 'presets.json: [0].id: "ant/1k1k-fp8/x1-vs-x2"',
    says: 'write ant/fp8-1k1k/x1-vs-x2',
  },
  {
    check: 'presetProblems',
    data: preset({ id: 'ant/fp8-1k1k/x1' }),
    at: 'presets.json: [0].id',
    says: '2 to 4 sides',
  },
  {
    check: 'presetProblems',
    data: preset({ id: 'ant/fp8-1k1k/x1-vs-x3' }),
    at: 'presets.json: [0].id',
    says: 'perhaps x1',
  },
  {
    check: 'presetProblems',
    data: preset({ id: 'ant/fp4-1k1k/x1-vs-x2' }),
    at: 'presets.json: [0].id',
    says: 'side 2 has none',
  },
  {
    check: 'presetProblems',
    data: preset({ basis: 'measured' }),
    at: 'presets.json: [0].id',
    says: 'every side of a preset has measured data',
  },
  {
    check: 'presetProblems',
    data: preset({ matched: { specMethod: 'mtp' } }),
    at: 'presets.json: [0].matched.specMethod: "mtp"',
    says: 'a key of specMethod',
  },
  {
    check: 'presetProblems',
    data: preset({ matched: { workload: '1k1k' } }),
    at: 'presets.json: [0].matched.workload: "1k1k"',
    says: 'leaves free',
  },
  {
    check: 'presetProblems',
    data: preset({ targets: [] }),
    at: 'presets.json: [0].targets: []',
    says: '1 to 5 targets',
  },
  {
    check: 'presetProblems',
    data: preset({ targets: [1, 2, 3, 4, 5, 6] }),
    at: 'presets.json: [0].targets: [1,2,3,4,5,6]',
    says: '1 to 5 targets',
  },
  {
    check: 'presetProblems',
    data: preset({ targets: [0.05] }),
    at: 'presets.json: [0].targets: [0.05]',
    says: 'from 0.1 to 10000',
  },
  {
    check: 'presetProblems',
    data: preset({ targets: [10.25] }),
    at: 'presets.json: [0].targets: [10.25]',
    says: 'at most one decimal',
  },
  {
    check: 'presetProblems',
    data: preset({ targets: [10001] }),
    at: 'presets.json: [0].targets: [10001]',
    says: 'from 0.1 to 10000',
  },
  {
    check: 'presetProblems',
    data: preset({ targets: [40, 20] }),
    at: 'presets.json: [0].targets: [40,20]',
    says: 'ascend',
  },
  {
    check: 'presetProblems',
    data: { ...VALID, presets: [PRESET, { ...PRESET, old: [] }] },
    at: 'presets.json: [1].id',
    says: 'stands once',
  },
  {
    check: 'presetProblems',
    data: preset({ old: ['/a', '/a'] }),
    at: 'presets.json: [0].old[0]: "/a"',
    says: 'leads to one preset',
  },
  {
    check: 'knownIssueProblems',
    data: issue('run 7', {}),
    at: 'known-issues.json: [0].run: "run 7"',
    says: 'a CI run number or a day',
  },
  {
    check: 'knownIssueProblems',
    data: issue('2026-05-20 late', {}),
    at: 'known-issues.json: [0].run: "2026-05-20 late"',
    says: 'a CI run number or a day',
  },
  {
    check: 'knownIssueProblems',
    data: issue('7', { framework: 'trtllm' }),
    at: 'known-issues.json: [0].only.framework: "trtllm"',
    says: 'a key of framework',
  },
];

function preset(change: Partial<Preset>): DataSet {
  return { ...VALID, presets: [{ ...PRESET, ...change }] };
}

function issue(run: string, only: Record<string, string>): DataSet {
  const knownIssue = { run, effect: 'warn', reason: 'slow', url: null, only } as const;
  return { ...VALID, knownIssues: [knownIssue] };
}
