import type { Ranking, RankRow } from '../../core/ranking/ranking-types.ts';
import { rankName } from '../figure/rank-name.ts';
import { concurrencyText, rankNumber } from '../figure/rank-number.ts';
import { NONE, listText, secondsTexts } from '../format.ts';
import { rowHistories } from '../history-links.ts';
import type { Keys } from '../links.ts';
import type { RankLinks } from '../rank-links.ts';
import { rankConcurrencyOrigin } from './rank-concurrency.ts';
import type { Words } from '../words/words.ts';
import { escapedMarkdown, markdownList, markdownTable } from './markdown.ts';
import { rankCredits } from './ranking-credits.ts';
import { readFilesText } from './read-files.ts';
import { leadersSentence, rankAnswer, rankNoticeText, rankQuestion } from './ranking-summary.ts';
import { numberOrBound, withoutNumber } from './rank-value-text.ts';

/** A ranking as Markdown: question, answer, who leads where, rows, notices, source line. */
export function rankingMarkdown(r: Ranking, links: RankLinks, keys: Keys, all: Words): string {
  const words = all.ranking;
  const leaders = leadersSentence(r, all);
  const sources = r.rows.flatMap((row) => row.sources);
  const files = readFilesText(sources, all.markdown);
  const blocks = [
    `# ${escapedMarkdown(rankQuestion(r, all))}`,
    escapedMarkdown(rankAnswer(r, all)),
    leaders && escapedMarkdown(leaders),
    escapedMarkdown(`${words.counts(r)}.`),
    markdownTable(
      headOf(r, words),
      r.rows.map((row) => cellsOf(r, row, words)),
    ).join('\n'),
    histories(r, links, keys, all),
    r.notices.length === 0
      ? null
      : `## ${all.markdown.notices}\n\n${markdownList(r.notices.map((notice) => rankNoticeText(notice, all)))}`,
    [
      escapedMarkdown(words.source(r, listText(rankCredits(r, words)))),
      ...(files === null ? [] : [escapedMarkdown(files)]),
      (['page', 'json', 'csv', 'pinned'] as const)
        .map((form) => `[${all.markdown.forms[form]}](${links[form]})`)
        .join(' · '),
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
}

/** The way to the earlier runs of each row that has some. */
function histories(r: Ranking, { page }: RankLinks, keys: Keys, all: Words): string | null {
  const { history: words, ranking } = all;
  const origin = page.slice(0, page.indexOf('/rank/'));
  const links = rowHistories(r, keys).map(({ key, history }) => {
    const name = rankName(r.configurations[key]!, r, ranking);
    return `[${escapedMarkdown(words.rowRuns(name, r.runs[key]!))}](${origin}${history})`;
  });
  return links.length === 0 ? null : `${escapedMarkdown(words.earlier)}: ${links.join(' · ')}`;
}

function headOf({ by, cost }: Ranking, { columns, metrics }: Words['ranking']): string[] {
  return [
    columns.rank,
    columns.configuration,
    cost === null ? metrics[by].unit : columns.reached,
    columns.likely,
    columns.ratio,
    columns.ttft,
    columns.concurrency,
    columns.date,
  ];
}

function cellsOf(r: Ranking, row: RankRow, words: Words['ranking']): string[] {
  const number = rankNumber(row, r);
  const text = number === null ? withoutNumber(row, words) : numberOrBound(r, row, number, words);
  const digits = (value: number) => String(Number(value.toPrecision(4)));
  const [low = null, high = null] = number?.likely ?? [];
  const ttft = (row.value ?? row.bound)?.ttft;
  return [
    row.rank === null ? NONE : `${row.rank}${row.isTied ? '=' : ''}`,
    escapedMarkdown(rankName(row, r, words)),
    escapedMarkdown(text),
    number === null || number.isBound || low === null || high === null
      ? NONE
      : `${digits(low)} to ${digits(high)}`,
    row.ratio === null ? NONE : row.ratio.toFixed(3),
    ttft ? secondsTexts(ttft).join(' to ') : NONE,
    escapedMarkdown(concurrencyText(row) ?? (rankConcurrencyOrigin(row) || NONE)),
    row.date ?? NONE,
  ];
}
