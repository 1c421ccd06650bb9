import type { Ranking } from '../core/ranking/ranking-types.ts';
import type { Medium } from '../http/media.ts';
import type { Ask } from '../http/route.ts';
import type { ParameterName } from '../schema/query-parameters.ts';
import type { LinkedForm } from '../view/links.ts';
import type { RankLinks } from '../view/rank-links.ts';
import type { Words } from '../view/words/words.ts';

/** A ranking, and what its forms say beside it. */
export interface Ranked {
  readonly ask: Ask;
  readonly ranking: Ranking;
  readonly links: RankLinks;
}

/** A form of a ranking: `/rank/<id><extension>`. */
export interface RankForm extends LinkedForm {
  /** in `links`, and among the words of forms */
  readonly name: keyof Words['forms'];
  readonly medium: Medium;
  /** query keys it takes */
  readonly takes: readonly ParameterName[];
  /** the whole ranking for programs */
  readonly isData?: boolean;
  /** its name in the OpenAPI description, if it has a shape */
  readonly schema?: string;
  readonly view: (ranked: Ranked) => string;
}
