import { keyText } from '../../../src/core/sweep.ts';
import { sweepOrigin, shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Labels that two runs of one key have, of which `~label` in an address means one. */
export function labelProblems(dataSet: DataSet): Problem[] {
  const taken = new Map<string, string>();
  return dataSet.sweeps.flatMap((sweep): Problem[] => {
    if (sweep.label === null) return [];
    const name = `${keyText(sweep.key, sweep.basis)} ~${sweep.label}`;
    const run = taken.get(name);
    taken.set(name, run ?? sweep.run);
    if (run === undefined) return [];
    const { file, path } = sweepOrigin(dataSet, sweep);
    const rule = `a label names one run of a key; run ${run} has it too`;
    const remedy = 'import one of them again with another label';
    return [{ file, path: `${path}.label`, value: shownValue(sweep.label), rule, remedy }];
  });
}
