import type { ComparedSide } from '../../core/comparison-types.ts';

interface Sided {
  readonly sides: readonly Pick<ComparedSide, 'key' | 'label'>[];
}

/** Position of a side among the sides, which gives it its colour and mark; -1 for none of them. */
export function sidePosition({ sides }: Sided, key: string): number {
  return sides.findIndex((side) => side.key === key);
}

/** What readers call a side; its key where there is no such side. */
export function sideLabel(sided: Sided, key: string): string {
  return sided.sides[sidePosition(sided, key)]?.label ?? key;
}
