import { chartPoints } from '../../core/ranking/chart-points.ts';
import type { LatencyStat } from '../../core/ranking/rank-options.ts';
import type { RankSide } from '../../core/ranking/rank-sides.ts';
import { sweepTokens } from '../../core/side.ts';
import type { Basis } from '../../core/sweep.ts';
import { among, columns, sourceAmong, sourceColumns } from './rank-chart-document.ts';
import type { Columns, SourceColumns } from './rank-chart-document.ts';

/**
 * All points of a ranking's configurations, version 1, in columns of equal length within each object.
 *
 * Interactivity and throughput are as exact as in any other document, seconds have four significant
 * digits; which points are on a frontier follows from the exact ones. Unknown is `null`.
 */
interface RankPointsDocument {
  readonly version: 1;
  /** `<model>/<workload>` */
  readonly id: string;
  readonly release: string;
  readonly basis: Basis;
  /** percentile of the latencies that the frontiers are taken over */
  readonly stat: LatencyStat;
  readonly configurations: {
    readonly key: readonly string[];
    /** how many of the points, which stand in the same order, are its own */
    readonly points: readonly number[];
  };
  /** interactivity ascending within each configuration */
  readonly points: Columns<(typeof NUMBERS)[number] | (typeof SECONDS)[number], number | null> & {
    /** positions in `texts`; `null` where not stated */
    readonly parallelism: readonly (number | null)[];
    readonly concurrencyOrigin: readonly (number | null)[];
    /** position in `sources` */
    readonly source: readonly number[];
    /**
     * on which frontiers of throughput it lies within its configuration, a sum: 1 over
     * interactivity, 2 over time to first token, 4 over end-to-end latency
     */
    readonly frontier: readonly number[];
  };
  readonly texts: readonly string[];
  readonly sources: SourceColumns;
  /** what the numbers of the points are counted in, by column */
  readonly units: Readonly<Record<string, string>>;
  /** absolute address of the same points with every fact that is known, kept apart by sweep */
  readonly links: { readonly sweeps: string };
}

const NUMBERS = ['interactivity', 'throughput', 'concurrency', 'gpus'] as const;
const SECONDS = ['ttft', 'ttftP99', 'e2el', 'e2elP99'] as const;

/**
 * The document of some configurations, with all of their points.
 *
 * @param units - of every number that a point can have, by field name
 */
export function rankPointsDocument(
  { links, ...frame }: Pick<RankPointsDocument, 'id' | 'release' | 'basis' | 'stat' | 'links'>,
  sides: readonly RankSide[],
  units: Readonly<Record<string, string>>,
): RankPointsDocument {
  const texts: string[] = [];
  const sources: string[] = [];
  const textAt = (text: string | null) => (text === null ? null : among(texts, text));
  const clouds = sides.map((side) => chartPoints(side, frame.basis, frame.stat));
  const points = clouds.flatMap((cloud, i) =>
    cloud.map(({ sweep, source, ...point }) => ({
      ...point,
      ttft: fourDigits(point.ttft),
      ttftP99: fourDigits(point.ttftP99),
      e2el: fourDigits(point.e2el),
      e2elP99: fourDigits(point.e2elP99),
      parallelism: textAt(point.parallelism),
      concurrencyOrigin: textAt(point.concurrencyOrigin),
      source: sourceAmong(sources, {
        ...sweep.sources[source]!,
        sweep: sides[i]!.sweeps.length > 1 ? sweepTokens(sweep) : null,
      }),
    })),
  );
  return {
    version: 1,
    ...frame,
    configurations: {
      key: sides.map(({ side }) => side.key),
      points: clouds.map(({ length }) => length),
    },
    points: columns(
      [...NUMBERS, ...SECONDS, 'parallelism', 'concurrencyOrigin', 'source', 'frontier'] as const,
      points,
    ),
    texts,
    sources: sourceColumns(sources),
    units: Object.fromEntries([...NUMBERS, ...SECONDS].map((name) => [name, units[name]!])),
    links,
  };
}

function fourDigits(seconds: number | null): number | null {
  return seconds === null ? null : Number(seconds.toPrecision(4));
}
