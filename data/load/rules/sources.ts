import { sweepOrigin, shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';

/** Points that name no source of their sweep, published ones without an address, measured ones that are rounded. */
export function sourceProblems(dataSet: DataSet): Problem[] {
  return dataSet.sweeps.flatMap((sweep) => {
    const { file, path } = sweepOrigin(dataSet, sweep);
    const problems: Problem[] = [];
    const add = (at: string, value: unknown, rule: string, remedy: string) =>
      problems.push({ file, path: `${path}.${at}`, value: shownValue(value), rule, remedy });

    for (const [index, { url }] of sweep.sources.entries()) {
      if (sweep.basis === 'published' && url === null) {
        const rule = 'a published figure has the address of its page';
        add(`sources[${index}].url`, url, rule, 'give the address of the page');
      }
    }
    for (const [index, { source, rounded }] of sweep.points.entries()) {
      if (source >= sweep.sources.length) {
        const rule = `an index below ${sweep.sources.length}, into the sources of the sweep`;
        add(`points[${index}].source`, source, rule, 'add the source, or correct the index');
      }
      if (rounded && sweep.basis === 'measured') {
        const rule = 'only published figures are rounded';
        add(`points[${index}].rounded`, rounded, rule, 'take the figure from the benchmark rows');
      }
    }
    return problems;
  });
}
