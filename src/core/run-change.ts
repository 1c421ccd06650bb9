import type { ComparedSide, Comparison } from './comparison-types.ts';
import type { Lead } from './lead.ts';

/** Two runs of one system in the order of time. */
interface RunChange {
  readonly earlier: ComparedSide;
  readonly later: ComparedSide;
}

/**
 * The two runs that a comparison is of, by their dates, else in the order of the sides; `null` where
 * anything else is compared, or more than two.
 */
export function runChange({
  compared,
  sides,
}: Pick<Comparison, 'compared' | 'sides'>): RunChange | null {
  const [first, second, ...others] = sides;
  if (compared.join() !== 'run' || !first || !second || others.length > 0) return null;
  return (first.date ?? '') <= (second.date ?? '')
    ? { earlier: first, later: second }
    : { earlier: second, later: first };
}

/**
 * A change as a share of the earlier value: 0.12 is 12 % more, −0.12 is 12 % less.
 *
 * @param lead - of a metric where higher is better: its ratio is better/worse, whichever is later
 * @returns the change, and the least and the most that it likely is, ascending
 */
export function changeOf(
  { ratioRange: [low, high] }: Pick<Lead, 'ratioRange'>,
  earlier: number,
  later: number,
): { readonly share: number; readonly likely: readonly [number, number] } {
  const likely =
    later >= earlier ? ([low - 1, high - 1] as const) : ([1 / high - 1, 1 / low - 1] as const);
  return { share: later / earlier - 1, likely };
}
