import type { History } from '../../core/history/history-types.ts';
import { byMetric } from '../../core/metrics.ts';
import { runsKeys, runsPath } from '../history-links.ts';
import type { HistoryLinks } from '../history-links.ts';
import { withQuery } from '../links.ts';
import type { Keys } from '../links.ts';
import type { Words } from '../words/words.ts';
import { historyAnswer, historyTitle } from './history-summary.ts';
import { unitsOf } from './json.ts';
import { noticeText } from './notice-text.ts';
import { rounded } from './rounded.ts';

/**
 * The JSON document of a history, version 1: every run as a side of a comparison has it, with what it
 * is worth at the target. Unknown is `null`.
 */
export function historyDocument(h: History, links: HistoryLinks, keys: Keys, words: Words): object {
  const { id, runs, notices, tokens, ...rest } = h;
  const origin = links.page.slice(0, links.page.indexOf('/history/'));
  const configuration = { model: h.model.key, workload: h.workload.key, tokens };
  const query = withQuery('', runsKeys(h, keys));
  return {
    version: 1,
    id,
    title: historyTitle(h, words),
    answer: historyAnswer(h, words),
    ...rounded(rest),
    units: unitsOf(words),
    runs: runs.map(({ token, side, value, ...run }, i) => {
      const before = runs[i - 1]?.token ?? null;
      const { key, label, run: name, date, usdPerGpuHour, powerKw, range, knots, quality } = side;
      const { side: _, ...read } = value ?? { ...NOTHING, side: key };
      return {
        key,
        token,
        label,
        run: name,
        date,
        ...rounded({ ...run, ...read, usdPerGpuHour, powerKw, range, knots, quality }),
        sources: side.sources,
        links:
          before === null || token === null
            ? {}
            : { comparison: `${origin}${runsPath(configuration, before, token)}${query}` },
      };
    }),
    notices: notices.map(({ facts: _, ...notice }, i) => ({
      ...notice,
      text: noticeText(notices[i]!, words),
    })),
    links,
  };
}

/** What a run reads where there is no target. */
const NOTHING = {
  status: null,
  ...byMetric(() => null),
  low: null,
  high: null,
  likely: null,
  concurrency: null,
  ttft: null,
  between: null,
};
