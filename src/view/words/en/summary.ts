import type { ComparedSide, Comparison } from '../../../core/comparison-types.ts';
import type { Range } from '../../../core/range.ts';
import { listText, rangeWords, targetText } from '../../format.ts';
import type { Dimension } from '../../../core/vocabulary.ts';
import { dimensions } from './dimensions.ts';
import { figure } from './figure.ts';
import type { AlternativesRead, CostRead, OpenRead, Position, Read, Tokens } from '../parts.ts';

const at = (target: number, asked: string) => `${targetText(target)} tok/s/user${asked}`;

/** The words of the summary. Sentences come from the data; these are only their joints. */
export const summary = {
  where: {
    low: (target: number, asked: string) =>
      `At the slower end of the shared range, at ${at(target, asked)}`,
    middle: (target: number, asked: string) =>
      `In the middle of the shared range, at ${at(target, asked)}`,
    high: (target: number, asked: string) =>
      `At the faster end of the shared range, at ${at(target, asked)}`,
    only: (target: number, asked: string) =>
      `At ${at(target, asked)}, the one speed that all sides share`,
    outside: (target: number, asked: string) => `At ${at(target, asked)}`,
  } satisfies Record<Position, (target: number, asked: string) => string>,

  ahead: ({ first, second, others }: Ranked, ratio: string, tokens: Tokens, cost: string | null) =>
    `${first!.name} delivers ${first!.throughput} ${rate(tokens)} against ${second!.name}’s ` +
    `${second!.throughput} (${ratio})${cost === null ? '' : `, ${cost}`}${rest(others)}.`,
  open: ({ first, second, others }: Ranked, read: OpenRead, tokens: Tokens, cost: string | null) =>
    `${first!.name} is estimated at ${read.ratio} ${second!.name}’s ${throughputOf(tokens)} ` +
    `(${first!.throughput} against ${second!.throughput} ${rate(tokens)}); ${unsettled(read)}` +
    `${cost === null ? '' : `, ${cost}`}${rest(others)}.`,
  level: ({ first, second, others }: Ranked, tokens: Tokens, cost: string | null) =>
    `${first!.name} and ${second!.name} are about level, at ${first!.throughput} and ` +
    `${second!.throughput} ${rate(tokens)}: the difference is likely below 5\u202f%` +
    `${cost === null ? '' : `, ${cost}`}${rest(others)}.`,
  only: (read: Read, missing: readonly string[], tokens: Tokens) =>
    `only ${read.name} has a figure, ${read.throughput} ${rate(tokens)}; ${listText(missing)}.`,
  none: (missing: readonly string[]) => `no side has a figure: ${listText(missing)}.`,
  withMissing: (sentence: string, missing: readonly string[]) =>
    missing.length === 0 ? sentence : `${sentence.slice(0, -1)}; ${listText(missing)}.`,
  noData: (name: string) => `${name} has no data`,
  tooLate: (name: string, limit: number) =>
    `${name} has no point with its first token within ${limit} s`,
  outOfRange: (name: string, range: Range) => `${name} has points from ${rangeWords(range)} only`,

  cost: ({
    saving,
    name,
    over,
    value,
    overValue,
    isLeader,
    isSamePair,
    tokens,
    prices,
  }: CostRead) =>
    isSamePair
      ? `at ${saving} lower cost per ${million(tokens)} (${value} against ${overValue}${prices})`
      : `${isLeader ? 'and' : 'but'} ${name} has the lowest cost per ${million(tokens)}, ${value}, ` +
        `${saving} below ${over}’s ${overValue}${prices === '' ? '' : ` (${prices.slice(2)})`}`,
  /** what of the prices was asked, after the figures */
  askedPrices: ({ ownPrices, rates, util }: Pick<Comparison, 'ownPrices' | 'rates' | 'util'>) => {
    const tier = rates.tier === 'hyperscaler' ? '' : `; ${figure.tiers[rates.tier]} prices`;
    return `${ownPrices ? '; own prices' : tier}${util === 1 ? '' : `; ${figure.busy(util)}`}`;
  },
  costLevel: (tokens: Tokens) => `at about the same cost per ${million(tokens)}`,
  costOpen: 'while the data do not settle whose cost is lower',

  answer: (where: string, name: string, over: string, ratio: string, tokens: Tokens) =>
    `${where}, ${name} delivers ${ratio} ${over}’s ${throughputOf(tokens)}`,
  answerOpen: (where: string, name: string, over: string, read: OpenRead, tokens: Tokens) =>
    `${where}, ${name} is estimated at ${read.ratio} ${over}’s ${throughputOf(tokens)}; ` +
    unsettled(read),
  ended: (sentence: string, cost: string | null) =>
    `${sentence}${cost === null ? '' : `, ${cost}`}.`,
  nothingShared: (sides: readonly Pick<ComparedSide, 'label' | 'range'>[]) =>
    `No interactivity lies in the range of all sides: ${listText(sides.map(spoken))}.`,
  nothingInTime: (names: readonly string[], limit: number) =>
    `No point of ${listText(names, 'or')} has its first token within ${limit} s.`,
  alt: (title: string, answer: string, sides: readonly Pick<ComparedSide, 'label' | 'range'>[]) =>
    `Throughput per GPU over interactivity. ${title}. ${answer} Ranges, in tok/s/user: ` +
    `${listText(sides.map(spoken))}.`,

  dimensions,
  heldAt: (dimension: Dimension, value: string | null) => {
    const name = dimensions[dimension];
    return { isStated: value !== null, text: value === null ? name : `${name} (${value})` };
  },
  /** @param pooled - dimensions in which some side pools several values; `null` where none pools */
  matched: (
    stated: readonly string[],
    unstated: readonly string[],
    mismatch: readonly Dimension[],
    pooled: readonly Dimension[] | null,
  ) => {
    const names = mismatch.map((dimension) => dimensions[dimension]);
    const sentences = [
      pooled &&
        `Each curve is the best of the sweeps of its side${
          pooled.length === 0
            ? ''
            : `, whatever the ${listText(
                pooled.map((dimension) => dimensions[dimension]),
                'or',
              )}`
        }.`,
      stated.length > 0 && `All sides have the same ${listText(stated)}.`,
      unstated.length > 0 &&
        `The source does not state the ${listText(unstated, 'or')} of any side.`,
      names.length > 0 &&
        (mismatch.join() === 'framework'
          ? 'The sides run on different engines: no one engine has data for all.'
          : `The sides differ in ${listText(names)}: nothing common has data for all.`),
    ];
    return (
      sentences.filter(Boolean).join(' ') ||
      'The address fixes every dimension; nothing had to be matched.'
    );
  },
  alternatives: ({ count, more, ahead, level, open }: AlternativesRead) => {
    const said = [
      ...ahead.map(({ name, count: times, ends }, i) => {
        const leads = `${name} ${i === 0 ? 'leads ' : ''}`;
        const by = ends.join(' to ');
        return count === 1 ? `${leads}by ${by}` : `${leads}in ${times} (${by})`;
      }),
      level > 0 &&
        (count === 1 ? 'the sides are level' : `${level} ${level === 1 ? 'is' : 'are'} level`),
      open > 0 &&
        (count === 1
          ? 'the data do not settle which is ahead'
          : `${open} ${open === 1 ? 'is' : 'are'} not settled`),
    ].filter((part) => part !== false);
    const ways = count === 1 ? 'Matched the one other way' : `Matched ${count} other ways`;
    const where =
      count === 1 ? 'in the middle of that range' : 'each read in the middle of its own range';
    const rest = more === 0 ? '' : ` ${more} further ways are not shown.`;
    return `${ways}, ${where}, ${listText(said)}.${rest}`;
  },
  /** two runs of one system at equal concurrency */
  equalLoads: (
    [earlier, later]: readonly [string, string],
    loads: readonly { readonly concurrency: number; readonly difference: string }[],
  ) =>
    `At the same load, ${later} against ${earlier}: ` +
    `${listText(loads.map(({ concurrency, difference }) => `${difference} throughput per GPU at ${concurrency} requests in flight`))}.`,
  more: (percent: string) => `${percent} more`,
  less: (percent: string) => `${percent} less`,
};

interface Ranked {
  readonly first: Read | undefined;
  readonly second: Read | undefined;
  readonly others: readonly Read[];
}

function rate(tokens: Tokens): string {
  return tokens === 'output' ? 'output tok/s per GPU' : 'tok/s per GPU';
}

function throughputOf(tokens: Tokens): string {
  return tokens === 'output' ? 'output throughput per GPU' : 'throughput per GPU';
}

function million(tokens: Tokens): string {
  return tokens === 'output' ? 'million output tokens' : 'million tokens';
}

function unsettled({ range, against }: OpenRead): string {
  return against === null
    ? `the data do not settle which is ahead (likely ${range})`
    : `likely ${range}, but the data do not settle whether ${against} is ahead`;
}

function rest(others: readonly Read[]): string {
  if (others.length === 0) return '';
  return `; ${listText(others.map(({ name, throughput }) => `${name} has ${throughput}`))}`;
}

function spoken({ label, range }: Pick<ComparedSide, 'label' | 'range'>): string {
  return range === null ? `${label} without data` : `${label} ${rangeWords(range)}`;
}
