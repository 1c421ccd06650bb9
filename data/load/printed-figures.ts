import { costPerMillionTokens, throughputPerMw } from '../../src/core/cost.ts';
import type { RateCard } from '../../src/core/vocabulary.ts';
import { shownValue } from './data-set.ts';
import type { Problem } from './data-set.ts';
import type { NamedSweepFile } from './merge.ts';

/** Publishers draw cost as a curve of its own, up to 2.5 times from what the throughput makes. */
const COST_FACTOR = 3;
/** Throughput is printed with four digits and more, power is known to 0.01 kW. */
const PER_MW_FACTOR = 1.01;
/** What publishers print costs at. */
const TIER = 'hyperscaler';

/**
 * Throughputs that are far from the cost or the tok/s/MW that was printed beside them, at the prices
 * and the power of the rate card that their sweep names: one of them is mistyped.
 */
export function offPrinted(
  files: readonly NamedSweepFile[],
  rates: readonly RateCard[],
): Problem[] {
  return files.flatMap(({ file, content }) =>
    content.sweeps.flatMap((sweep, i) => {
      const card = rates.find(({ id }) => id === sweep.rates);
      const { usdPerGpuHour, powerKw = null } = card?.hardware[sweep.hardware] ?? {};
      return sweep.points.flatMap(({ throughput, printed }, j) => {
        const cost = costPerMillionTokens(throughput, usdPerGpuHour?.[TIER] ?? null);
        const perMw = throughputPerMw(throughput, powerKw);
        const off = [
          [cost, printed?.costPerMillionTokens, COST_FACTOR, '$ per million tokens'] as const,
          [perMw, printed?.throughputPerMw, PER_MW_FACTOR, 'tok/s/MW'] as const,
        ].find(([ours, theirs, factor]) => isApart(ours, theirs ?? null, factor));
        if (off === undefined) return [];
        const [ours, theirs, , unit] = off;
        return [
          {
            file,
            path: `sweeps[${i}].points[${j}].throughput`,
            value: shownValue(throughput),
            rule: `by rate card ${sweep.rates} it makes ${Number(ours!.toPrecision(4))} ${unit}, and ${theirs} is printed beside it`,
            remedy: 'correct the one that is mistyped',
          },
        ];
      });
    }),
  );
}

function isApart(ours: number | null, printed: number | null, factor: number): boolean {
  if (ours === null || printed === null) return false;
  return Math.max(ours / printed, printed / ours) > factor;
}
