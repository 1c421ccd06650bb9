import type { NoticeInput, NoticeRules } from './notice-input.ts';
import { sideKeys } from './notice-input.ts';
import { sweepKnots } from './frontier.ts';
import type { ComparedSide } from './comparison-types.ts';
import type { Sweep } from './sweep.ts';

/** Runs that are not shown, or have something known about them. */
export const RUN_NOTICES = {
  /** Runs that are left out for a known issue. */
  'excluded-run': [
    'info',
    (input) =>
      byIssue(
        eachSweep(input, ({ key }, { passedOver }) =>
          passedOver
            .filter(({ why }) => why === 'excluded')
            .map(({ run, reason, url }) => ({ key, run, reason, url })),
        ),
      ),
  ],
  /** Newer runs that were passed over for their few knots, counted as the run that is shown. */
  'partial-run': [
    'info',
    (input) => {
      const found = eachSweep(input, ({ key, label }, sweep) => {
        const runs = sweep.passedOver.filter(({ why }) => why === 'partial');
        if (runs.length === 0) return [];
        const shownKnots = sweepKnots(sweep.points, sweep.basis).length;
        const partial = runs.map(({ run, date, knots }) => ({ run, date, knots }));
        return [{ key, passed: { label, runs: partial, shownKnots } }];
      });
      if (found.length === 0) return [];
      const sides = [...new Set(found.map(({ key }) => key))];
      return [{ sides, facts: { sides: found.map(({ passed }) => passed) } }];
    },
  ],
  /** Runs that are shown in spite of a known issue. */
  'known-issue': [
    'warning',
    (input) =>
      byIssue(
        eachSweep(input, ({ key }, { run, issue }) =>
          issue === null ? [] : [{ key, run, ...issue }],
        ),
      ),
  ],
} satisfies NoticeRules;

/** A run of a side with an issue. */
interface Issue {
  readonly key: string;
  readonly run: string;
  readonly reason: string | null;
  readonly url: string | null;
}

/** One finding for each issue, of all runs that have it. */
function byIssue(found: readonly Issue[]) {
  const name = ({ reason, url }: Issue) => JSON.stringify([reason, url]);
  return [...new Set(found.map(name))].map((issue) => {
    const same = found.filter((one) => name(one) === issue);
    const { reason, url } = same[0]!;
    const runs = [...new Set(same.map(({ run }) => run))];
    return { sides: [...new Set(sideKeys(same))], facts: { runs, reason, url } };
  });
}

function eachSweep<T>(
  { sides, sweeps }: NoticeInput,
  find: (side: ComparedSide, sweep: Sweep) => readonly T[],
): T[] {
  return sides.flatMap((side, i) => sweeps[i]!.flatMap((sweep) => find(side, sweep)));
}
