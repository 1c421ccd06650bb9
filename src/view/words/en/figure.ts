import type { ComparedSide, Comparison } from '../../../core/comparison-types.ts';
import type { Measure, Rated } from '../../../core/metrics.ts';
import type { Status } from '../../../core/status.ts';
import {
  NONE,
  listText,
  percentText,
  rangeWords,
  ratioRangeText,
  ratioText,
  targetText,
  throughputText,
  usdText,
} from '../../format.ts';
import type { Lead, Outcome } from '../../../core/lead.ts';

/**
 * The words of the table and the chart, which the page and the browser element share. Everything
 * that only pages say stands in files of its own.
 */
export const figure = {
  interactivity: 'Interactivity',
  interactivityUnit: 'tok/s/user',
  measures: {
    throughput: ['Throughput', 'total tok/s/GPU', 'throughput'],
    costPerMillionTokens: ['Cost', 'USD per million total tokens', 'cost'],
    throughputPerMw: ['Throughput per megawatt', 'total tok/s/MW', 'tok/s/MW'],
    outputThroughput: ['Output throughput', 'output tok/s/GPU', 'output throughput'],
    costPerMillionOutputTokens: ['Cost of output', 'USD per million output tokens', 'output cost'],
    concurrency: ['Concurrency', 'requests in flight'],
    ttft: ['Time to first token', 'median seconds at the neighbouring points'],
  } satisfies Record<Measure, readonly [name: string, unit: string, short?: string]>,
  logScale: 'log scale',
  ratio: 'Ratio',
  ratioOf: (measures: readonly Rated[]) =>
    `Ratio of ${listText(measures.map((it) => figure.measures[it][2]))}`,
  saving: 'Saving in cost',
  level: 'about level',
  likely: (range: string) => `likely ${range}`,
  ahead: (side: string, over: string) => `${side} ahead of ${over}`,
  open: (range: string) => `not settled: likely ${range}`,
  best: 'best',
  /** a point of a curve, on hover */
  knot: (label: string, interactivity: number, throughput: number) =>
    `${label}, ${figure.at(interactivity)}: ${throughputText(throughput)} tok/s/GPU`,
  at: (target: number) => `${targetText(target)} tok/s/user`,
  /** how a value was come by, or why there is none */
  origin: (
    status: Status,
    { knots, range }: Pick<ComparedSide, 'knots' | 'range'>,
    between: readonly number[],
  ) =>
    status === 'interpolated'
      ? `interpolated between ${between.map((i) => targetText(knots[i]!.interactivity)).join(' and ')}`
      : status === 'published'
        ? 'published figure'
        : !range || status === 'absent'
          ? 'no data for this side'
          : status === 'measured'
            ? status
            : `${status.slice(0, 5)} the range of this side, ${rangeWords(range)}`,
  /** what one side says at a target, in a sentence that is made anew while a reader drags */
  shortRead: (label: string, throughput: number | null, status: Status) =>
    `${label} ${throughput === null ? status.replace('-', ' its ') : `${throughputText(throughput)} tok/s/GPU`}`,
  shortAnswer: (
    target: number,
    each: readonly string[],
    lead: Lead | null,
    [first, second]: readonly string[],
    saving: number | null,
  ) => {
    const said: Readonly<Record<Outcome | 'none', () => string>> = {
      none: () => '',
      level: () => '; about level',
      ahead: () =>
        `; ${first} serves ${ratioText(lead!.ratio)} what ${second} does` +
        (saving === null ? '' : `, at ${percentText(saving)} less cost`),
      open: () =>
        `; ${first} is estimated ${ratioText(lead!.ratio)} ahead, likely ${ratioRangeText(lead!.ratioRange)}`,
    };
    return `At ${figure.at(target)}: ${each.join(', ')}${said[lead?.outcome ?? 'none']()}.`;
  },
  notKnown: 'not known',
  tiers: { hyperscaler: 'hyperscaler', neocloud: 'neocloud', rental: '3-year rental' },
  /** what the costs were worked out from; also where they are the reader's own */
  prices: ({
    sides,
    rates,
    util,
    ownPrices,
  }: Pick<Comparison, 'sides' | 'rates' | 'util' | 'ownPrices'>) => {
    const each = sides.map(({ usdPerGpuHour: usd }) => (usd === null ? NONE : usdText(usd)));
    const isSame = new Set(each).size === 1;
    const said = isSame ? each[0]! : sides.map(({ label }, i) => `${label} ${each[i]}`).join(', ');
    const own = ownPrices ? 'own prices, else ' : '';
    const use = util === 1 ? '' : `, GPUs busy ${percentText(util)} of the time`;
    return `at ${said} per GPU-hour (${own}${figure.tiers[rates.tier]}, rates of ${rates.asOf})${use}`;
  },
  /** the price line under a table of costs */
  costs: (c: Pick<Comparison, 'sides' | 'rates' | 'util' | 'ownPrices'>) =>
    `Cost ${figure.prices(c)}`,
  caption: (c: Pick<Comparison, 'title' | 'targets'>) =>
    `${c.title}, read at ${listText(c.targets.map(targetText))} tok/s/user`,
  /** the line under a chart that is a picture of its own */
  chartSource: ({ sides, basis, release }: Pick<Comparison, 'sides' | 'basis' | 'release'>) => {
    const named = new Set(
      sides.flatMap(({ sources }) => sources.flatMap((s) => s.attribution ?? [])),
    );
    const from = named.size === 0 ? '' : `Source: ${[...named].slice(0, 3).join(', ')} · `;
    return `${from}${basis} figures · Matchpoint, release ${release.id}`;
  },
  chart: (c: Pick<Comparison, 'title'>, measure: string) =>
    `Chart. ${c.title}: ${measure} over interactivity. The table has its figures.`,
};
