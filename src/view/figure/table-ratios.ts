import type { Words } from '../words/words.ts';
import { isSameLead, savingOf } from '../../core/lead.ts';
import type { Lead } from '../../core/lead.ts';
import { percentText, ratioRangeText, ratioText } from '../format.ts';
import { h } from '../markup/markup.ts';
import type { Child } from '../markup/markup.ts';
import { sideMark } from './mark.ts';
import { sideLabel, sidePosition } from './side-names.ts';
import { MEASURES, hidden, hasBest } from './table-cells.ts';
import type { TableSource } from './table-cells.ts';

/** One ratio holds for all metrics of the table at every target, as on the same GPU. */
export function hasOneRatio({ values }: Pick<TableSource, 'values'>): boolean {
  return values.every(({ best }) => {
    const leads = MEASURES.filter(hasBest).flatMap((measure) => best[measure] ?? []);
    return leads.every((lead) => isSameLead(lead, leads[0]!));
  });
}

/** The best over the runner-up: who by the side's mark, how much, and how sure. */
export function leadText(lead: Lead | null, c: TableSource, words: Words['figure']): Child {
  if (!lead) return null;
  if (lead.outcome === 'level') return words.level;
  const exact = h('data', { value: Number(lead.ratio.toPrecision(9)) }, ratioText(lead.ratio));
  if (lead.outcome === 'ahead') {
    const said = words.ahead(sideLabel(c, lead.side), sideLabel(c, lead.over));
    return [sideMark(sidePosition(c, lead.side)), exact, hidden(` ${said}`)];
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
