import type { BlobRef, SweepEntry } from '../../src/core/release.ts';
import { sweepHead } from '../../src/core/sweep.ts';
import type { Sweep } from '../../src/core/sweep.ts';
import { statedFields } from '../stated-fields.ts';
import type { RankedSweep } from './sweeps.ts';
import { orderedSource, sortedPoints } from './sweeps.ts';

/** The blob of a workload's frontiers as JSON; fields that are `null`, `false` or an empty list are left out. */
export function blobText(model: string, workload: string, sweeps: readonly Sweep[]): string {
  return JSON.stringify({ model, workload, sweeps: sweeps.map(storedSweep) });
}

/** The blob of one sweep as JSON, with every point. */
export function sweepText(sweep: Sweep): string {
  return JSON.stringify(storedSweep(sweep));
}

/** The index of a model's sweeps as JSON, with the blob of each. */
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

/** A sweep as its entry in an index: what matching and curves need, without points and sources. */
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
