import { formOffers } from '../form.ts';
import type { Offer } from '../form.ts';
import { rankKeys } from '../schema/query.ts';
import { cardAddress } from './card.ts';
import type { RankingAnswer } from './rank-form.ts';
import { labelOfWorkload, rankedWorkloads } from '../release/ranking.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import { pinKeys, rankCardId, rankPath } from '../view/links.ts';
import { rankAltText } from '../view/text/ranking-summary.ts';
import { rankingPage } from '../view/page/ranking/ranking-page.ts';

/** A ranking as its page. */
export async function rankingPageForm(
  { ask, ranking, links }: RankingAnswer,
  offers: readonly Offer[],
): Promise<string> {
  const { query, release, words, toDocument } = ask;
  const { model, workload } = ranking;
  const others = rankedWorkloads(release, model.key).filter((key) => key !== workload.key);
  const label = labelOfWorkload(release);
  const image = await cardAddress(ask, rankCardId(ranking.id), rankKeys(query.keys));
  return toDocument(
    rankingPage(
      {
        ranking,
        links,
        keys: query.keys,
        offers: formOffers(offers, links),
        image: {
          url: `${ask.request.origin}${image}`,
          ...CARD_SIZE,
          alt: rankAltText(ranking, words),
        },
        workloads: others.map((key) => ({
          key,
          workload: label(key),
          label: words.ranking.name(model.label, label(key)),
          href: rankPath(`${model.key}/${key}`, pinKeys(query.release)),
        })),
      },
      words,
    ),
  );
}
