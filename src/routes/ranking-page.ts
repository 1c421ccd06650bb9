import { offered } from '../form.ts';
import type { Offer } from '../form.ts';
import type { Ranked } from './rank-form.ts';
import { rankedWorkloads } from '../release/ranking.ts';
import { pinKeys, rankPath } from '../view/links.ts';
import { rankingPage } from '../view/page/ranking/ranking-page.ts';

/** A ranking as its page. */
export function rankingPageForm({ ask, ranking, links }: Ranked, offers: readonly Offer[]): string {
  const { query, release, words, toDocument } = ask;
  const { model, workload } = ranking;
  const others = rankedWorkloads(release, model.key).filter((key) => key !== workload.key);
  const label = (key: string) =>
    release.manifest.catalog.vocabulary.workload.find((entry) => entry.key === key)?.label ?? key;
  return toDocument(
    rankingPage(
      {
        ranking,
        links,
        keys: query.keys,
        offers: offered(offers, links),
        workloads: others.map((key) => ({
          label: words.ranking.name(model.label, label(key)),
          href: rankPath(`${model.key}/${key}`, pinKeys(query.release)),
        })),
      },
      words,
    ),
  );
}
