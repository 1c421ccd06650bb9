import type { Words } from '../words/words.ts';
import { isSameLead, savingOf } from '../../core/lead.ts';
import type { Lead } from '../../core/lead.ts';
import { percentText, ratioRangeText, ratioText } from '../format.ts';
import { h } from '../markup/markup.ts';
import type { Child } from '../markup/markup.ts';
import { sideMark } from './mark.ts';
import { labelOf, placeOf } from './side-names.ts';
import { MEASURES, hidden, isRated } from './table-cells.ts';
import type { Tabled } from './table-cells.ts';

/** One ratio holds for all metrics of the table at every target, as on the same GPU. */
export function hasOneRatio({ values }: Pick<Tabled, 'values'>): boolean {
  return values.every(({ best }) => {
    const leads = MEASURES.filter(isRated).flatMap((measure) => best[measure] ?? []);
    return leads.every((lead) => isSameLead(lead, leads[0]!));
  });
}

/** The best over the runner-up: who by the side's mark, how much, and how sure. */
export function leadText(lead: Lead | null, c: Tabled, words: Words['figure']): Child {
  if (!lead) return null;
  if (lead.outcome === 'level') return words.level;
  const exact = h('data', { value: Number(lead.ratio.toPrecision(9)) }, ratioText(lead.ratio));
  if (lead.outcome === 'ahead') {
    const said = words.ahead(labelOf(c, lead.side), labelOf(c, lead.over));
    return [sideMark(placeOf(c, lead.side)), exact, hidden(` ${said}`)];
  }
  const range = ratioRangeText(lead.ratioRange);
  const title = words.open(range);
  return h('span', { title }, '~', exact, h('small', null, words.likely(range)));
}

/** What the side that is ahead in a cost saves against the next; `null` where none is. */
export function savingText(cost: Lead | null): string | null {
  const saving = savingOf(cost);
  return saving === null ? null : percentText(saving);
}
