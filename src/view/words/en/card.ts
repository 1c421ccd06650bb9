import type { Comparison } from '../../../core/comparison-types.ts';
import type { Open } from '../../../core/lead.ts';
import { listText, ratioRangeText, targetText } from '../../format.ts';
import type { Tokens } from '../parts.ts';
import { INTERACTIVITY_UNIT } from './axis.ts';
import { figure, priceList } from './figure.ts';

/** What a card says beside its chart and figures. */
export const card = {
  at: (target: number) => `at ${targetText(target)} tok/s/user`,
  lead: (name: string, over: string, tokens: Tokens) =>
    `the ${tokens === 'output' ? 'output ' : ''}throughput per GPU, ${name} over ${over}`,
  lessCost: (saving: string) => `${saving} lower cost per token`,
  otherCost: (name: string, saving: string) => `${name}: ${saving} lower cost per token`,
  open: ({ ratioRange }: Open, against: string | null) =>
    `${against === null ? 'not settled' : `not settled against ${against}`}: likely ${ratioRangeText(ratioRange)}`,
  level: 'Level',
  levelOf: (names: readonly string[]) => `${listText(names)}: the difference is likely below 5 %`,
  disjoint: 'No shared range',
  noSides: 'Too few sides',
  noShared: 'no speed that all sides cover',
  outside: 'fewer than two sides have a figure here',
  noData: 'no data',
  perUser: (range: string) => `${range} tok/s/user`,
  /** the head of the figures' column, where the speeds beside it have no room for their unit */
  perGpuAt: (unit: string) => unit.replace(/^total (.*)/, '$1 at'),
  axis: INTERACTIVITY_UNIT,
  published: 'published figures',
  notPriced: 'price not known',
  prices: ({ sides, rates, ownPrices, util }: Comparison) => {
    if (sides.every(({ usdPerGpuHour }) => usdPerGpuHour === null)) return card.notPriced;
    const busy = util === 1 ? '' : `, ${figure.busy(util)}`;
    return `${priceList(sides)}/GPU-hr (${figure.priced({ sides, ownPrices }, `${figure.tierNames[rates.tier] ?? rates.tier}, ${rates.asOf}`)})${busy}`;
  },
  inTime: (limit: number) => `first token within ${limit} s`,
  pooled: 'best recipe of each side',
  unlike: (names: readonly string[]) => `not like for like: ${listText(names)}`,
  /** a speculative decoding method that all sides share */
  speculation: (label: string) => (label === 'Off' ? 'no speculative decoding' : label),
  release: (id: string) => `release ${id}`,

  /** a card of a ranking */
  rank: {
    less: (percent: string) => `The first is decidedly ahead: ${percent} less than the next`,
    times: (ratio: string) => `The first is decidedly ahead: ${ratio} the next`,
    level: 'The first two are about level, likely within 5\u202f%',
    open: (count: number) =>
      count > 1
        ? `The data do not tell which: ${count} are not told apart`
        : 'The data do not tell which',
    only: 'Only one has a number here',
    likely: (low: string | null, high: string | null) =>
      low === null ? `up to ${high}` : high === null ? `from ${low}` : `${low}–${high}`,
    /** before a number that is only a bound, and why it is one */
    bound: (isLower: boolean) => (isLower ? 'at most' : 'at least'),
    from: (x: number) => `measured from ${targetText(x)}`,
    end: 'end of its points',
    rest: (count: number) => `and ${count} more`,
    prices: (from: string) => `prices: ${from}`,
    basis: (basis: string) => `${basis} figures`,
  },
  missing: 'No such card',
  missingHint: 'This card does not exist, or could not be drawn',
};
