import type { GivenFactName } from './given-facts.ts';

/** A fact that a row has to state and does not. */
export interface AbsentFact {
  readonly fact: Extract<
    GivenFactName,
    'model' | 'hardware' | 'precision' | 'gpus' | 'spec' | 'workload'
  >;
  /** what is known instead, such as the mean lengths of a row's requests */
  readonly hint: string | null;
  /** its value by what telemetry saw, which need not be what served; `null` where that tells none */
  readonly seen: string | null;
  /** what it can be, where that is known; any text otherwise */
  readonly choices: readonly string[] | null;
}
