import type { Comparison } from '../../../core/comparison-types.ts';
import { listText } from '../../format.ts';
import { INTERACTIVITY_UNIT } from './axis.ts';
import { figure } from './figure.ts';

/** What only the Markdown form says. */
export const markdown = {
  columns: {
    interactivity: INTERACTIVITY_UNIT,
    side: 'side',
    bounds: 'bounds',
    concurrency: 'concurrency',
    status: 'status',
    lead: 'ahead',
    likely: 'likely',
    ofTotal: { ratio: 'ratio', saving: 'saving in cost' },
    ofOutput: { ratio: 'ratio of output tokens', saving: 'saving in cost of output' },
  },
  level: 'about level',
  open: (pair: string) => `${pair}, not settled`,
  over: (side: string, over: string) => `${side} over ${over}`,
  notices: 'Notes',
  notComparable: 'There is no speed at which to compare.',
  source: ({ release, basis }: Comparison, credits: string, licences: readonly string[]) =>
    // where no side has a figure, there is nothing to credit
    `${credits ? `Source: ${credits}, ${basis} figures` : `Asked of ${basis} figures`}` +
    `${licences.length === 0 ? '' : `, ${listText(licences)}`}. ` +
    `Release ${release.id} of ${release.publishedAt.slice(0, 10)}.`,
  rates: ({ rates, sides }: Comparison, prices: string) => {
    const isPriced = sides.some(({ usdPerGpuHour }) => usdPerGpuHour !== null);
    const costs = isPriced
      ? prices
      : `not known: no ${figure.tierNames[rates.tier] ?? rates.tier} price`;
    return `Costs ${costs}; rate card ${rates.id}: ${rates.source}.`;
  },
  files: (files: readonly string[], more: number) =>
    `Read from ${files.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  forms: { page: 'page', json: 'JSON', csv: 'CSV', pinned: 'pinned' },
};
