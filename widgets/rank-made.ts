import { configuration } from '../src/core/configuration-tokens.ts';
import { rankRows } from '../src/core/ranking/rank-rows.ts';
import type { UnpricedSide } from '../src/core/ranking/ranked-side.ts';
import type { RankFigure } from '../src/core/ranking/ranking-types.ts';
import { labelsOf } from '../src/view/figure/rank-chart-document.ts';
import type { RankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import { optionsOf } from './rank-question.ts';
import type { Question } from './rank-question.ts';

/** What of a ranking is made in the browser: all but who leads, sentences and notices. */
export function rankMade(
  document: RankChartDocument,
  sides: readonly UnpricedSide[],
  question: Question,
  leaders: RankFigure['leaders'],
): RankFigure {
  const options = optionsOf(question, document);
  const { id, model, workload, basis, tokenShares, card } = document;
  const { cost, show, filters } = options;
  const at = cost === null ? options.at : null;
  const read = rankRows({ ...document, sides, options, at });
  return {
    id,
    model,
    workload,
    basis,
    at,
    cost,
    by: read.by,
    chart: options.chart,
    show,
    stat: options.stat,
    ttftLimit: options.ttft,
    isMeasuredOnly: options.isMeasuredOnly,
    rates: card,
    util: options.util,
    tokenShares,
    labels: labelsOf(document),
    against: read.against,
    counts: {
      all: sides.length,
      fitting: read.filtered.rows.length,
      shown: read.rows.length,
    },
    rows: read.rows,
    leaders,
    configurations: Object.fromEntries(sides.map((side) => [side.key, configuration(side)])),
    filters: read.filtered.counts,
    asked: filters,
  };
}
