import { parseAddress, printAddress } from '../../../src/core/address.ts';
import { MAX_TARGETS, TARGET } from '../../../src/core/limits.ts';
import { NAMED_DIMENSIONS } from '../../../src/core/vocabulary.ts';
import type { Preset } from '../../../src/core/vocabulary.ts';
import { shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';
import { en } from '../../../src/view/words/en/index.ts';

/** Presets whose address is not canonical, has no data or stands twice, or whose targets no address could carry. */
export function presetProblems(dataSet: DataSet): Problem[] {
  const ids = dataSet.presets.map(({ id }) => id);
  const olds = dataSet.presets.flatMap(({ old }) => old);
  return dataSet.presets.flatMap((preset, index) => {
    const problems = [...addressProblems(preset, dataSet), ...targetProblems(preset)];
    if (ids.indexOf(preset.id) < index) {
      problems.push({ ...at('id', preset.id), rule: 'an id stands once', remedy: 'merge them' });
    }
    for (const [i, old] of preset.old.entries()) {
      if (olds.indexOf(old) === olds.lastIndexOf(old)) continue;
      const rule = 'an old address leads to one preset';
      problems.push({ ...at(`old[${i}]`, old), rule, remedy: 'keep it at one of them' });
    }
    return problems.map((problem) => ({ ...problem, path: `[${index}].${problem.path}` }));
  });
}

function addressProblems(preset: Preset, dataSet: DataSet): Problem[] {
  const { id, basis, matched } = preset;
  const parsed = parseAddress(id, dataSet);
  if ('problem' in parsed) {
    const { token, rule, nearest } = parsed.problem;
    const remedy = nearest.length > 0 ? `perhaps ${nearest.join(' or ')}` : 'correct the address';
    return [{ ...at('id', id), rule: `${en.address.rules[rule]} (at ${token})`, remedy }];
  }
  const { model, shared, sides } = parsed.value;
  const canonical = printAddress(parsed.value);
  if (canonical !== id) {
    return [{ ...at('id', id), rule: 'an id is canonical', remedy: `write ${canonical}` }];
  }

  const problems: Problem[] = [];
  for (const dimension of NAMED_DIMENSIONS) {
    const key = matched[dimension];
    if (key === undefined) continue;
    const where = at(`matched.${dimension}`, key);
    if (key !== null && !dataSet.vocabulary[dimension].some((entry) => entry.key === key)) {
      const rule = `a key of ${dimension} in vocabulary.json`;
      problems.push({ ...where, rule, remedy: 'correct it' });
    }
    if (shared[dimension] !== undefined || sides[0]?.[dimension] !== undefined) {
      const rule = 'only a dimension that the address leaves free is matched';
      problems.push({ ...where, rule, remedy: 'remove it' });
    }
  }
  for (const [index, side] of sides.entries()) {
    const wanted = Object.entries({ ...matched, ...shared, ...side });
    const hasData = dataSet.sweeps.some(
      (sweep) =>
        sweep.key.model === model &&
        sweep.basis === basis &&
        wanted.every(([d, key]) => d === 'run' || Reflect.get(sweep.key, d) === key),
    );
    if (hasData) continue;
    const rule = `every side of a preset has ${basis} data; side ${index + 1} has none`;
    problems.push({ ...at('id', id), rule, remedy: 'correct matched, or remove the preset' });
  }
  return problems;
}

function targetProblems({ targets }: Preset): Problem[] {
  const where = at('targets', targets);
  const remedy = 'correct the targets';
  const problems: Problem[] = [];
  if (targets.length < 1 || targets.length > MAX_TARGETS) {
    problems.push({ ...where, rule: `1 to ${MAX_TARGETS} targets`, remedy });
  }
  if (
    targets.some(
      (t) => !(t >= TARGET.min && t <= TARGET.max) || Number(t.toFixed(TARGET.decimals)) !== t,
    )
  ) {
    const rule = `targets from ${TARGET.min} to ${TARGET.max} with at most one decimal`;
    problems.push({ ...where, rule, remedy });
  }
  if (targets.some((t, i) => i > 0 && t <= targets[i - 1]!)) {
    problems.push({ ...where, rule: 'targets ascend, each once', remedy });
  }
  return problems;
}

function at(path: string, value: unknown): Pick<Problem, 'file' | 'path' | 'value'> {
  return { file: 'presets.json', path, value: shownValue(value) };
}
