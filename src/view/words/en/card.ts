import type { Comparison } from '../../../core/comparison-types.ts';
import type { Open } from '../../../core/lead.ts';
import { listText, ratioRangeText, targetText, usdText, NONE } from '../../format.ts';
import { figure } from './figure.ts';

/** What a card says beside its chart and figures. */
export const card = {
  at: (target: number) => `at ${targetText(target)} tok/s/user`,
  lead: (name: string, over: string) => `the tokens per GPU, ${name} over ${over}`,
  lessCost: (saving: string) => `${saving} less cost per token`,
  otherCost: (name: string, saving: string) => `${name} costs ${saving} less per token`,
  open: ({ ratioRange }: Open) => `not settled: likely ${ratioRangeText(ratioRange)}`,
  level: 'Level',
  levelOf: (names: readonly string[]) => `${listText(names)}: the difference is likely below 5 %`,
  disjoint: 'No shared range',
  noSides: 'Too few sides',
  noShared: 'no interactivity lies in the range of all sides',
  outside: 'fewer than two sides have a figure here',
  noData: 'no data',
  perUser: (range: string) => `${range} tok/s/user`,
  perGpu: 'total tok/s/GPU',
  perGpuAt: 'tok/s/GPU at',
  axis: 'tok/s/user',
  yAxis: 'Throughput, total tok/s/GPU',
  logScale: 'log scale',
  xAxis: 'Interactivity, tok/s/user',
  published: 'published figures',
  notPriced: 'price not known',
  prices: ({ sides, rates, ownPrices }: Comparison) => {
    const each = sides.map(({ usdPerGpuHour: usd }) => (usd === null ? NONE : usdText(usd)));
    const same = new Set(each).size === 1;
    const price = same ? each[0] : sides.map(({ label }, i) => `${label} ${each[i]}`).join(', ');
    if (sides.every(({ usdPerGpuHour }) => usdPerGpuHour === null)) return card.notPriced;
    return `${price}/GPU-hr (${ownPrices ? 'own prices, else ' : ''}${figure.tiers[rates.tier]}, ${rates.asOf})`;
  },
  release: (id: string) => `release ${id}`,
  missing: 'No such comparison',
  missingHint: 'This card does not exist, or could not be drawn',
};
