import { middleTarget } from '../../core/band.ts';
import type { Best, Comparison, SideValue, TargetValues } from '../../core/comparison-types.ts';
import { percentText, ratioRangeText, ratioText, throughputText, usdText } from '../format.ts';
import { en } from '../words/en/summary.ts';
import type { Position, Read, SummaryWords } from '../words/en/summary.ts';

/** One sentence for each target, by its place in the band; one about the ranges where there is none. */
export function summarySentences(c: Comparison, words: SummaryWords = en): string[] {
  if (c.values.length === 0) return [words.nothingShared(c.sides)];
  return c.values.map((read) => {
    const where = words.where[position(c, read.interactivity)](read.interactivity);
    return `${where}, ${sentence(c, read, words)}`;
  });
}

/** The answer: what the middle target says, in one sentence that can stand alone. */
export function answerSentence(c: Comparison, words: SummaryWords = en): string {
  const middle = middleTarget(c.targets);
  const read = c.values.find(({ interactivity }) => interactivity === middle);
  if (read === undefined) return words.nothingShared(c.sides);
  const best = read.best.throughput;
  if (best === null || best.tie || best.side === null || best.over === null) {
    return `${words.where.outside(read.interactivity)}, ${sentence(c, read, words)}`;
  }
  const [name, over] = [labelOf(c, best.side), labelOf(c, best.over)];
  if (!best.decided) {
    const range = ratioRangeText(best.ratioRange);
    return words.answerOpen(read.interactivity, name, over, ratioText(best.ratio), range);
  }
  const cost = costWords(c, read, best, words);
  return words.answer(read.interactivity, name, over, ratioText(best.ratio), cost);
}

/** The chart and table in words, for those who see neither: title, answer, ranges. */
export function altText(c: Comparison, words: SummaryWords = en): string {
  return words.alt(c.title, answerSentence(c, words), c.sides);
}

/** What was held alike, and what could not be. */
export function matchedSentence(c: Comparison, words: SummaryWords = en): string {
  const held = Object.entries(c.matched).map(([dimension, key]) =>
    words.heldAt(dimension, key === null ? null : (c.labels[key] ?? key)),
  );
  const stated = held.filter(({ isStated }) => isStated).map(({ text }) => text);
  const unstated = held.filter(({ isStated }) => !isStated).map(({ text }) => text);
  return words.matched(stated, unstated, c.mismatch, c.pool);
}

/** How far the headline moves among the alternatives; `null` where none has a ratio. */
export function alternativesSentence(c: Comparison, words: SummaryWords = en): string | null {
  const rated = c.alternatives.filter(({ ratio }) => ratio !== null);
  if (rated.length === 0) return null;
  const ratios = rated.map(({ ratio }) => ratio!);
  const leaders = [...new Set(rated.map(({ side }) => side))];
  const leader = leaders.length === 1 && leaders[0] ? labelOf(c, leaders[0]) : null;
  const ends = [Math.min(...ratios), Math.max(...ratios)].map(ratioText);
  return words.alternatives(rated.length, [...new Set(ends)], leader);
}

function sentence(c: Comparison, read: TargetValues, words: SummaryWords): string {
  const known = read.sides.filter(({ throughput }) => throughput !== null);
  const missing = read.sides
    .filter(({ throughput }) => throughput === null)
    .map((value) => reason(c, value, words));
  const best = read.best.throughput;
  if (known.length === 0) return words.none(missing);
  if (best === null) return words.only(readOf(c, known[0]!), missing);
  return words.withMissing(compared(c, read, best, words), missing);
}

function compared(c: Comparison, read: TargetValues, best: Best, words: SummaryWords): string {
  const ranked = read.sides
    .filter(({ throughput }) => throughput !== null)
    .toSorted((a, b) => b.throughput! - a.throughput!)
    .map((value) => readOf(c, value));
  const [first, second, ...others] = ranked;
  if (best.tie) return words.tie(first!, second!, others);
  const ratio = ratioText(best.ratio);
  if (!best.decided) {
    return words.open(first!, second!, others, ratio, ratioRangeText(best.ratioRange));
  }
  return words.decided(first!, second!, others, ratio, costWords(c, read, best, words));
}

/** What the lead in throughput means for the cost; `null` where a price is not known. */
function costWords(
  c: Comparison,
  read: TargetValues,
  lead: Best,
  words: SummaryWords,
): string | null {
  const cost = read.best.costPerMillionTokens;
  if (cost === null) return null;
  if (cost.tie) return words.costTie;
  if (cost.side === null || cost.over === null || cost.saving === null) return null;
  const valueOf = (key: string) =>
    usdText(read.sides.find(({ side }) => side === key)!.costPerMillionTokens!);
  if (!cost.decided) {
    return words.costOpen(labelOf(c, cost.side), ratioText(cost.ratio), cost.side === lead.side);
  }
  return words.cost({
    saving: percentText(cost.saving),
    name: labelOf(c, cost.side),
    over: labelOf(c, cost.over),
    value: valueOf(cost.side),
    overValue: valueOf(cost.over),
    isLeader: cost.side === lead.side,
    isSamePair: cost.side === lead.side && cost.over === lead.over,
  });
}

function position({ band }: Comparison, target: number): Position {
  if (band === null || target < band.min || target > band.max) return 'outside';
  if (band.max === band.min) return 'only';
  const share = (target - band.min) / (band.max - band.min);
  return share < 1 / 3 ? 'low' : share > 2 / 3 ? 'high' : 'middle';
}

function readOf(c: Comparison, { side, throughput }: SideValue): Read {
  return { name: labelOf(c, side), throughput: throughputText(throughput!) };
}

function reason(c: Comparison, { side, status }: SideValue, words: SummaryWords): string {
  const { label, range } = c.sides.find(({ key }) => key === side)!;
  return range === null || status === 'absent'
    ? words.noData(label)
    : words.outOfRange(label, range);
}

function labelOf(c: Comparison, key: string): string {
  return c.sides.find((side) => side.key === key)?.label ?? key;
}
