import type { ComparedSide, Comparison } from '../../../core/comparison-types.ts';
import type { Measure, TableMetric } from '../../../core/metrics.ts';
import type { NamedTier } from '../../../core/vocabulary.ts';
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
  hourlyPriceText,
} from '../../format.ts';
import { INTERACTIVITY, INTERACTIVITY_UNIT, LOG_SCALE } from './axis.ts';
import type { Lead, Outcome } from '../../../core/lead.ts';

/**
 * The words of the table and the chart, which the page and the browser element share. Everything
 * that only pages say stands in files of its own.
 */
export const figure = {
  interactivity: INTERACTIVITY,
  interactivityUnit: INTERACTIVITY_UNIT,
  measures: {
    throughput: ['Throughput', 'total tok/s/GPU', 'throughput'],
    costPerMillionTokens: ['Cost', 'USD per million total tokens', 'cost'],
    throughputPerMw: ['Throughput per megawatt', 'total tok/s/MW', 'tok/s/MW'],
    outputThroughput: ['Output throughput', 'output tok/s/GPU', 'output throughput'],
    costPerMillionOutputTokens: ['Cost of output', 'USD per million output tokens', 'output cost'],
    concurrency: ['Concurrency', 'requests in flight'],
    ttft: ['Time to first token', 'median seconds at the neighbouring points'],
  } satisfies Record<Measure, readonly [name: string, unit: string, short?: string]>,
  logScale: LOG_SCALE,
  ratio: 'Ratio',
  ratioOf: (measures: readonly TableMetric[]) =>
    `Ratio of ${listText(measures.map((it) => figure.measures[it][2]))}`,
  saving: 'Saving in cost',
  level: 'about level',
  likely: (range: string) => `likely ${range}`,
  ahead: (side: string, over: string) => `${side} ahead of ${over}`,
  open: (range: string) => `not settled: likely ${range}`,
  best: 'best',
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
  shortRead: (label: string, throughput: number | null, status: Status, metric: TableMetric) =>
    `${label} ${throughput === null ? status.replace('-', ' its ') : `${throughputText(throughput)} ${figure.measures[metric][1].replace('total ', '')}`}`,
  shortAnswer: (
    target: number,
    each: readonly string[],
    lead: Lead | null,
    [first, second]: readonly string[],
    saving: number | null,
    asked: string,
  ) => {
    const said: Readonly<Record<Outcome | 'none', () => string>> = {
      none: () => '',
      level: () => '; about level',
      ahead: () =>
        `; ${first} delivers ${ratioText(lead!.ratio)} ${second}’s` +
        (saving === null ? '' : `, at ${percentText(saving)} lower cost`),
      open: () =>
        `; ${first} is estimated ${ratioText(lead!.ratio)} ahead, likely ${ratioRangeText(lead!.ratioRange)}`,
    };
    return `At ${figure.at(target)}${asked}: ${each.join(', ')}${said[lead?.outcome ?? 'none']()}.`;
  },
  /** what was asked beside the question itself, after a speed */
  askedWords: ({ ttftLimit, pool }: Pick<Comparison, 'ttftLimit' | 'pool'>) =>
    (ttftLimit === null ? '' : `, first token within ${ttftLimit} s`) +
    (pool ? ', best recipe of each side' : ''),
  notKnown: 'not known',
  /** in place of who is to be credited, for figures without a publisher */
  ownMeasurements: 'own measurements',
  /** of the tiers that have words; any other is called by its key */
  tierNames: {
    hyperscaler: 'hyperscaler',
    neocloud: 'neocloud',
    rental: '3-year rental',
  } satisfies Record<NamedTier, string> as Readonly<Record<string, string>>,
  /** what the costs were worked out from; also where they are the reader's own */
  prices: ({
    sides,
    rates,
    util,
    ownPrices,
  }: Pick<Comparison, 'sides' | 'rates' | 'util' | 'ownPrices'>) => {
    const use = util === 1 ? '' : `, ${figure.busy(util)}`;
    return `at ${priceList(sides)} per GPU-hour (${figure.priced({ sides, ownPrices }, `${figure.tierNames[rates.tier] ?? rates.tier}, rates of ${rates.asOf}`)})${use}`;
  },
  /** whose the prices are: the reader's own, those of the rate card, or some of each */
  priced: (
    {
      sides,
      ownPrices,
    }: Pick<Comparison, 'ownPrices'> & { readonly sides: readonly { readonly hardware: string }[] },
    card: string,
  ) => {
    const isOfCard = sides.some(({ hardware }) => !ownPrices.includes(hardware));
    return isOfCard ? (ownPrices[0] ? `own prices, else ${card}` : card) : 'own prices';
  },
  busy: (util: number) => `GPUs busy ${percentText(util).replace('.0', '')} of the time`,
  /** the price line under a table of costs */
  costs: (c: Pick<Comparison, 'sides' | 'rates' | 'util' | 'ownPrices'>) =>
    `Cost ${figure.prices(c)}`,
  caption: (c: Pick<Comparison, 'title' | 'targets'>) =>
    `${c.title}, read at ${listText(c.targets.map(targetText))} tok/s/user`,
  /** whose figures the sides rest on, by side where they differ; empty where none has any */
  credits: (sides: readonly Pick<ComparedSide, 'label' | 'sources'>[]) => {
    const each = sides.flatMap(({ label, sources }) => {
      const names = new Set(
        sources.map(({ attribution }) => attribution ?? figure.ownMeasurements),
      );
      return names.size === 0 ? [] : { label, names: [...names].join(' and ') };
    });
    const isSame = new Set(each.map(({ names }) => names)).size < 2;
    return isSame
      ? (each[0]?.names ?? '')
      : each.map((it) => `${it.label}: ${it.names}`).join('; ');
  },
  chart: (c: Pick<Comparison, 'title'>, measure: string) =>
    `Chart. ${c.title}: ${measure} over interactivity. The table has its figures.`,
};

/** What a GPU-hour costs: one price, or each side's where they differ. */
export function priceList(sides: readonly Pick<ComparedSide, 'label' | 'usdPerGpuHour'>[]): string {
  const each = sides.map(({ usdPerGpuHour: usd }) => (usd === null ? NONE : hourlyPriceText(usd)));
  const isSame = new Set(each).size === 1;
  return isSame ? each[0]! : listText(sides.map(({ label }, i) => `${each[i]} (${label})`));
}
