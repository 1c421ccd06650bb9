import { isSettled } from '../../core/ranking/decision.ts';
import type { LeaderStretch } from '../../core/ranking/leaders.ts';
import { rankMetric } from '../../core/ranking/rank-metrics.ts';
import type { Ranking, RankNotice, RankRow } from '../../core/ranking/ranking-types.ts';
import { rankName } from '../figure/rank-name.ts';
import { rankNumber } from '../figure/rank-number.ts';
import { percentText, ratioRangeText, ratioText } from '../format.ts';
import type { Words } from '../words/words.ts';

type Said = Pick<Words, 'ranking' | 'figure'>;

/** The title of a ranking: its question. */
export function rankQuestion(r: Ranking, { ranking: words }: Said): string {
  return words.question(r.by, r.model.label, r.workload.label, r);
}

/** Rows that are named where the data do not tell the first from others. */
const NAMED = 3;

/**
 * The answer in one sentence: who is best only where one is decidedly ahead; else what is not told
 * apart.
 */
export function rankAnswer(r: Ranking, all: Said): string {
  const words = all.ranking;
  const where = words.where(r);
  if (r.lead === null) return words.none(where);
  const { row, over, against, outcome, ratio, ratioRange } = r.lead;
  const named = (key: string) => rankName(rowOf(r, key), r, words);
  const best = r.cost === null ? words.best[r.by] : words.fastest;
  if (outcome === 'only' || over === null) {
    return words.only(named(row), where, numberOf(r, row, all));
  }
  if (outcome === 'level') return words.level(best, where, named(row), named(over));
  if (outcome === 'open') {
    // the runner-up by value may be decidedly worse where another one reaches further
    const first = r.rows.filter(({ rank }) => rank === 1);
    const keys = [...new Set([row, against!, ...first.map(({ key }) => key)])];
    const isPair = against === over && [row, over].every((key) => !isBound(rowOf(r, key)));
    const each = keys.slice(0, NAMED).map((key) => `${named(key)} (${numberOf(r, key, all)})`);
    const more = Math.max(0, keys.length - NAMED);
    const range = isPair ? ratioRangeText(ratioRange!) : null;
    return words.open(best, where, each, range, more);
  }
  const isSaving = r.cost === null && rankMetric(r.by).isLowerBetter;
  const difference = isSaving ? words.saved(percentText(1 - 1 / ratio!)) : ratioText(ratio!);
  return words.ahead(
    named(row),
    best,
    where,
    numberOf(r, row, all),
    named(over),
    numberOf(r, over, all),
    difference,
  );
}

/** What a picture of a ranking says to who cannot see it. */
export function rankAltText(r: Ranking, all: Said): string {
  return `${rankQuestion(r, all)} ${rankAnswer(r, all)}`;
}

/** Stretches that one sentence can hold. */
const SAID = 6;

/**
 * Who leads from where to where, in one sentence, row by row; `null` where nobody has a number. Of
 * more stretches than it can hold the widest are said.
 */
export function leadersSentence(r: Ranking, { ranking: words }: Said): string | null {
  const [first, last] = [r.leaders[0], r.leaders.at(-1)];
  if (first === undefined || last === undefined) return null;
  const settled = settledStretches(r);
  const said = settled
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, SAID)
    .toSorted((a, b) => a.from - b.from);
  const rows = [...new Set(said.map(({ row }) => row))].map((row) => ({
    name: rankName(r.configurations[row]!, r, words),
    ahead: said.filter((stretch) => stretch.row === row && stretch.outcome === 'ahead'),
    alone: said.filter((stretch) => stretch.row === row && stretch.outcome === 'only'),
  }));
  const isUnsettled = r.leaders.some(({ outcome }) => !isSettled(outcome));
  const all = { from: first.from, to: last.to };
  return words.leaders(words.best[r.by], rows, all, isUnsettled, settled.length - said.length);
}

/** The stretches in which one row leads, or has the only number, whoever its runner-up is. */
function settledStretches({ leaders }: Ranking): LeaderStretch[] {
  const merged: LeaderStretch[] = [];
  leaders.forEach((stretch, i) => {
    if (!isSettled(stretch.outcome)) return;
    const before = leaders[i - 1];
    const goesOn = before?.row === stretch.row && before.outcome === stretch.outcome;
    if (goesOn) merged.push({ ...merged.pop()!, to: stretch.to });
    else merged.push(stretch);
  });
  return merged;
}

/** The number that a row is ranked by, with its unit, or as the bound that it is. */
function numberOf(r: Ranking, key: string, { ranking: words }: Said): string {
  const row = rowOf(r, key);
  const number = rankNumber(row, r);
  if (number === null) return '';
  if (r.cost !== null) {
    return number.isBound ? words.reachedEnd(number.value) : `${number.text} tok/s/user`;
  }
  const text = words.value(number.text, r.by);
  if (row.bound === null) return text;
  return words.atLeast(text, row.bound.interactivity, rankMetric(r.by).isLowerBetter);
}

/** Its number is only the least that it is known to reach. */
function isBound({ status }: RankRow): boolean {
  return status === 'faster' || status === 'end';
}

function rowOf({ rows }: Ranking, key: string): RankRow {
  return rows.find((row) => row.key === key)!;
}

/** The sentence of a notice of a ranking. */
export function rankNoticeText(
  { code, facts }: RankNotice,
  { ranking: { notices } }: Pick<Words, 'ranking'>,
): string {
  // the compiler does not see that the code picks both the sentence and its facts
  const say = notices[code] as (known: typeof facts) => string;
  return say(facts);
}
