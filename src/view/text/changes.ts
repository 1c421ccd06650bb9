import type { ComparisonChange } from '../../core/changes/comparison-changes.ts';
import { comparisonPath, changesPath } from '../links.ts';
import { rounded } from './rounded.ts';

interface ChangesView {
  readonly from: { readonly id: string; readonly publishedAt: string };
  readonly to: { readonly id: string; readonly publishedAt: string };
  readonly models: readonly string[];
  readonly left: readonly string[];
  readonly sweeps: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly comparisons: readonly ComparisonChange[];
  readonly unchanged: number;
  /** scheme and host, without a slash at the end */
  readonly origin: string;
}

/** What `/changes.json` says, version 1. */
export function changesDocument({
  from,
  to,
  origin,
  left,
  comparisons,
  ...rest
}: ChangesView): object {
  const pinned = (id: string | null, { id: release }: ChangesView['from']) =>
    id === null ? null : `${origin}${comparisonPath(id, { release })}`;
  return {
    version: 1,
    from,
    to,
    ...rest,
    comparisons: comparisons.map(({ specific, values, largest, ...change }) => ({
      ...change,
      // what the address meant, and what it means
      before: pinned(specific.before, from),
      after: pinned(specific.after, to),
      values: rounded(values),
      largest: Number.isFinite(largest) ? rounded({ largest }).largest : null,
    })),
    left: left.map((model) => ({
      model,
      href: `${origin}${changesPath({ from: from.id, model, to: to.id })}`,
    })),
  };
}
