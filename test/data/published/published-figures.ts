import { costPerMillionTokens, throughputPerMw } from '../../../src/core/cost.ts';
import type { Matched } from '../../../src/core/comparison-types.ts';
import type { RateCard } from '../../../src/core/vocabulary.ts';
import type { FilePoint, SweepFile } from '../../../src/schema/sweep-file.ts';

/** A published figure as we have it, and what its page printed beside it. */
export interface PublishedFigure {
  /** path of the page */
  readonly page: string;
  /** e.g. `b300 fp4 mtp 1k1k` */
  readonly side: string;
  readonly point: FilePoint;
  readonly cost: Derived;
  readonly throughputPerMw: Derived;
}

/** A number derived from our throughput, and the printed one; `null` where there is none. */
export interface Derived {
  readonly ours: number | null;
  readonly printed: number | null;
  /** |ours − printed| / printed */
  readonly difference: number | null;
}

/** Every figure of the published sweeps, derived with the hyperscaler price and power of a card. */
export function publishedFigures(files: readonly SweepFile[], card: RateCard): PublishedFigure[] {
  return files.flatMap(({ sweeps }) =>
    sweeps
      .filter(({ basis }) => basis === 'published')
      .flatMap(({ hardware, precision, specMethod, workload, sources, points }) => {
        const rates = card.hardware[hardware]!;
        return points.map((point) => {
          const { throughput, source, printed } = point;
          const cost = costPerMillionTokens(throughput, rates.usdPerGpuHour.hyperscaler ?? null);
          return {
            page: new URL(sources[source]!.url!).pathname,
            side: sideText({ hardware, precision, specMethod, workload }),
            point,
            cost: derived(cost, printed?.costPerMillionTokens ?? null),
            throughputPerMw: derived(
              throughputPerMw(throughput, rates.powerKw),
              printed?.throughputPerMw ?? null,
            ),
          };
        });
      }),
  );
}

/** What a page's side is, as its keys; one that is not stated is left out. */
export function sideText(keys: Matched): string {
  const { hardware, precision, specMethod, workload } = keys;
  return [hardware, precision, specMethod, workload].filter((key) => key ?? false).join(' ');
}

function derived(ours: number | null, printed: number | null): Derived {
  const both = ours !== null && printed !== null;
  return { ours, printed, difference: both ? Math.abs(ours - printed) / printed : null };
}

/** The largest difference; `null` where nothing was printed. */
export function largest(differences: readonly (number | null)[]): number | null {
  const known = differences.filter((difference) => difference !== null);
  return known.length === 0 ? null : Math.max(...known);
}
