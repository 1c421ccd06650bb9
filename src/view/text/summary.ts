import type { Words } from '../words/words.ts';
import { middleTarget } from '../../core/band.ts';
import type { Comparison, SideValue, TargetValues } from '../../core/comparison-types.ts';
import { isSamePair } from '../../core/lead.ts';
import type { Ahead, Lead } from '../../core/lead.ts';
import { labelOf } from '../figure/side-names.ts';
import { percentText, ratioRangeText, ratioText, throughputText, usdText } from '../format.ts';
import { NAMED_DIMENSIONS } from '../../core/vocabulary.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import type { Position, Read } from '../words/parts.ts';

/** The words that the sentences are made of. */
type Said = Pick<Words, 'summary'>;

/** One sentence for each target, by its place in the band; one about the ranges where there is none. */
export function summarySentences(c: Comparison, { summary: words }: Said): string[] {
  if (c.values.length === 0) return [words.nothingShared(c.sides)];
  return c.values.map((read) => {
    const where = words.where[position(c, read.interactivity)](read.interactivity);
    return `${where}, ${sentence(c, read, words)}`;
  });
}

/** The answer: what the middle target says, in one sentence that can stand alone. */
export function answerSentence(c: Comparison, { summary: words }: Said): string {
  const middle = middleTarget(c.targets);
  const read = c.values.find(({ interactivity }) => interactivity === middle);
  if (read === undefined) return words.nothingShared(c.sides);
  const [metric] = headlineMetrics(c.sides);
  const lead = read.best[metric];
  if (lead === null || lead.outcome === 'level') {
    return `${words.where.outside(read.interactivity)}, ${sentence(c, read, words)}`;
  }
  const [name, over] = [labelOf(c, lead.side), labelOf(c, lead.over)];
  const ratio = ratioText(lead.ratio);
  if (lead.outcome === 'open') {
    return words.answerOpen(read.interactivity, name, over, ratio, ratioRangeText(lead.ratioRange));
  }
  return words.answer(read.interactivity, name, over, ratio, costWords(c, read, lead, words));
}

/** The chart and table in words, for those who see neither: title, answer, ranges. */
export function altText(c: Comparison, { summary: words }: Said): string {
  return words.alt(c.title, answerSentence(c, { summary: words }), c.sides);
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
  return words.matched(stated, unstated, c.mismatch, c.pool);
}

/** How far the headline moves among the alternatives; `null` where none has a ratio. */
export function alternativesSentence(c: Comparison, { summary: words }: Said): string | null {
  const rated = c.alternatives.filter(({ ratio }) => ratio !== null);
  if (rated.length === 0) return null;
  const ratios = rated.map(({ ratio }) => ratio!);
  const leaders = [...new Set(rated.map(({ side }) => side))];
  const leader = leaders.length === 1 && leaders[0] ? labelOf(c, leaders[0]) : null;
  const ends = [Math.min(...ratios), Math.max(...ratios)].map(ratioText);
  return words.alternatives(rated.length, [...new Set(ends)], leader);
}

function sentence(c: Comparison, read: TargetValues, words: Said['summary']): string {
  const [metric] = headlineMetrics(c.sides);
  const lead = read.best[metric];
  const known = read.sides.filter((value) => value[metric] !== null);
  const missing = read.sides
    .filter((value) => value[metric] === null)
    .map((value) => reason(c, value, words));
  if (known.length === 0) return words.none(missing);
  if (lead === null) return words.only(readOf(c, known[0]!), missing);
  return words.withMissing(compared(c, read, lead, words), missing);
}

function compared(c: Comparison, read: TargetValues, lead: Lead, words: Said['summary']): string {
  const [metric] = headlineMetrics(c.sides);
  const ranked = read.sides
    .filter((value) => value[metric] !== null)
    .toSorted((a, b) => b[metric]! - a[metric]!)
    .map((value) => readOf(c, value));
  const [first, second, ...others] = ranked;
  const ratio = ratioText(lead.ratio);
  switch (lead.outcome) {
    case 'level':
      return words.level(first!, second!, others);
    case 'open':
      return words.open(first!, second!, others, ratio, ratioRangeText(lead.ratioRange));
    case 'ahead':
      return words.ahead(first!, second!, others, ratio, costWords(c, read, lead, words));
  }
}

/** What the lead in throughput means for the cost; `null` where a price is not known. */
function costWords(
  c: Comparison,
  read: TargetValues,
  lead: Ahead,
  words: Said['summary'],
): string | null {
  const [, metric] = headlineMetrics(c.sides);
  const cost = read.best[metric];
  if (cost === null) return null;
  if (cost.outcome === 'level') return words.costLevel;
  const isLeader = cost.side === lead.side;
  if (cost.outcome === 'open') {
    return words.costOpen(labelOf(c, cost.side), ratioText(cost.ratio), isLeader);
  }
  const valueOf = (key: string) => usdText(read.sides.find(({ side }) => side === key)![metric]!);
  return words.cost({
    saving: percentText(cost.saving!),
    name: labelOf(c, cost.side),
    over: labelOf(c, cost.over),
    value: valueOf(cost.side),
    overValue: valueOf(cost.over),
    isLeader,
    isSamePair: isSamePair(cost, lead),
  });
}

function position({ band }: Comparison, target: number): Position {
  if (band === null || target < band.min || target > band.max) return 'outside';
  if (band.max === band.min) return 'only';
  const share = (target - band.min) / (band.max - band.min);
  return share < 1 / 3 ? 'low' : share > 2 / 3 ? 'high' : 'middle';
}

function readOf(c: Comparison, value: SideValue): Read {
  const [metric] = headlineMetrics(c.sides);
  return { name: labelOf(c, value.side), throughput: throughputText(value[metric]!) };
}

function reason(c: Comparison, { side, status }: SideValue, words: Said['summary']): string {
  const { label, range } = c.sides.find(({ key }) => key === side)!;
  return range === null || status === 'absent'
    ? words.noData(label)
    : words.outOfRange(label, range);
}
