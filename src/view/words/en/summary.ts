import type { ComparedSide, Range } from '../../../core/comparison-types.ts';
import { listText, rangeWords, targetText } from '../../format.ts';
import type { Dimension } from '../../../core/vocabulary.ts';
import { dimensions } from './dimensions.ts';
import type { Position, Read, CostRead } from '../parts.ts';

const at = (target: number) => `${targetText(target)} tok/s/user`;

/** The words of the summary. Sentences come from the data; these are only their joints. */
export const summary = {
  where: {
    low: (target: number) => `Towards the batch-friendly end, at ${at(target)}`,
    middle: (target: number) => `In the middle of the shared range, at ${at(target)}`,
    high: (target: number) => `Towards the fast end, at ${at(target)}`,
    only: (target: number) => `At ${at(target)}, the one speed that all sides share`,
    outside: (target: number) => `At ${at(target)}`,
  } satisfies Record<Position, (target: number) => string>,

  ahead: (first: Read, second: Read, others: readonly Read[], ratio: string, cost: string | null) =>
    `${first.name} serves ${first.throughput} tok/s per GPU against ${second.throughput} for ` +
    `${second.name}, ${ratio} as much${cost === null ? '' : `, ${cost}`}${rest(others)}.`,
  open: (first: Read, second: Read, others: readonly Read[], ratio: string, range: string) =>
    `${first.name} reads about ${ratio} the throughput of ${second.name} (${first.throughput} ` +
    `against ${second.throughput} tok/s per GPU); likely ${range}` +
    `${rest(others)}.`,
  level: (first: Read, second: Read, others: readonly Read[]) =>
    `${first.name} and ${second.name} are about level: ${first.throughput} and ` +
    `${second.throughput} tok/s per GPU${rest(others)}.`,
  only: (read: Read, missing: readonly string[]) =>
    `only ${read.name} has a figure, ${read.throughput} tok/s per GPU; ${listText(missing)}.`,
  none: (missing: readonly string[]) => `no side has a figure: ${listText(missing)}.`,
  withMissing: (sentence: string, missing: readonly string[]) =>
    missing.length === 0 ? sentence : `${sentence.slice(0, -1)}; ${listText(missing)}.`,
  noData: (name: string) => `${name} has no data`,
  outOfRange: (name: string, range: Range) => `${name} has points from ${rangeWords(range)} only`,

  cost: ({ saving, name, over, value, overValue, isLeader, isSamePair }: CostRead) =>
    isSamePair
      ? `for ${saving} less per million tokens (${value} against ${overValue})`
      : `${isLeader ? 'and' : 'but'} ${name} costs least per million tokens: ${value}, ` +
        `${saving} less than ${over} at ${overValue}`,
  costLevel: 'at about the same cost',
  costOpen: (name: string, ratio: string, isLeader: boolean) =>
    `${isLeader ? 'and' : 'but'} ${name} reads about ${ratio} ahead in cost, which the data ` +
    `do not settle`,

  answer: (target: number, name: string, over: string, ratio: string, cost: string | null) =>
    `At ${at(target)}, ${name} serves ${ratio} the tokens per GPU that ${over} does` +
    `${cost === null ? '' : `, ${cost}`}.`,
  answerOpen: (target: number, name: string, over: string, ratio: string, range: string) =>
    `At ${at(target)}, ${name} reads about ${ratio} the throughput of ${over}; likely ${range}.`,
  nothingShared: (sides: readonly Pick<ComparedSide, 'label' | 'range'>[]) =>
    `No interactivity lies in the range of all sides: ${listText(sides.map(spoken))}.`,
  alt: (title: string, answer: string, sides: readonly Pick<ComparedSide, 'label' | 'range'>[]) =>
    `Throughput per GPU over interactivity. ${title}. ${answer} Ranges, in tok/s/user: ` +
    `${listText(sides.map(spoken))}.`,

  dimensions,
  heldAt: (dimension: Dimension, value: string | null) => {
    const name = dimensions[dimension];
    return { isStated: value !== null, text: value === null ? name : `${name} (${value})` };
  },
  matched: (
    stated: readonly string[],
    unstated: readonly string[],
    mismatch: readonly Dimension[],
    pool: boolean,
  ) => {
    if (pool) return 'Each side is its best recipe, pooled over engine, deployment and method.';
    const alike = stated.length === 0 ? '' : `All sides have the same ${listText(stated)}.`;
    const silent =
      unstated.length === 0
        ? ''
        : ` The source does not state the ${listText(unstated, 'or')} of any side.`;
    const names = mismatch.map((dimension) => dimensions[dimension]);
    const unlike =
      names.length === 0
        ? ''
        : ` No common ${listText(names, 'or')} has data for all sides, so it differs.`;
    return (alike + silent + unlike).trim() || 'The address fixes everything that is compared.';
  },
  alternatives: (count: number, ends: readonly string[], leader: string | null) => {
    const where = count === 1 ? 'Matched the one other way' : `Matched ${count} other ways`;
    const lead = leader === null ? 'the lead' : `the lead of ${leader}`;
    return `${where}, ${lead} ${count === 1 || ends.length === 1 ? 'is' : 'runs from'} ${ends.join(' to ')}.`;
  },
};

function rest(others: readonly Read[]): string {
  if (others.length === 0) return '';
  return `; ${listText(others.map(({ name, throughput }) => `${name} has ${throughput}`))}`;
}

function spoken({ label, range }: Pick<ComparedSide, 'label' | 'range'>): string {
  return range === null ? `${label} without data` : `${label} ${rangeWords(range)}`;
}
