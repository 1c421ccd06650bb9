import type { FilterDimension } from '../../../core/ranking/filters.ts';
import type { Knot } from '../../../core/comparison-types.ts';
import type { LatencyStat } from '../../../core/ranking/rank-options.ts';
import type { Configuration, Ranking, RankRow } from '../../../core/ranking/ranking-types.ts';
import { NONE, secondsText, targetText } from '../../format.ts';
import { INTERACTIVITY, INTERACTIVITY_UNIT, LOG_SCALE } from './axis.ts';
import { rankMetrics } from './rank-metrics.ts';

export const STATS: Readonly<Record<LatencyStat, string>> = {
  p50: 'median',
  p99: '99th percentile',
};

/**
 * The words of a ranking's chart, controls and table, which the page and the browser element share.
 * What only pages say stands beside the rest of rankings.
 */
export const rankFigure = {
  metrics: rankMetrics,
  logScale: LOG_SCALE,
  interactivityUnit: INTERACTIVITY_UNIT,
  /** the horizontal axis, with its unit */
  xTitle: `${INTERACTIVITY}, ${INTERACTIVITY_UNIT}`,

  /** a configuration by its parts; those that are not stated are left out */
  row: (parts: Configuration) => {
    const { hardware, precision, specMethod, framework, deployment } = parts;
    const head = [hardware, precision, specMethod].filter(Boolean).join(' ');
    return `${head}${framework === null ? '' : ` on ${framework}`}${deployment === null ? '' : `, ${deployment}`}`;
  },
  /** a number that is only known to be no worse */
  atLeast: (text: string, from: number, isLowerBetter: boolean) =>
    `${isLowerBetter ? 'at most' : 'at least'} ${text}, measured from ${targetText(from)} tok/s/user`,
  /** in place of who leads, where the data do not tell */
  notTold: 'not told apart',
  counts: ({ counts, show }: Pick<Ranking, 'counts' | 'show'>) =>
    `${counts.shown} of ${counts.all} configurations${show === 'best' ? ', best of each hardware' : ''}`,

  filters: {
    vendor: 'Vendor',
    hardware: 'Hardware',
    precision: 'Precision',
    spec: 'Speculative decoding',
    engine: 'Engine',
    deployment: 'Deployment',
  } satisfies Readonly<Record<FilterDimension, string>>,
  filterKeys: { unstated: 'not stated', aggregated: 'aggregated' } as Readonly<
    Record<string, string>
  >,
  misfit: (key: string) => `${key} (fits nothing)`,
  filtersHead: 'Filters',

  form: {
    at: 'At, tok/s/user',
    cost: 'or within, $/M tokens',
    by: 'Rank by',
    show: 'Show',
    shown: { best: 'best per hardware', all: 'every configuration' },
    ttft: 'First token within, s',
    stat: 'at the',
    stats: STATS,
    points: 'Points',
    pointsShown: {
      frontier: 'best ones',
      all: 'beaten ones too',
      measured: 'near the target',
    },
    usd: 'Own price, $/GPU-hr',
  },

  columns: {
    rank: 'Rank',
    configuration: 'Configuration',
    likely: 'likely range',
    reached: 'tok/s/user reached',
    ratio: 'Ratio',
    ttft: 'TTFT, s',
    concurrency: 'Concurrency',
    gpus: 'GPUs',
    date: 'Run date',
  },
  reference: 'reference',
  tied: 'not told apart from others of its rank',
  statuses: {
    slower: (row: Pick<RankRow, 'range'>) =>
      row.range === null ? NONE : `measured up to ${targetText(row.range.max)} tok/s/user only`,
    dear: () => 'above the limit at every measured speed',
    'no-price': () => 'price not known',
    late: () => 'no point known to have its first token in time',
    noNumber: () => 'not known for this hardware',
  },
  reachedEnd: (x: number) => `≥ ${targetText(x)}: the end of its measurements`,

  /** what a point says: number, where, and what it was measured with; what is not known is left out */
  point: (
    number: string,
    x: number,
    {
      concurrency,
      concurrencyOrigin,
      gpus,
      parallelism,
      ttft,
    }: Pick<Knot, 'concurrency' | 'concurrencyOrigin' | 'gpus' | 'parallelism' | 'ttft'>,
    { date, image }: { readonly date: string | null; readonly image: string | null },
  ) => [
    [`${number} at ${targetText(x)} ${INTERACTIVITY_UNIT}`],
    [
      concurrency && `concurrency ${targetText(concurrency)}`,
      concurrencyOrigin,
      gpus && `${gpus} GPUs`,
      parallelism,
    ],
    [ttft && `first token in ${secondsText(ttft)} s (median)`, date, image],
  ],
  run: 'Run',
  target: 'Target',
  walk: 'Arrow keys walk along the points of a curve and from curve to curve; Enter picks the curve, Escape shows the whole chart',
  outside: (count: number) => `${count} outside`,
  pick: (name: string) => `Pick ${name}`,
  picked: (count: number) => `${count} picked`,
  compare: 'Compare these',
  comparable: 'Pick two to four to compare them',
  incomparable: 'These cannot be compared: one states what another does not',
  all: 'All',
  invert: 'Invert',
  whole: 'Whole chart',

  chartTitle: (metric: string) => `${metric} over interactivity`,
  chartNote:
    'Dots: measured or published points. Bar under the axis: who leads at each speed; hatched: not told apart.',
  tableTitle: 'Ranking',
  noteCount: (count: number) => `${count} ${count === 1 ? 'note' : 'notes'}`,
};
