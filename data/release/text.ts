import type { SweepEntry } from '../../src/core/release.ts';
import type { Source, Sweep } from '../../src/core/sweep.ts';
import type { RankedSweep } from './sweeps.ts';
import { sortedPoints } from './sweeps.ts';

/** The text of a blob: fields that are `null`, `false` or an empty list are left out, see its schema. */
export function blobText(model: string, workload: string, sweeps: readonly Sweep[]): string {
  return JSON.stringify({ model, workload, sweeps: sweeps.map(storedSweep) });
}

/** A sweep with the points of its frontier only, and the sources that these name. */
export function frontierSweep({ sweep, knots }: RankedSweep): Sweep {
  return { ...sweep, ...sortedPoints(knots, sweep.sources) };
}

/** The line of a manifest: a sweep as far as matching needs it. */
export function manifestEntry({ sweep, knots, isDefault }: RankedSweep): SweepEntry {
  const { key, basis, run, label, date, rates, issue } = sweep;
  const curve = knots.flatMap(({ interactivity, throughput }) => [interactivity, throughput]);
  return {
    key: orderedKey(key),
    basis,
    run,
    label,
    date,
    rates,
    isDefault,
    hasIssue: issue !== null,
    curve,
  };
}

/** Fields in one order, whatever object they came from: the order of a text's bytes. */
function storedSweep(sweep: Sweep): object {
  const { basis, run, label, date, rates, issue, passedOver, sources, points } = sweep;
  return known({
    key: known(orderedKey(sweep.key)),
    basis,
    run,
    label,
    date,
    rates,
    issue: issue && known(issue),
    passedOver: passedOver.length === 0 ? null : passedOver.map(known),
    sources: sources.map(storedSource),
    points: points.map(known),
  });
}

function orderedKey(key: Sweep['key']): Sweep['key'] {
  return {
    model: key.model,
    hardware: key.hardware,
    precision: key.precision,
    specMethod: key.specMethod,
    framework: key.framework,
    deployment: key.deployment,
    workload: key.workload,
    interactivityBasis: key.interactivityBasis,
    offload: key.offload,
  };
}

function storedSource({ date, framework, image, url, license, attribution }: Source): object {
  return known({ date, framework, image, url, license, attribution });
}

function known(item: object): object {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== false),
  );
}
