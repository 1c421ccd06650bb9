import type { Ranking } from '../core/ranking/ranking-types.ts';
import type { Form } from '../form.ts';
import type { Ask } from '../http/route.ts';
import type { RankLinks } from '../view/rank-links.ts';

/** A ranking with everything else that its forms show: the request, its links. */
export interface RankingAnswer {
  readonly ask: Ask;
  readonly ranking: Ranking;
  readonly links: RankLinks;
}

/** A form of a ranking: `/rank/<id><extension>`. */
export type RankForm = Form<RankingAnswer>;
