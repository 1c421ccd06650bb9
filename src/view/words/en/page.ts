import type { Lead } from '../../../core/lead.ts';
import { listText, percentText, ratioText } from '../../format.ts';
import type { InteractivityBasis } from '../../../core/sweep.ts';
import { rankFigure } from './rank-figure.ts';
import { SPEED_BASES } from './speed-bases.ts';
import { SITE_NAME } from '../../brand.ts';

/** What only pages say, around the figures. */
export const page = {
  skip: 'Skip to content',
  comparisons: 'Comparisons',
  method: 'Method',
  api: 'API',
  foot: `${SITE_NAME} compares LLM inference benchmarks at the same speed per user. No cookies, no scripts from elsewhere; every page is also JSON, CSV and Markdown.`,

  comparing: (dimensions: readonly string[]) => `${listText(dimensions)} compared`,
  workload: (label: string) => `${label} tokens in/out`,
  chartTitle: 'Throughput per GPU, at the speed a single user sees',
  chartNote: (isPublished: boolean, hasBand: boolean) =>
    `${hasBand ? 'Grey ground: the speeds that all sides cover. ' : ''}` +
    `Marks: ${isPublished ? 'published figures' : 'measured points'}. ` +
    `Light bands: where the throughput likely lies.` +
    `${hasBand ? ' Bracket: the gap at the middle target.' : ''}`,
  source: (credits: string, release: string) =>
    `${credits && `Source: ${credits}. `}Release ${release}.`,
  noChart: 'No side has a curve to draw.',
  tableTitle: 'The same figures, side by side',
  noTableTitle: 'No speed that all sides share',
  noTable: 'Ask for a speed: each side answers within its own range, and no further.',
  tableNote: (isPublished: boolean) =>
    `A dot marks a ${isPublished ? 'published' : 'measured'} value; others are interpolated between ` +
    'two points. ~ approximate. Bold: ahead, where the likely ranges settle it.',
  changed: 'The text and the card on this page do not follow your changes to the figure.',
  changedPage: 'Open the page of your changes',
  summary: 'At each speed',
  ask: 'Ask another question',
  matched: 'What was matched',
  matchedLinks: 'Other ways to match:',
  bestRecipe: (where: string, side: string, over: string, lead: Lead) => {
    const said = {
      ahead: `${side} delivers ${ratioText(lead.ratio)} ${over}’s throughput per GPU`,
      level: `${side} and ${over} are about level`,
      open: `${side} is estimated at ${ratioText(lead.ratio)} ${over}’s throughput per GPU; the data do not settle which is ahead`,
    };
    return (
      `Best recipe of each, whatever the engine, deployment or speculative decoding: at ${where} ` +
      `${said[lead.outcome]}.`
    );
  },
  bestRecipeLink: 'See the best recipes',
  nearby: 'Nearby comparisons',
  sources: 'Sources',
  sourceOf: {
    engine: 'Engine',
    date: 'Run date',
    image: 'Image',
    runs: 'Read from',
    files: 'Result files',
    price: 'Price and power',
    curve: 'Curve',
    license: 'Licence',
    notStated: 'not stated',
  },
  priceOf: (price: string | null, power: string | null) =>
    `${price === null ? 'price not known' : `${price} per GPU-hour`}, ` +
    `${power === null ? 'power not known' : `${power} kW all-in`}`,
  curveOf: (knots: number, error: number | null) =>
    `${knots} ${knots === 1 ? 'point' : 'points'}` +
    (error === null ? '' : `, leave-one-out error ${percentText(error)}`),
  rates: (id: string, asOf: string, tier: string, source: string) =>
    `Prices and power: rate card ${id} (${asOf}, ${tier}), ${source}.`,
  basis: (basis: InteractivityBasis) => `Interactivity is ${SPEED_BASES[basis]}.`,
  release: (id: string, date: string) => `Release ${id}, published ${date}.`,
  pinned: 'Address pinned to this release',
  more: (count: number) => `and ${count} more`,
  others: 'All other configurations',
  take: 'Take it with you',
  card: 'The card',
  copy: {
    image: 'Copy image',
    alt: 'Copy alt text',
    caption: 'Copy caption',
    done: 'Copied',
    failed: 'Could not copy',
  },
  caption: (answer: string, source: string, address: string) => `${answer} ${source} ${address}`,
  embed: 'Embed this',
  builder: 'Other ways, themes, and pinned to this release',
  nearest: 'Nearest that exists',
  allComparisons: 'All comparisons',
  aboutProblem: 'About this problem',

  form: {
    at: 'Compare at, tok/s/user',
    atNth: (n: number) => `Target ${n}, tok/s/user`,
    another: 'Another target',
    options: 'Prices, latency and data',
    tier: 'Price tier',
    usd: rankFigure.form.usd,
    usdOf: (hardware: string) => `Own price ${hardware}, $/GPU-hr`,
    rates: 'Rate card',
    ttft: rankFigure.form.ttft,
    util: 'GPUs busy, share',
    basis: 'Figures',
    bases: { measured: 'measured', published: 'published' },
    auto: 'default',
    pool: 'Best recipe of each side',
    submit: 'Update',
  },
};
