import type { History } from '../../core/history/history-types.ts';
import { NONE, decimalsFor, listText, rangeText } from '../format.ts';
import type { HistoryLinks } from '../history-links.ts';
import type { Words } from '../words/words.ts';
import {
  changeText,
  historyAnswer,
  historyDecimals,
  historyTitle,
  imagesOf,
} from './history-summary.ts';
import { escapedMarkdown, markdownList, markdownTable } from './markdown.ts';
import { noticeText } from './notice-text.ts';
import { rankCredits } from './ranking-credits.ts';

/**
 * A history as Markdown: title, answer, runs, notices, source line. Numbers have no thousands
 * separators, so that a program can read them too.
 */
export function historyMarkdown(h: History, links: HistoryLinks, all: Words): string {
  const { notices } = h;
  const rows = h.runs.map(({ side }) => side);
  const blocks = [
    `# ${escapedMarkdown(historyTitle(h, all))}`,
    escapedMarkdown(`${[h.model.label, h.workload.label, h.basis].join(' · ')}`),
    escapedMarkdown(historyAnswer(h, all)),
    runs(h, all).join('\n'),
    notices.length === 0
      ? null
      : `## ${all.markdown.notices}\n\n${markdownList(notices.map((notice) => noticeText(notice, all)))}`,
    [
      escapedMarkdown(
        all.ranking.source({ ...h, rows }, listText(rankCredits({ rows }, all.ranking))),
      ),
      [
        ...(['page', 'json', 'csv', 'pinned'] as const).map(
          (form) => `[${all.markdown.forms[form]}](${links[form]})`,
        ),
        `[${all.history.ranking}](${links.ranking})`,
      ].join(' · '),
    ].join('\n'),
  ];
  return `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
}

function runs(h: History, all: Words): string[] {
  const { columns } = all.history;
  const texts = (field: 'costPerMillionTokens' | 'joulesPerToken', digits: number) => {
    const numbers = h.runs.map(({ value }) => value && value[field]);
    const decimals = decimalsFor(numbers, digits);
    return numbers.map((number) => number?.toFixed(decimals) ?? NONE);
  };
  const [cost, energy] = [texts('costPerMillionTokens', 5), texts('joulesPerToken', 4)];
  const decimals = historyDecimals(h.runs);
  return markdownTable(
    [
      columns.run,
      columns.image,
      columns.points,
      columns.range,
      columns.throughput,
      columns.likely,
      columns.cost,
      columns.energy,
      columns.status,
      columns.change,
    ],
    h.runs.map((run, i) => [
      escapedMarkdown(run.side.label),
      escapedMarkdown(listText(imagesOf(run)) || NONE),
      String(run.side.knots.length),
      run.side.range ? rangeText(run.side.range) : NONE,
      run.value?.throughput?.toFixed(decimals.throughput) ?? NONE,
      run.value?.likely?.map((end) => end.toFixed(decimals.likely)).join(' to ') ?? NONE,
      cost[i]!,
      energy[i]!,
      run.value?.status ?? NONE,
      escapedMarkdown(changeText(run, all) ?? NONE),
    ]),
  );
}
