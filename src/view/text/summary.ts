import type { Words } from '../words/words.ts';
import { middleTarget } from '../../core/band.ts';
import type {
  ComparedSide,
  Comparison,
  Matched,
  SideValue,
  TargetValues,
} from '../../core/comparison-types.ts';
import type { EqualLoad } from '../../core/equal-loads.ts';
import { isSamePair } from '../../core/lead.ts';
import type { Lead, Open } from '../../core/lead.ts';
import { changeOf, runChange } from '../../core/run-change.ts';
import { middleRead } from '../figure/short-answer.ts';
import { sideLabel } from '../figure/side-names.ts';
import type { NoticeCode } from '../../core/notice-facts.ts';
import {
  changeRangeText,
  changeText,
  percentText,
  rangeWords,
  ratioRangeText,
  ratioText,
  throughputText,
  usdText,
} from '../format.ts';
import { NAMED_DIMENSIONS } from '../../core/vocabulary.ts';
import { headlineMetrics, isOfOutput } from '../../core/metrics.ts';
import type { MetricKey } from '../../core/metrics.ts';
import type {
  AlternativeOutcomes,
  OpenRatio,
  Position,
  SideFigure,
  Tokens,
} from '../words/parts.ts';

/** The words that the sentences are made of. */
type Said = Pick<Words, 'summary' | 'figure'>;
/** Loads that a sentence names; more would not be read. */
const NAMED_LOADS = 4;

/** One sentence for each target, by its place in the band; one about the ranges where there is none. */
export function summarySentences(c: Comparison, words: Said): string[] {
  if (c.values.length === 0 || areAllLate(c)) return [noAnswerSentence(c, words)];
  return c.values.map((read) => {
    const { summary, figure } = words;
    const where = summary.where[position(c, read.interactivity)];
    return `${where(read.interactivity, figure.askedWords(c))}, ${sentence(c, read, words)}`;
  });
}

/** The summary's sentences for below the answer; none where they would only repeat it. */
export function furtherSentences(c: Comparison, words: Said): string[] {
  const sentences = summarySentences(c, words);
  return sentences.length === 1 && sentences[0] === answerSentence(c, words) ? [] : sentences;
}

/** The answer: what the middle target says, in one sentence that can stand alone. */
export function answerSentence(c: Comparison, words: Said): string {
  const { summary, figure } = words;
  const middle = middleTarget(c.targets);
  const read = c.values.find(({ interactivity }) => interactivity === middle);
  if (read === undefined || areAllLate(c)) return noAnswerSentence(c, words);
  const lead = read.best[headlineMetrics(c.sides)[0]];
  const where = summary.where.outside(read.interactivity, figure.askedWords(c));
  if (lead === null || lead.outcome === 'level') return `${where}, ${sentence(c, read, words)}`;
  const change = changeWords(c, read, lead, false, words);
  if (change !== null) return `${where}, ${change}`;
  const [name, over] = [sideLabel(c, lead.side), sideLabel(c, lead.over)];
  const tokens = tokensOf(c);
  const said =
    lead.outcome === 'open'
      ? summary.answerOpen(where, name, over, openRead(c, lead), tokens)
      : summary.answer(where, name, over, ratioText(lead.ratio), tokens);
  return summary.ended(said, costWords(c, read, lead, words));
}

/** The chart and table in words, for those who see neither: title, answer, ranges. */
export function altText(c: Comparison, words: Said): string {
  return words.summary.alt(c.title, answerSentence(c, words), c.sides);
}

/** What was held alike, and what could not be. */
export function matchedSentence(c: Comparison, { summary: words }: Said): string {
  const held = NAMED_DIMENSIONS.flatMap((dimension) => {
    const key = c.matched[dimension];
    if (key === undefined) return [];
    return words.heldAt(dimension, key === null ? null : (c.labels[key] ?? key));
  });
  const stated = held.filter(({ isStated }) => isStated).map(({ text }) => text);
  const unstated = held.filter(({ isStated }) => !isStated).map(({ text }) => text);
  const pooled = c.notices.find((notice) => notice.code === 'pooled');
  return words.matched(stated, unstated, c.mismatch, pooled?.facts.dimensions ?? null, c.pool);
}

/**
 * Who leads when the question is matched in the other ways, by the same kind of figures; `null`
 * where none of them says.
 */
export function alternativesSentence(c: Comparison, { summary: words }: Said): string | null {
  const shared = c.alternatives.filter(({ basis, ratio }) => basis === c.basis && ratio !== null);
  if (shared.length === 0) return null;
  const ahead = shared.filter(({ outcome }) => outcome === 'ahead');
  const leaders = [...new Set(ahead.map(({ side }) => side!))].map((key) => {
    const ratios = ahead.filter(({ side }) => side === key).map(({ ratio }) => ratio!);
    const ends = new Set([Math.min(...ratios), Math.max(...ratios)].map(ratioText));
    return { key, name: sideLabel(c, key), count: ratios.length, ends: [...ends] };
  });
  const leader = middleRead(c)?.best[headlineMetrics(c.sides)[0]];
  const from = leader?.outcome === 'ahead' ? leader.side : null;
  const times = (outcome: Lead['outcome']) => shared.filter((it) => it.outcome === outcome).length;
  const read: AlternativeOutcomes = {
    count: shared.length,
    way: otherMatchLabels(c, shared[0]!.matched).join(' '),
    more: c.moreAlternatives,
    ahead: leaders.toSorted((a, b) => b.count - a.count),
    level: times('level'),
    open: times('open'),
    changes: leaders.flatMap(({ key, name }) =>
      from === null || key === from
        ? []
        : {
            from: sideLabel(c, from),
            to: name,
            ways: ahead
              .filter(({ side }) => side === key)
              .map(({ matched }) => otherMatchLabels(c, matched).join(' ')),
          },
    ),
  };
  return words.alternatives(read);
}

/** Labels of what is matched in another way than in the comparison. */
export function otherMatchLabels(c: Comparison, matched: Matched): string[] {
  return NAMED_DIMENSIONS.flatMap((dimension) => {
    const key = matched[dimension];
    return key == null || key === c.matched[dimension] ? [] : (c.labels[key] ?? key);
  });
}

/** Two runs of one system at the same loads; `null` where there are none. */
export function equalLoadsSentence(c: Comparison, { summary: words }: Said): string | null {
  const change = runChange(c);
  if (!c.equalLoads || c.equalLoads.length === 0 || change === null) return null;
  const { earlier, later } = change;
  const isForward = earlier === c.sides[0];
  const loads = spreadOver(c.equalLoads).map(({ concurrency, throughput: [a, b] }) => {
    return { concurrency, difference: changeText((isForward ? b / a : a / b) - 1, words) };
  });
  return words.equalLoads([earlier.label, later.label], loads);
}

/**
 * What changed from one run of a system to the next one, as the end of a sentence; `null` where
 * other things are compared, or more than two.
 */
function changeWords(
  c: Comparison,
  read: TargetValues,
  lead: Lead,
  hasFigures: boolean,
  { summary: words }: Said,
): string | null {
  const change = runChange(c);
  if (change === null) return null;
  const { earlier, later } = change;
  const [metric, costMetric] = headlineMetrics(c.sides);
  const figure = (key: string, of: MetricKey) => read.sides.find(({ side }) => side === key)![of]!;
  const cost = read.best[costMetric];
  const isCostSaid = cost?.outcome === 'ahead' && lead.outcome === 'ahead';
  const costs = isCostSaid ? [earlier, later].map(({ key }) => figure(key, costMetric)) : null;
  const { share, likely } = changeOf(lead, figure(earlier.key, metric), figure(later.key, metric));
  return words.change({
    outcome: lead.outcome,
    runs: [earlier.label, later.label],
    difference: changeText(share, words),
    likely: changeRangeText(likely, words),
    figures: hasFigures
      ? [throughputText(figure(earlier.key, metric)), throughputText(figure(later.key, metric))]
      : null,
    cost:
      costs === null
        ? null
        : {
            difference: percentText(Math.abs(costs[1]! / costs[0]! - 1)),
            isLower: costs[1]! < costs[0]!,
            values: [usdText(costs[0]!), usdText(costs[1]!)],
            prices: words.askedPrices(c),
          },
    tokens: tokensOf(c),
  });
}

/** A few loads, from the lowest to the highest. */
function spreadOver(loads: readonly EqualLoad[]): EqualLoad[] {
  if (loads.length <= NAMED_LOADS) return [...loads];
  return Array.from(
    { length: NAMED_LOADS },
    (_, i) => loads[Math.round((i * (loads.length - 1)) / (NAMED_LOADS - 1))]!,
  );
}

/** Why there is nothing to compare: no speed in common, or no point with its first token in time. */
export function noAnswerSentence(c: Comparison, { summary: words, figure }: Said): string {
  const late = lateSides(c);
  return late.length > 0 && c.ttftLimit !== null
    ? words.nothingInTime(
        late.map(({ label }) => label),
        c.ttftLimit,
        areStated(c, late),
      )
    : words.nothingShared(c.sides, figure.askedWords(c));
}

/** The sides that have points, but none known to have its first token within the limit. */
export function lateSides(c: Comparison): readonly ComparedSide[] {
  const named = new Set([...namedBy(c, 'ttft-limit'), ...namedBy(c, 'ttft-unknown')]);
  return c.sides.filter(({ key, range }) => range === null && named.has(key));
}

/** Whether every point of these sides states when its first token comes. */
function areStated(c: Comparison, sides: readonly ComparedSide[]): boolean {
  const unknown = namedBy(c, 'ttft-unknown');
  return !sides.some(({ key }) => unknown.includes(key));
}

function namedBy({ notices }: Comparison, code: NoticeCode): readonly string[] {
  return notices.find((notice) => notice.code === code)?.sides ?? [];
}

/** Whether no side has a point with its first token within the limit, whatever the speed. */
function areAllLate(c: Comparison): boolean {
  return lateSides(c).length === c.sides.length;
}

function sentence(c: Comparison, read: TargetValues, said: Said): string {
  const words = said.summary;
  const [metric] = headlineMetrics(c.sides);
  const lead = read.best[metric];
  const withNumber = read.sides.filter((value) => value[metric] !== null);
  const missing = reasons(
    c,
    read.sides.filter((value) => value[metric] === null),
    words,
  );
  if (withNumber.length === 0) return words.none(missing);
  if (lead === null) return words.only(readOf(c, withNumber[0]!), missing, tokensOf(c));
  return words.withMissing(compared(c, read, lead, said), missing);
}

function compared(c: Comparison, read: TargetValues, lead: Lead, said: Said): string {
  const words = said.summary;
  const change = changeWords(c, read, lead, true, said);
  if (change !== null) return change;
  const [metric] = headlineMetrics(c.sides);
  const [first, second, ...others] = read.sides
    .filter((value) => value[metric] !== null)
    .toSorted((a, b) => b[metric]! - a[metric]!)
    .map((value) => readOf(c, value));
  const ranked = { first, second, others };
  const cost = costWords(c, read, lead, said);
  const tokens = tokensOf(c);
  switch (lead.outcome) {
    case 'level':
      return words.level(ranked, tokens, cost);
    case 'open':
      return words.open(ranked, openRead(c, lead), tokens, cost);
    case 'ahead':
      return words.ahead(ranked, ratioText(lead.ratio), tokens, cost);
  }
}

/** What the cost adds to what the throughput says; `null` where nothing, or a price is not known. */
function costWords(
  c: Comparison,
  read: TargetValues,
  lead: Lead,
  { summary: words }: Said,
): string | null {
  const [, metric] = headlineMetrics(c.sides);
  const cost = read.best[metric];
  const tokens = tokensOf(c);
  if (cost === null || (cost.outcome !== 'ahead' && cost.outcome === lead.outcome)) return null;
  if (cost.outcome === 'level') return words.costLevel(tokens, words.askedPrices(c));
  if (cost.outcome === 'open') return words.costOpen(words.askedPrices(c));
  const valueOf = (key: string) => usdText(read.sides.find(({ side }) => side === key)![metric]!);
  return words.cost({
    saving: percentText(cost.saving!),
    name: sideLabel(c, cost.side),
    over: sideLabel(c, cost.over),
    value: valueOf(cost.side),
    overValue: valueOf(cost.over),
    isLeader: lead.outcome !== 'ahead' || cost.side === lead.side,
    isSamePair: isSamePair(cost, lead),
    isOfTwo: read.sides.filter((value) => value[metric] !== null).length === 2,
    tokens,
    prices: words.askedPrices(c),
  });
}

function openRead(c: Comparison, { ratio, ratioRange, over, against }: Open): OpenRatio {
  return {
    ratio: ratioText(ratio),
    range: ratioRangeText(ratioRange),
    against: against === over ? null : sideLabel(c, against),
  };
}

function tokensOf({ sides }: Comparison): Tokens {
  return isOfOutput(headlineMetrics(sides)[0]) ? 'output' : 'total';
}

function position({ band }: Comparison, target: number): Position {
  if (band === null || target < band.min || target > band.max) return 'outside';
  if (band.max === band.min) return 'only';
  const share = (target - band.min) / (band.max - band.min);
  return share < 1 / 3 ? 'low' : share > 2 / 3 ? 'high' : 'middle';
}

function readOf(c: Comparison, value: SideValue): SideFigure {
  const [metric] = headlineMetrics(c.sides);
  return { name: sideLabel(c, value.side), throughput: throughputText(value[metric]!) };
}

/** Why values are missing: those out of range each, the others by what they have in common. */
function reasons(
  c: Comparison,
  missing: readonly SideValue[],
  words: Said['summary'],
): readonly string[] {
  const sides = missing.map(({ side }) => c.sides.find(({ key }) => key === side)!);
  const late = lateSides(c).filter((side) => sides.includes(side));
  const absent = sides.filter((side) => side.range === null && !late.includes(side));
  const ranged = sides.flatMap(({ label, range }) =>
    range === null ? [] : { label, text: rangeWords(range) },
  );
  const ranges = [...new Set(ranged.map(({ text }) => text))];
  return [
    ...ranges.map((range) =>
      words.outOfRange(
        ranged.flatMap(({ label, text }) => (text === range ? label : [])),
        range,
      ),
    ),
    ...(late.length > 0 && c.ttftLimit !== null
      ? [
          words.tooLate(
            late.map(({ label }) => label),
            c.ttftLimit,
            areStated(c, late),
          ),
        ]
      : []),
    ...(absent.length > 0 ? [words.noData(absent.map(({ label }) => label))] : []),
  ];
}
