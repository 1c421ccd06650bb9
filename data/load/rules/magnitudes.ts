import { outOfRange } from '../../import/plausible.ts';
import { sweepOrigin, shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Figures that nothing can be measured as: one of 1e308 would make a curve that no page can draw. */
export function magnitudeProblems(dataSet: DataSet): Problem[] {
  return dataSet.sweeps.flatMap((sweep) => {
    const { file, path } = sweepOrigin(dataSet, sweep);
    return sweep.points.flatMap((point, index) =>
      outOfRange(point).map(({ name, value, rule }) => ({
        file,
        path: `${path}.points[${index}].${name}`,
        value: shownValue(value),
        rule,
        remedy: 'check its unit, `npm run data -- columns` has them all',
      })),
    );
  });
}
