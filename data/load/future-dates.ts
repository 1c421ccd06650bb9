import { shownValue } from './data-set.ts';
import type { Problem } from './data-set.ts';
import type { NamedSweepFile } from './merge.ts';

/** Dates of sweeps and their sources, outside the shipped files, on which nothing can have been measured yet. */
export function futureDates(files: readonly NamedSweepFile[], latestDay: string): Problem[] {
  const own = files.filter(({ isShipped }) => !isShipped);
  return own.flatMap(({ file, content }) =>
    content.sweeps.flatMap((sweep, i) => {
      const dated = [
        [`sweeps[${i}].date`, sweep.date] as const,
        ...sweep.sources.map(({ date }, j) => [`sweeps[${i}].sources[${j}].date`, date] as const),
      ];
      return dated.flatMap(([path, date]) => {
        if (date === null || date <= latestDay) return [];
        const rule = `nothing was measured after ${latestDay}, the day that has begun somewhere by this machine's clock`;
        const remedy = 'correct the date, or the clock';
        return [{ file, path, value: shownValue(date), rule, remedy }];
      });
    }),
  );
}
