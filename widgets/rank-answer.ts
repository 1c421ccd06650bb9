import type { RankFigure } from '../src/core/ranking/ranking-types.ts';

/** What the server says of a question in words. */
export interface RankAnswer {
  readonly title: string;
  readonly answer: string;
  readonly leading: string | null;
  /** how ranks are told */
  readonly method: string;
  /** whose figures and prices, of which release, and when they were measured */
  readonly source: string;
  readonly notices: readonly { readonly severity: string; readonly text: string }[];
  readonly leaders: RankFigure['leaders'];
}
