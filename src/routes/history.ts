import { keyLabels } from '../core/key-labels.ts';
import type { Ask, Body, ReleaseRoute } from '../http/route.ts';
import { readHistory } from '../release/history.ts';
import { historyKeys } from '../schema/query.ts';
import { rankName } from '../view/figure/rank-name.ts';
import { historyLinks } from '../view/history-links.ts';
import { historyPath } from '../view/links.ts';
import type { Keys } from '../view/links.ts';
import { en } from '../view/words/en/index.ts';
import { formRoutes } from './form-routes.ts';
import { HISTORY_FORMS, HISTORY_OFFERS } from './history-forms.ts';
import type { HistoryForm } from './history-form.ts';
import { requireTier } from './known-tier.ts';
import { historyAt } from './located-history.ts';
import type { LocatedHistory } from './located-history.ts';
import { ONE_TARGET } from './located-ranking.ts';

const REFERENCE = '/history/gptoss-120b/1k1k/b200-fp4-off-vllm-single-node';

/** `/history/<model>/<workload>/<row>` in every form. */
export const HISTORIES: readonly ReleaseRoute<LocatedHistory>[] = formRoutes(HISTORY_FORMS, {
  path: '/history/{model}/{workload}/{row}',
  patterns: ['/history/*'],
  examples: [[REFERENCE], [REFERENCE, '?at=60&usd=3.1']],
  summary: (name) => `Every run of one configuration, read at one speed: ${en.history.forms[name]}`,
  meanings: {
    at: {
      ...ONE_TARGET,
      description: 'Target in tok/s/user; the default is the speed that most of the runs cover',
    },
  },
  find: historyAt,
  make: made,
});

async function made(ask: Ask, located: LocatedHistory, form: HistoryForm): Promise<Body> {
  const { release, query, request } = ask;
  const { model, workload, row, rows, runs, entries, isApart } = located;
  const history = await readHistory(release, runs, entries, {
    ...query,
    at: query.at?.[0] ?? null,
  });
  requireTier(ask, history.rates.id);
  const keys = historyKeys(query.keys);
  const { basis, interactivityBasis: speed } = history;
  const apart: Keys = isApart ? { basis, speed } : {};
  const others = rows.filter((one) => one.row !== row && one.runs.length > 1);
  return form.view({
    ask,
    history,
    links: historyLinks(history, request.origin, keys, HISTORY_OFFERS),
    siblings: others.map((one) => ({
      name: rankName(
        one.runs[0]!.key,
        { labels: keyLabels(one.runs[0]!.key, release.manifest.catalog.vocabulary) },
        ask.words.ranking,
      ),
      runs: one.runs.length,
      history: historyPath(`${model}/${workload}/${one.row}`, { ...keys, ...apart }),
    })),
  });
}
