/** How one role of a deployment is spread over its GPUs; `null` where not known. */
export interface RoleParallelism {
  readonly tp: number | null;
  readonly ep: number | null;
  readonly dpAttention: boolean;
  readonly workers: number | null;
}

/** `TP8 EP8 DPA`; `null` where neither tensor nor expert parallelism is known. */
export function aggregatedParallelism({ tp, ep, dpAttention }: RoleParallelism): string | null {
  if (tp === null && ep === null) return null;
  return [tp && `TP${tp}`, ep && `EP${ep}`, dpAttention && 'DPA'].filter(Boolean).join(' ');
}

/** `prefill 2×TP4, decode TP8 EP8 DPA`; a role of which nothing is known is left out. */
export function disaggregatedParallelism(
  prefill: RoleParallelism,
  decode: RoleParallelism,
): string | null {
  const roles = [
    ['prefill', prefill],
    ['decode', decode],
  ] as const;
  const texts = roles.flatMap(([name, role]) => {
    const text = aggregatedParallelism(role);
    const times = role.workers !== null && role.workers > 1 ? `${role.workers}×` : '';
    return text === null ? [] : `${name} ${times}${text}`;
  });
  return texts.length === 0 ? null : texts.join(', ');
}
