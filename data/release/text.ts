import type { BlobRef, SweepEntry } from '../../src/core/release.ts';
import { sweepHead } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { statedFields } from '../stated-fields.ts';
import type { RankedSweep } from './sweeps.ts';
import { orderedSource, sortedPoints } from './sweeps.ts';

/** The text of a blob: fields that are `null`, `false` or an empty list are left out, see its schema. */
export function blobText(model: string, workload: string, sweeps: readonly Sweep[]): string {
  return JSON.stringify({ model, workload, sweeps: sweeps.map(storedSweep) });
}

/** The text of a sweep's own blob: every point of it. */
export function sweepText(sweep: Sweep): string {
  return JSON.stringify(storedSweep(sweep));
}

/** The text of a model's index. */
export function indexText(
  model: string,
  sweeps: readonly SweepEntry[],
  points: readonly BlobRef[],
): string {
  return JSON.stringify({ model, sweeps, points });
}

/** A sweep with the points of its frontier only, and the sources that these name. */
export function frontierSweep({ sweep, knots }: RankedSweep): Sweep {
  return { ...sweep, ...sortedPoints(knots, sweep.sources) };
}

/** The line of an index: a sweep as far as matching needs it. */
export function indexEntry({ sweep, knots, isDefault }: RankedSweep): SweepEntry {
  const curve = knots.flatMap(({ interactivity, throughput }) => [interactivity, throughput]);
  const spreads = knots.map(({ spread }) => spread ?? 1);
  return {
    ...sweepHead(sweep),
    isDefault,
    hasIssue: sweep.issue !== null,
    curve,
    ...(spreads.some((spread) => spread > 1) && { spreads }),
  };
}

/** Fields in one order, whatever object they came from: the order of a text's bytes. */
function storedSweep(sweep: Sweep): object {
  const { issue, passedOver, sources, points } = sweep;
  const head = sweepHead(sweep);
  return statedFields({
    ...head,
    key: statedFields(head.key),
    issue: issue && statedFields(issue),
    passedOver: passedOver.length === 0 ? null : passedOver.map(statedFields),
    sources: sources.map((source) => statedFields(orderedSource(source))),
    points: points.map(statedFields),
  });
}
