import type { Finding, NoticeInput } from './notice-input.ts';
import { sweepKnots } from './frontier.ts';
import type { ComparedSide } from './comparison-types.ts';
import type { Sweep } from './sweep.ts';
/** Newer runs that were passed over for their few knots, counted as the run that is shown. */
export function partialRuns(input: NoticeInput): Finding<'partial-run'>[] {
  return eachSweep(input, ({ key, label }, sweep) => {
    const runs = sweep.passedOver.filter(({ why }) => why === 'partial');
    if (runs.length === 0) return [];
    const shownKnots = sweepKnots(sweep.points, sweep.basis).length;
    const partial = runs.map(({ run, date, knots }) => ({ run, date, knots }));
    return [{ sides: [key], facts: { label, runs: partial, shownKnots } }];
  });
}

/** Runs that are left out for a known issue. */
export function excludedRuns(input: NoticeInput): Finding<'excluded-run'>[] {
  return eachSweep(input, ({ key }, { passedOver }) =>
    passedOver
      .filter(({ why }) => why === 'excluded')
      .map(({ run, reason, url }) => ({ sides: [key], facts: { run, reason, url } })),
  );
}

/** Runs that are shown in spite of a known issue. */
export function knownIssues(input: NoticeInput): Finding<'known-issue'>[] {
  return eachSweep(input, ({ key }, { run, issue }) =>
    issue === null ? [] : [{ sides: [key], facts: { run, reason: issue.reason, url: issue.url } }],
  );
}

function eachSweep<T>(
  { sides, sweeps }: NoticeInput,
  find: (side: ComparedSide, sweep: Sweep) => readonly T[],
): T[] {
  return sides.flatMap((side, i) => sweeps[i]!.flatMap((sweep) => find(side, sweep)));
}
