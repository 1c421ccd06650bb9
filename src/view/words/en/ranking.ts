import type { LeaderStretch } from '../../../core/ranking/leaders.ts';
import type { ChartAxis, Latency } from '../../../core/ranking/chart-options.ts';
import type { LatencyStat } from '../../../core/ranking/rank-options.ts';
import type { RankMetricName } from '../../../core/ranking/rank-metrics.ts';
import type { FilterDimension } from '../../../core/ranking/filters.ts';
import type {
  RankNoticeCode,
  RankNoticeFacts,
  RankRow,
} from '../../../core/ranking/ranking-types.ts';
import type { Ranking } from '../../../core/ranking/ranking-types.ts';
import { listText, targetText, usdText } from '../../format.ts';
import { dimensions } from './dimensions.ts';
import { figure } from './figure.ts';
import { page } from './page.ts';
import { notices } from './notices.ts';
import { SPEED_BASES } from './speed-bases.ts';
import { STATS, rankFigure } from './rank-figure.ts';
import { bestAt, rankUnits } from './rank-metrics.ts';

type Stretch = Pick<LeaderStretch, 'from' | 'to'>;
/** A row, and the interactivities where it leads or has the only number. */
interface LeadingRow {
  readonly name: string;
  readonly ahead: readonly Stretch[];
  readonly alone: readonly Stretch[];
}
type Asked = Pick<Ranking, 'at' | 'cost' | 'ttftLimit' | 'stat' | 'pool' | 'isMeasuredOnly'>;

/** What a chart is over, within a sentence. */
const AXES: Readonly<Record<ChartAxis, string>> = {
  interactivity: 'interactivity',
  ttft: 'time to first token',
  e2el: 'end-to-end latency',
};

/** The words of rankings. */
export const ranking = {
  ...rankFigure,
  /** what the metrics are counted in, in documents, that only rankings have */
  units: rankUnits,

  /** how ranks are told */
  method:
    'A rank is one more than the number of configurations decidedly better, so ranks repeat and skip.',
  tableNote: 'The dot is the value, the line where it likely lies.',

  /** of the form where no script answers it */
  submit: 'Rank',
  removed: (label: string) => `Remove the filter ${label}`,

  chartOver: (metric: string, x: ChartAxis) => `${metric} over ${AXES[x]}`,
  chartLabel: (question: string, rows: number) =>
    `Chart. ${question} Curves of ${rows} configurations; the table has their figures.`,
  /** a latency as the horizontal axis, with its unit */
  latencyTitles: {
    ttft: (stat) => `Time to first token, ${STATS[stat]}, s`,
    e2el: (stat) => `End-to-end latency, ${STATS[stat]}, s`,
  } satisfies Readonly<Record<Latency, (stat: LatencyStat) => string>>,
  /** what the chart shows, as a reader chooses it */
  chartForm: {
    workload: 'Workload',
    x: 'Chart over',
    axes: AXES,
    y: 'Chart of',
    asRanked: 'what is ranked by',
    yscale: 'Its scale',
    asNeeded: 'as needed',
    scales: { linear: 'linear', log: 'logarithmic' },
  },

  /** what the best one does */
  best: bestAt,
  question: (by: RankMetricName, model: string, workload: string, asked: Asked) =>
    asked.cost === null
      ? `What ${bestAt[by]} for ${model} ${workload}${asked.at === null ? '' : ` at ${figure.at(asked.at)}`}?`
      : `What is fastest for ${model} ${workload} within ${usdText(asked.cost)} per million tokens?`,
  name: (model: string, workload: string) => `${model} ${workload}`,
  where: (asked: Asked) =>
    (asked.cost === null
      ? ` at ${asked.at === null ? 'any speed' : figure.at(asked.at)}`
      : ` within ${usdText(asked.cost)} per million tokens`) + ranking.conditions(asked),
  conditions: ({ ttftLimit, stat, pool, isMeasuredOnly }: Asked) =>
    (ttftLimit === null
      ? ''
      : `, first token within ${ttftLimit} s (${stat === 'p50' ? 'median' : '99th percentile'})`) +
    (pool ? ', best recipe of each hardware and precision' : '') +
    (isMeasuredOnly ? ', near a measured point' : ''),
  fastest: 'is fastest',
  value: (text: string, by: RankMetricName) =>
    `${text} ${rankFigure.metrics[by].unit.replace(/^USD /, '')}`, // a cost has its sign before it
  ahead: (
    name: string,
    best: string,
    where: string,
    value: string,
    over: string,
    overValue: string,
    difference: string,
  ) => `${name} ${best}${where}: ${value}, against ${overValue} for ${over} (${difference}).`,
  saved: (percent: string) => `${percent} less`,
  level: (best: string, where: string, first: string, second: string) =>
    `${first} and ${second} are about level${where}, likely within 5\u202f%: neither ${best}.`,
  open: (
    best: string,
    where: string,
    each: readonly string[],
    range: string | null,
    more: number,
  ) =>
    `The data do not tell which ${best}${where}: ${listText(each)}` +
    `${more === 0 ? '' : `, and ${more} more that are not told apart`}` +
    `${range === null ? '' : `; the first two likely differ by ${range}`}.`,
  only: (name: string, where: string, value: string) =>
    `Only ${name} has a number${where}: ${value}.`,
  none: (where: string) => `No configuration has a number${where}.`,

  leaders: (
    best: string,
    rows: readonly LeadingRow[],
    all: Stretch,
    isUnsettled: boolean,
    more: number,
  ) => {
    const over = stretchText(all);
    if (rows.length === 0) return `The data do not settle ${over} tok/s/user what ${best}.`;
    const parts = rows.map(({ name, ahead, alone }) => {
      const led = ahead.length > 0 && `${name} ${best} ${listText(ahead.map(stretchText))}`;
      const only = `has the only number ${listText(alone.map(stretchText))}`;
      return alone.length === 0 ? led : led ? `${led}, and ${only}` : `${name} ${only}`;
    });
    const [first, ...others] = parts;
    const rest = isUnsettled ? [`elsewhere ${over} the data do not settle it`] : [];
    const cut =
      more === 0 ? [] : [`${more} shorter ${more === 1 ? 'lead is' : 'leads are'} in the JSON`];
    return `${[`${first} tok/s/user`, ...others, ...cut, ...rest].join('; ')}.`;
  },

  latencyNote:
    'Dots are measured or published points that none of their configuration beats on these two axes; nothing is read on the lines between them.',
  beatenNote:
    'Faint dots, of the coloured curves, are points that others of their configuration beat.',
  /** what has no place in a chart over a latency */
  notDrawn: (
    { x, undrawn, unplaced }: { x: ChartAxis; undrawn: number; unplaced: number },
    stat: LatencyStat,
  ) => {
    const latency = `${AXES[x]} (${STATS[stat]})`;
    return [
      undrawn > 0 &&
        `${undrawn} ${undrawn === 1 ? 'configuration states' : 'configurations state'} no ${latency} and ${undrawn === 1 ? 'is' : 'are'} not drawn.`,
      unplaced > 0 &&
        `${unplaced} ${unplaced === 1 ? 'point' : 'points'} of the others ${unplaced === 1 ? 'states' : 'state'} none either.`,
    ]
      .filter(Boolean)
      .join(' ');
  },

  links: page.take,
  sweeps: 'Sweeps (JSON)',
  every: 'All configurations',
  noSuch: (id: string) => `${id}: no configuration of this model and workload`,

  ownMeasurements: figure.ownMeasurements,
  licences: (names: readonly string[]) => `Licence: ${listText(names)}.`,
  readFrom: page.sourceOf.runs,
  otherWorkloads: 'Other workloads of this model',
  filtered: (keys: readonly string[]) => `Filtered: ${listText(keys)}.`,
  dates: (rows: readonly Pick<RankRow, 'date'>[]) => {
    const days = rows.flatMap(({ date }) => date ?? []).toSorted();
    const ends = [...new Set([days[0], days.at(-1)])].flatMap((day) => day ?? []);
    return ends.length === 0 ? 'Run dates not stated.' : `Runs of ${ends.join(' to ')}.`;
  },
  /** the line under a ranking: whose figures, prices, release */
  source: (
    {
      basis,
      rates,
      util,
      ownPrices,
      rows,
      release,
    }: Pick<Ranking, 'basis' | 'rates' | 'util' | 'ownPrices' | 'release'> & {
      readonly rows: readonly Pick<RankRow, 'hardware'>[];
    },
    credits: string,
  ) =>
    `Source: ${credits || 'not stated'}, ${basis} figures. Prices: ` +
    `${figure.priced({ sides: rows, ownPrices }, `${figure.tierNames[rates.tier] ?? rates.tier}, rates of ${rates.asOf}`)}; ` +
    `power: rate card ${rates.id}${util === 1 ? '' : `, ${figure.busy(util)}`}. ` +
    `Release ${release.id} of ${release.publishedAt.slice(0, 10)}.`,

  embed: {
    link: 'Embed this ranking',
    more: (count: number) =>
      `${count} more ${count === 1 ? 'configuration' : 'configurations'} in the whole ranking`,
  },

  notices: {
    'known-issue': notices.texts['known-issue'],
    'excluded-run': notices.texts['excluded-run'],
    'dates-apart': notices.texts['dates-apart'],
    'open-loop': ({ sides }) =>
      `${sides.length} ${sides.length === 1 ? 'configuration was' : 'configurations were'} measured in ` +
      `an open loop, which keeps no number of requests in flight: such points have no concurrency.`,
    'no-price': notices.texts['no-price'],
    'no-power': notices.texts['no-power'],
    'published-figures': notices.texts['published-figures'],
    apart: ({ basis, interactivityBasis, count }) =>
      `${count} ${basis} ${count === 1 ? 'configuration is' : 'configurations are'} not ranked ` +
      `here: published figures and measurements are never mixed, nor are ways to measure ` +
      `interactivity (theirs is ${SPEED_BASES[interactivityBasis]}).`,
    'filter-misfit': ({ values }) =>
      `${listText(values.map(({ key }) => key))} ${values.length === 1 ? 'fits' : 'fit'} no ` +
      `configuration under the other filters.`,
    'filter-empty': ({ drop }) =>
      `No configuration fits all filters; without that of ${filterName(drop)} some may.`,
    'against-missing': ({ key }) =>
      `The reference ${key} is no configuration of this ranking, so there are no ratios.`,
    'not-measured': ({ count }) =>
      `${count} ${count === 1 ? 'configuration has' : 'configurations have'} no measured point ` +
      `within 5\u202f% of the target and ${count === 1 ? 'is' : 'are'} left out, as asked.`,
  } satisfies { readonly [Code in RankNoticeCode]: (facts: RankNoticeFacts[Code]) => string },
};

/** `from 61.1 to 256.8`, or `at 93` */
function stretchText({ from, to }: Stretch): string {
  const [first, last] = [targetText(from), targetText(to)];
  return first === last ? `at ${first}` : `from ${first} to ${last}`;
}

function filterName(dimension: FilterDimension): string {
  return {
    ...dimensions,
    vendor: 'vendor',
    spec: dimensions.specMethod,
    engine: dimensions.framework,
  }[dimension];
}
