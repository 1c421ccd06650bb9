import { describe, expect, test } from 'vitest';
import { problemLine } from '../../../data/load/data-set.ts';
import { brokenRules } from '../../../data/load/load.ts';
import { CHECKS } from '../../../data/load/rules/index.ts';
import { PRESET_CASES } from './rule-cases-presets.ts';
import { SWEEP_CASES } from './rule-cases-sweeps.ts';
import { VOCABULARY_CASES } from './rule-cases-vocabulary.ts';
import { VALID } from './valid-data-set.ts';

const CASES = [...VOCABULARY_CASES, ...SWEEP_CASES, ...PRESET_CASES];

describe('rules', () => {
  test('valid data break none', () => expect(brokenRules(VALID)).toEqual([]));

  test.each(CASES)('$check: $at: $says', ({ check, data, at, says }) => {
    const problems = CHECKS.find(({ name }) => name === check)!(data);
    const lines = problems.map(problemLine);
    expect(lines.filter((line) => line.startsWith(at) && line.includes(says))).not.toEqual([]);
  });

  test('no rate card at all', () => {
    const lines = brokenRules({ ...VALID, rates: [] }).map(({ file, rule }) => `${file}: ${rule}`);
    expect(lines).toContain('rates: there is at least one rate card');
  });

  test('a model that a page pooled may have an entry of its own', () => {
    const own = { key: 'bee-1', label: 'Bee 1', raw: ['bee1'], pools: [], aliases: [] };
    expect(brokenRules({ ...VALID, models: [...VALID.models, own] })).toEqual([]);
  });

  test('each check has a case', () => {
    expect(new Set(CASES.map(({ check }) => check))).toEqual(
      new Set(CHECKS.map(({ name }) => name)),
    );
  });

  test('no text ends in a full stop', () => {
    const all = CASES.flatMap(({ data }) => brokenRules(data));
    expect(all.filter(({ rule, remedy }) => rule.endsWith('.') || remedy.endsWith('.'))).toEqual(
      [],
    );
  });
});
