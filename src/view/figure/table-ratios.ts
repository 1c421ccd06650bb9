import { placesOf } from '../../core/best.ts';
import type { Best, TargetValues } from '../../core/comparison-types.ts';
import { percentText, ratioRangeText, ratioText } from '../format.ts';
import { sideMark } from './mark.ts';
import { h } from '../markup/markup.ts';
import type { Child } from '../markup/markup.ts';
import { hidden } from './table-cells.ts';
import type { Tabled } from './table-cells.ts';
import type { Words } from '../words/en/figure.ts';

/** One ratio holds for throughput, cost and power at every target, as on the same GPU. */
export function hasOneRatio({ values }: Pick<Tabled, 'values'>): boolean {
  return values.every(({ best: { throughput: a, costPerMillionTokens, throughputPerMw } }) =>
    [costPerMillionTokens, throughputPerMw].every(
      (b) =>
        !a ||
        !b ||
        (a.side === b.side && a.over === b.over && Math.abs(a.ratio / b.ratio - 1) < 1e-9),
    ),
  );
}

/** The best over the runner-up: who by the side's mark, how much, and how sure. */
export function leadOf(best: Best | null, { sides }: Tabled, words: Words): Child {
  if (!best || best.tie) return best && words.tie;
  const [side, over] = placesOf(best, sides);
  const exact = h('data', { value: Number(best.ratio.toPrecision(9)) }, ratioText(best.ratio));
  if (best.decided) {
    const said = words.ahead(sides[side!]!.label, sides[over!]!.label);
    return [sideMark(side!), exact, hidden(` ${said}`)];
  }
  const range = ratioRangeText(best.ratioRange);
  const title = words.undecided(range);
  return h('span', { title }, '~', exact, h('small', null, words.allowed(range)));
}

/** What the cheapest saves against the next; nothing in a tie or where it is open. */
export function savingText({ best }: Pick<TargetValues, 'best'>): string | null {
  const cost = best.costPerMillionTokens;
  return cost?.decided && !cost.tie && cost.saving !== null ? percentText(cost.saving) : null;
}
