import type { DataSet } from '../../../data/load/data-set.ts';

/** Data that break a rule, and how the problem reads. */
export interface RuleCase {
  readonly check: string;
  readonly data: DataSet;
  /** how the line starts: `file: path: value` */
  readonly at: string;
  /** what else stands in it */
  readonly says: string;
}
