import type { GivenFactName } from './given-facts.ts';

/** A fact that a row has to state and does not. */
export interface AbsentFact {
  readonly fact: Extract<
    GivenFactName,
    'model' | 'hardware' | 'precision' | 'gpus' | 'spec' | 'workload'
  >;
  /** what is known instead, such as the mean lengths of a row's requests */
  readonly hint: string | null;
  /** what it can be, where that is known; any text otherwise */
  readonly choices: readonly string[] | null;
}
