import type { ComparedSide, Comparison, SideValue } from '../comparison-types.ts';
import type { Lead } from '../lead.ts';
import type { Configuration } from '../ranking/ranking-types.ts';
import type { TokenSet } from '../tokens.ts';

/** One run of a configuration, as the comparison of it with another run has it. */
export interface HistoryRun {
  /** what names it in the address of a comparison; `null` where no token names just this run */
  readonly token: string | null;
  /** its curve, prices and sources; its key is the token, or where there is none the run's own name */
  readonly side: ComparedSide;
  /** the default run, which rankings and comparisons show */
  readonly isShown: boolean;
  /** newer than the default run, and passed over for its few knots */
  readonly isPartial: boolean;
  /** what it is worth at the target; `null` where there is no target */
  readonly value: SideValue | null;
  /** throughput at the target against the run before; `null` where either has no number there */
  readonly change: Lead | null;
}

/** How the throughput at the target compares between two runs. */
export interface HistoryChange {
  /** indexes of the earlier and the later run */
  readonly from: number;
  readonly to: number;
  readonly lead: Lead;
}

/** Every run of one configuration of a model and workload, read at one interactivity. */
export interface History
  extends
    Pick<
      Comparison,
      | 'release'
      | 'model'
      | 'basis'
      | 'interactivityBasis'
      | 'rates'
      | 'ownPrices'
      | 'util'
      | 'ttftLimit'
      | 'labels'
      | 'notices'
    >,
    Configuration {
  /** `<model>/<workload>/<row>` */
  readonly id: string;
  readonly workload: { readonly key: string; readonly label: string };
  /** key of the configuration, as the rows of its ranking have it */
  readonly row: string;
  readonly tokens: TokenSet;
  /** tok/s/user; `null` where no run has a curve */
  readonly at: number | null;
  /** at least one, the oldest first */
  readonly runs: readonly HistoryRun[];
  /**
   * from the oldest run with a number at the target to the default one, or where that has none to the
   * newest that has; `null` where fewer than two have
   */
  readonly change: HistoryChange | null;
}
