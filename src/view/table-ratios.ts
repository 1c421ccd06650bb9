import type { Best, Metric, TargetValues } from '../core/comparison-types.ts';
import { percentText, ratioRangeText, ratioText } from './format.ts';
import { sideMark } from './mark.ts';
import { h } from './markup.ts';
import type { Child, Markup } from './markup.ts';
import { hidden } from './table-cells.ts';
import type { Tabled } from './table-cells.ts';
import type { Words } from './words.ts';

const MONEY_AND_POWER = ['costPerMillionTokens', 'throughputPerMw'] as const;

/** One ratio holds for throughput, cost and power at every target, as on the same GPU. */
export function hasOneRatio({ values }: Pick<Tabled, 'values'>): boolean {
  return values.every(({ best }) =>
    MONEY_AND_POWER.every((metric) => {
      const [a, b] = [best.throughput, best[metric]];
      if (a === null || b === null) return true;
      return a.side === b.side && a.over === b.over && Math.abs(a.ratio / b.ratio - 1) < 1e-9;
    }),
  );
}

/** The best over the runner-up: who by the side's mark, how much, and how sure. */
export function leadOf(best: Best | null, c: Tabled, words: Words): Child {
  if (best === null) return null;
  if (best.tie) return words.tie;
  const index = c.sides.findIndex(({ key }) => key === best.side);
  const label = (key: string | null) => c.sides.find((side) => side.key === key)?.label ?? '';
  const exact = h('data', { value: Number(best.ratio.toPrecision(9)) }, ratioText(best.ratio));
  if (best.decided) {
    return [sideMark(index), exact, hidden(` ${words.ahead(label(best.side), label(best.over))}`)];
  }
  const range = ratioRangeText(best.ratioRange);
  const title = words.undecided(range);
  return h('span', { title }, '~', exact, h('small', null, words.allowed(range)));
}

/** What the cheapest saves against the next; nothing in a tie or where it is open. */
export function savingText({ best }: Pick<TargetValues, 'best'>): string | null {
  const cost = best.costPerMillionTokens;
  if (cost === null || cost.saving === null || cost.tie || !cost.decided) return null;
  return percentText(cost.saving);
}

/** The key of the side that is best for sure in a metric. */
export function bestSide({ best }: Pick<TargetValues, 'best'>, metric: Metric): string | null {
  const found = best[metric];
  return found?.decided ? found.side : null;
}

/** A row of muted text under a row group. */
export function mutedRow(head: string, cells: readonly Markup[]): Markup {
  return h('tr', { class: 'rt' }, h('th', { scope: 'row' }, head), cells);
}
