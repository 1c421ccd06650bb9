import type { ComparedSide, Comparison } from '../../../core/comparison-types.ts';
import { listText, rangeWords, targetText } from '../../format.ts';
import type { Dimension } from '../../../core/vocabulary.ts';
import { dimensions } from './dimensions.ts';
import { figure } from './figure.ts';
import type {
  AlternativeOutcomes,
  Change,
  CostLead,
  OpenRatio,
  Position,
  SideFigure,
  Tokens,
} from '../parts.ts';

/** Ways to match that a sentence names; more would not be read. */
const NAMED_CHANGES = 2;

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
  open: ({ first, second, others }: Ranked, read: OpenRatio, tokens: Tokens, cost: string | null) =>
    `${first!.name} is estimated at ${read.ratio} ${second!.name}’s ${throughputOf(tokens)} ` +
    `(${first!.throughput} against ${second!.throughput} ${rate(tokens)}); ${unsettled(read)}` +
    `${cost === null ? '' : `, ${cost}`}${rest(others)}.`,
  level: ({ first, second, others }: Ranked, tokens: Tokens, cost: string | null) =>
    `${first!.name} and ${second!.name} are about level, at ${first!.throughput} and ` +
    `${second!.throughput} ${rate(tokens)}: the difference is likely below 5\u202f%` +
    `${cost === null ? '' : `, ${cost}`}${rest(others)}.`,
  only: (read: SideFigure, missing: readonly string[], tokens: Tokens) =>
    `only ${read.name} has a figure, ${read.throughput} ${rate(tokens)}; ${listText(missing)}.`,
  none: (missing: readonly string[]) => `no side has a figure: ${listText(missing)}.`,
  withMissing: (sentence: string, missing: readonly string[]) =>
    missing.length === 0 ? sentence : `${sentence.slice(0, -1)}; ${listText(missing)}.`,
  noData: (names: readonly string[]) =>
    `${listText(names)} ${names.length === 1 ? 'has' : 'have'} no data`,
  tooLate: (names: readonly string[], limit: number, isStated: boolean) =>
    `${listText(names)} ${names.length === 1 ? 'has' : 'have'} no point ${isStated ? '' : 'known '}with the first token within ${limit} s`,
  outOfRange: (names: readonly string[], range: string) =>
    `${listText(names)} ${names.length === 1 ? 'has' : 'have'} points from ${range} only`,

  cost: ({
    saving,
    name,
    over,
    value,
    overValue,
    isLeader,
    isSamePair,
    isOfTwo,
    tokens,
    prices,
  }: CostLead) =>
    isSamePair
      ? `at ${saving} lower cost per ${million(tokens)} (${value} against ${overValue}${prices})`
      : `${isLeader ? 'and' : 'but'} ${name} has the ${isOfTwo ? 'lower' : 'lowest'} cost per ${million(tokens)}, ${value}, ` +
        `${saving} below ${over}’s ${overValue}${inBrackets(prices)}`,
  /** what of the prices was asked, after the figures */
  askedPrices: (c: Pick<Comparison, 'sides' | 'ownPrices' | 'rates' | 'util'>) => {
    const { sides, ownPrices, rates, util } = c;
    const own = sides.flatMap(({ hardware, label }) => (ownPrices.includes(hardware) ? label : []));
    const said = [
      own.length === sides.length
        ? 'own prices'
        : own.length > 0
          ? `own price of ${listText(own)}`
          : rates.tier !== 'hyperscaler' && `${figure.tierNames[rates.tier] ?? rates.tier} prices`,
      util !== 1 && figure.busy(util),
    ];
    return said.flatMap((part) => (part === false ? [] : `; ${part}`)).join('');
  },
  costLevel: (tokens: Tokens, prices: string) =>
    `at about the same cost per ${million(tokens)}${inBrackets(prices)}`,
  costOpen: (prices: string) =>
    `while the data do not settle whose cost is lower${inBrackets(prices)}`,

  answer: (where: string, name: string, over: string, ratio: string, tokens: Tokens) =>
    `${where}, ${name} delivers ${ratio} ${over}’s ${throughputOf(tokens)}`,
  answerOpen: (where: string, name: string, over: string, read: OpenRatio, tokens: Tokens) =>
    `${where}, ${name} is estimated at ${read.ratio} ${over}’s ${throughputOf(tokens)}; ` +
    unsettled(read),
  ended: (sentence: string, cost: string | null) =>
    `${sentence}${cost === null ? '' : `, ${cost}`}.`,
  nothingShared: (sides: readonly Pick<ComparedSide, 'label' | 'range'>[], asked: string) =>
    `No speed is covered by all sides${inBrackets(asked)}; in tok/s/user: ${listText(sides.map(spoken))}.`,
  nothingInTime: (names: readonly string[], limit: number, isStated: boolean) =>
    `No point of ${listText(names, 'or')} ${isStated ? 'has' : 'is known to have'} its first token within ${limit} s.`,
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
    pool: boolean,
  ) => {
    const names = mismatch.map((dimension) => dimensions[dimension]);
    const sentences = [
      pooled &&
        `Each curve is the best of its side’s sweeps${
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
      (pool
        ? 'Each side has one recipe only: there was nothing to pool.'
        : 'The address fixes every dimension; nothing had to be matched.')
    );
  },
  alternatives: ({ count, way, more, ahead, level, open, changes }: AlternativeOutcomes) => {
    const said = [
      ...ahead.map(({ name, count: times, ends }, i) => {
        const leads = `${name} ${i === 0 ? 'leads ' : ''}`;
        const by = ends.join(' to ');
        return count === 1
          ? `${leads}by ${by}`
          : `${leads}in ${times < count ? times : count === 2 ? 'both' : `all ${count}`} (${by})`;
      }),
      level > 0 &&
        (count === 1 ? 'the sides are level' : `${level} ${level === 1 ? 'is' : 'are'} level`),
      open > 0 &&
        (count === 1
          ? 'the data do not settle which is ahead'
          : `${open} ${open === 1 ? 'is' : 'are'} not settled`),
    ].filter((part) => part !== false);
    const ways =
      count > 1
        ? `Of ${count} other ways to match, each read in the middle of its own range,`
        : `In the one other way to match${way === '' ? '' : ` (${way})`}, read in the middle of its range,`;
    const moves = changes.map(({ from, to, ways: found }) => {
      const named = found.slice(0, NAMED_CHANGES);
      const others = found.length - named.length;
      const all = others === 0 ? named : [...named, `${others} more`];
      return ` The lead changes from ${from} to ${to} with ${listText(all)}.`;
    });
    const rest =
      more === 0 ? '' : ` ${more} further ${more === 1 ? 'way is' : 'ways are'} not shown.`;
    return `${ways} ${listText(said)}.${moves.join('')}${rest}`;
  },
  /** two runs of one system at one target */
  change: ({ outcome, runs, difference, likely, figures, cost, tokens }: Change) => {
    const [earlier, later] = runs.map(runName);
    const read = figures && `${figures[1]} against ${figures[0]} ${rate(tokens)}`;
    switch (outcome) {
      case 'ahead': {
        const facts = [read, `likely ${likely}`].filter(Boolean).join('; ');
        const costs =
          cost &&
          `, at ${cost.difference} ${cost.isLower ? 'lower' : 'higher'} cost per ${million(tokens)} ` +
            `(${cost.values[1]} against ${cost.values[0]}${cost.prices})`;
        return `${later} delivers ${difference} ${throughputOf(tokens)} than ${earlier} (${facts})${costs ?? ''}.`;
      }
      case 'open': {
        const facts = [read, `estimated ${difference}`].filter(Boolean).join('; ');
        return (
          `the data do not tell whether ${later} delivers more or less ${throughputOf(tokens)} than ` +
          `${earlier}: likely ${likely} (${facts}).`
        );
      }
      case 'level':
        return (
          `${later} delivers about the same ${throughputOf(tokens)} as ${earlier}` +
          `${read === null ? '' : ` (${read})`}: the change, if any, is likely below 5\u202f%.`
        );
    }
  },
  /** two runs of one system at equal concurrency */
  equalLoads: (
    [earlier, later]: readonly [string, string],
    loads: readonly { readonly concurrency: number; readonly difference: string }[],
  ) => {
    const [first, ...others] = loads.map(({ concurrency, difference }) => ({
      difference,
      at: `at ${concurrency}`,
    }));
    const each = [
      `${first!.difference} throughput per GPU than ${runName(earlier)} ${first!.at} ` +
        `${loads[0]!.concurrency === 1 ? 'request' : 'requests'} in flight`,
      ...others.map(({ difference, at: load }) => `${difference} ${load}`),
    ];
    return `At the same load, ${runName(later)} delivers ${listText(each)}.`;
  },
  more: (percent: string) => `${percent} more`,
  less: (percent: string) => `${percent} less`,
  between: (low: string, high: string) => `between ${low} and ${high}`,
};

interface Ranked {
  readonly first: SideFigure | undefined;
  readonly second: SideFigure | undefined;
  readonly others: readonly SideFigure[];
}

/** A run within a sentence: `the run of 2026-05-20`, and others by their own names, `“after”`. */
function runName(label: string): string {
  return /^\d{4}-\d\d-\d\d/.test(label) ? `the run of ${label}` : `“${label}”`;
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

function unsettled({ range, against }: OpenRatio): string {
  return against === null
    ? `the data do not settle which is ahead (likely ${range})`
    : `likely ${range}, but the data do not settle whether ${against} is ahead`;
}

/** What was asked, after `; ` or `, `, in brackets; empty for nothing. */
function inBrackets(asked: string): string {
  return asked === '' ? '' : ` (${asked.slice(2)})`;
}

function rest(others: readonly SideFigure[]): string {
  if (others.length === 0) return '';
  return `; ${listText(others.map(({ name, throughput }) => `${name} has ${throughput}`))}`;
}

function spoken({ label, range }: Pick<ComparedSide, 'label' | 'range'>): string {
  return range === null ? `${label} without data` : `${label} ${rangeWords(range)}`;
}
