import { middleTarget } from '../core/band.ts';
import { formOffers } from '../form.ts';
import type { ComparisonAnswer, Offer } from '../form.ts';
import { otherPresets } from '../release/nearby.ts';
import { rankedSides } from '../release/ranked-sides.ts';
import { comparisonKeys } from '../schema/query.ts';
import { targetKeys } from '../view/rank-links.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import type { Snippet } from '../view/embed/snippets.ts';
import { snippets } from '../view/embed/snippets.ts';
import {
  COMPARISON_SCRIPT,
  RESIZER_SCRIPT,
  badgePath,
  comparisonPath,
  embedPath,
  neighbourPath,
  specificQuestion,
} from '../view/links.ts';
import { comparisonPage } from '../view/page/comparison-page.ts';
import type { SidesRanking } from '../view/page/other-configurations.ts';
import { altText } from '../view/text/summary.ts';
import { cardAddress } from './card.ts';
import { titleIn } from '../view/text/title.ts';

/** A comparison as its page. */
export async function comparisonPageForm(
  answered: ComparisonAnswer,
  offers: readonly Offer[],
): Promise<string> {
  const { ask, located, comparison, links } = answered;
  const { release, request, query, words, toDocument } = ask;
  const { origin } = request;
  const image = await cardAddress(ask, located.id, query.keys);
  return toDocument(
    comparisonPage(
      {
        comparison,
        links,
        query,
        offers: formOffers(offers, links),
        card: (keys) =>
          `${origin}${comparisonPath(located.id, { ...query.keys, ...keys }, '.png')}`,
        rates: release.manifest.catalog.rates.map(({ id }) => id),
        neighbours: otherPresets(release, located.address).map(({ id, heading }) => ({
          label: titleIn(words)(heading),
          href: neighbourPath(id, query),
        })),
        embeds: embeds(answered),
        sidesRanking: await sidesRanking(answered),
        image: { url: `${origin}${image}`, ...CARD_SIZE, alt: altText(comparison, words) },
      },
      words,
    ),
  );
}

/** The ranking of everything that the sides stand among, at the target that headlines speak of. */
async function sidesRanking({
  ask,
  comparison: c,
}: ComparisonAnswer): Promise<SidesRanking | null> {
  const { release, query } = ask;
  const ranked = await rankedSides(release, c);
  if (ranked === null) return null;
  const { workload, rows, isDefault } = ranked;
  const { at: _, basis: __, ...keys } = comparisonKeys(query.keys);
  return {
    id: `${c.model.key}/${workload}`,
    keys: {
      ...keys,
      ...targetKeys({ at: middleTarget(c.targets), cost: null }),
      ...(!isDefault && { basis: c.basis, speed: c.interactivityBasis }),
      by: 'throughput',
      show: 'all',
      rows: rows.join(','), // as the comparison colours its sides
    },
  };
}

/** The two lines to copy; every other way is the builder's. */
function embeds({ ask: { request, query, words }, comparison }: ComparisonAnswer): Snippet[] {
  const { origin } = request;
  const { id, keys } = specificQuestion(comparison, query.keys);
  const choice = {
    comparison,
    page: `${origin}${comparisonPath(id, keys)}`,
    png: `${origin}${comparisonPath(id, keys, '.png')}`,
    badge: `${origin}${badgePath(id, keys, '.svg')}`,
    embed: `${origin}${embedPath(id, keys)}`,
    script: { url: `${origin}${COMPARISON_SCRIPT}`, integrity: null },
    resizer: { url: `${origin}${RESIZER_SCRIPT}`, integrity: null },
    view: null,
    metrics: null,
    theme: 'auto',
    isEditable: false,
    document: null,
  } as const;
  return snippets(choice, words).filter(({ kind }) => kind === 'element' || kind === 'markdown');
}
