import type { ComparedSide } from '../comparison-types.ts';
import { pointsWithin } from '../frontier.ts';
import { DEFAULT_OPTIONS } from '../options.ts';
import type { SweepEntry } from '../release.ts';
import { comparedSide, outputShare } from '../side.ts';
import type { Sweep } from '../sweep.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { RankOptions } from './rank-options.ts';
import { rowTokens } from './row-tokens.ts';

/** A configuration with the curve that its sweeps give, as a comparison would have it, unpriced. */
export interface RankSide {
  readonly side: ComparedSide;
  readonly sweeps: readonly Sweep[];
}

/**
 * The options that decide what the curves of configurations are: pooling and the limit of the first
 * token.
 */
type CurveOptions = Pick<RankOptions, 'pool' | 'ttft' | 'stat'>;

/**
 * The configurations of a group: one for each sweep, or, pooled, for each hardware and precision.
 *
 * Points whose first token comes later than the limit are dropped before the frontier is taken; a
 * configuration without a point left has no knots.
 *
 * @param entries - of one {@link RankGroup}
 */
export function rankSides(
  entries: readonly SweepEntry[],
  sweepOf: (entry: SweepEntry) => Sweep,
  { pool, ttft, stat }: CurveOptions,
  vocabulary: Vocabulary,
): RankSide[] {
  const configurations = new Map<string, SweepEntry[]>();
  for (const entry of entries) {
    const { hardware, precision } = entry.key;
    const name = pool ? `${hardware} ${precision}` : String(configurations.size);
    configurations.set(name, [...(configurations.get(name) ?? []), entry]);
  }
  return [...configurations.values()].map((some) => {
    const sweeps = some.map((entry) => {
      const sweep = sweepOf(entry);
      const points = pointsWithin(sweep.points, ttft, stat === 'p99' ? 'ttftP99' : 'ttft');
      return { ...sweep, points };
    });
    const { key, basis } = some[0]!;
    const { workload } = key;
    const own = rowTokens(key, pool);
    const context = {
      basis,
      vocabulary,
      card: NO_RATES,
      options: { ...DEFAULT_OPTIONS, tier: '' },
    };
    const side = comparedSide({ ...own, workload }, own, sweeps, context);
    return { side: { ...side, outputShare: outputShare(vocabulary, workload) }, sweeps };
  });
}

/** Prices and power are those of a request, and come later. */
const NO_RATES = { id: '', asOf: '', source: '', hardware: {} };
