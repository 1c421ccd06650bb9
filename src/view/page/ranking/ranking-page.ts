import type { Ranking } from '../../../core/ranking/ranking-types.ts';
import { rowHistories } from '../../history-links.ts';
import { RANKING_SCRIPT } from '../../links.ts';
import type { Keys } from '../../links.ts';
import { h } from '../../markup/markup.ts';
import type { Child, Markup } from '../../markup/markup.ts';
import type { RankLinks } from '../../rank-links.ts';
import { notDrawnNote, rankChartNotes } from '../../text/rank-chart-notes.ts';
import {
  leadersSentence,
  rankAnswer,
  rankNoticeText,
  rankQuestion,
} from '../../text/ranking-summary.ts';
import type { Words } from '../../words/words.ts';
import type { FormOffer } from '../../form-offer.ts';
import { linkList } from '../link-list.ts';
import { noticeItems } from '../notice-items.ts';
import { section } from '../section.ts';
import { page } from '../page.ts';
import type { PageImage } from '../page.ts';
import { datasetData } from '../dataset-data.ts';
import { listText } from '../../format.ts';
import { rankCredits } from '../../text/ranking-credits.ts';
import { RANKING_PAGE_STYLE } from '../styles.ts';
import { rankChartControls, workloadControl } from '../../figure/rank-chart-controls.ts';
import { rankControls } from '../../figure/rank-controls.ts';
import { ANSWER_SCRIPT } from './answer-script.ts';
import { rankCharts } from './chart.ts';
import { plainForm } from './plain-form.ts';
import { rankingSources } from './sources.ts';
import { rankName } from '../../figure/rank-name.ts';
import { PLAIN_LOOK, rankTable } from '../../figure/rank-table.ts';

/** px that the charts are drawn for */
const CHARTS = { wide: { width: 1080, height: 440 }, narrow: { width: 344, height: 420 } };

interface RankingView {
  readonly ranking: Ranking;
  /** absolute addresses */
  readonly links: RankLinks;
  /** what it was asked with */
  readonly keys: Keys;
  /** what it can be taken along as */
  readonly offers: readonly FormOffer[];
  /** rankings of the model's other workloads */
  readonly workloads: readonly {
    readonly key: string;
    readonly workload: string;
    readonly label: string;
    readonly href: string;
  }[];
  /** its card, for link previews */
  readonly image?: PageImage | null;
}

/** The page of a ranking, complete without a script. */
export function rankingPage(view: RankingView, all: Words): Markup {
  const { ranking: r, links, offers, keys, workloads, image = null } = view;
  const words = all.ranking;
  const { zoom: _, ...formKeys } = keys; // another question has other numbers
  const title = rankQuestion(r, all);
  const answer = rankAnswer(r, all);
  const leaders = leadersSentence(r, all);
  const data = offers.filter(({ isData }) => isData);
  return page(
    all,
    {
      title,
      description: answer,
      canonical: links.page,
      alternates: [...data, { type: 'application/json+oembed', href: links.oembed }],
      image,
      data: datasetData({
        name: title,
        description: answer,
        page: links.page,
        id: r.id,
        release: r.release,
        sources: r.rows.flatMap(({ sources }) => sources),
        credits: listText(rankCredits(r, words)),
        variables: [`${words.metrics[r.by].name}, ${words.metrics[r.by].unit}`],
        mostSources: 3,
        forms: data,
      }),
      style: RANKING_PAGE_STYLE,
      modules: [RANKING_SCRIPT],
      scripts: [ANSWER_SCRIPT],
    },
    h('p', { class: 'eyebrow' }, [r.model.label, r.workload.label, r.basis].join(' · ')),
    h('h1', null, title),
    h('p', { class: 'lead' }, answer),
    h('p', { class: 'text leading' }, leaders),
    notices(r, all),
    h(
      'matchpoint-rank',
      { src: links.page, address: true },
      rankControls(
        r,
        formKeys,
        words,
        [
          workloads.length > 0 &&
            workloadControl(
              r.workload.label,
              Object.fromEntries(workloads.map(({ key, workload }) => [key, workload])),
              words.chartForm,
            ),
          rankChartControls(r, keys, words),
        ],
        plainForm(r, formKeys, words),
      ),
      chart(r, all),
      h(
        'section',
        { class: 'ranking' },
        h('h2', null, words.tableTitle),
        rankTable(r, keys, words, PLAIN_LOOK),
      ),
    ),
    h('p', { class: 'fine-print' }, `${words.method} ${words.tableNote}`),
    earlierRuns(r, keys, all),
    rankingSources(r, links, all),
    section(
      words.links,
      linkList([
        ...offers.map(({ name, href }) => ({ label: all.forms[name].label, href })),
        { label: words.sweeps, href: links.sweeps },
        { label: words.embed.link, href: links.builder },
      ]),
    ),
    workloads.length > 0 && section(words.otherWorkloads, linkList(workloads)),
  );
}

/** Rows whose earlier runs are a link here; the page of each leads to those of the others. */
const MOST_HISTORIES = 8;

/** The way to the earlier runs of the first rows that have some, under what scripts draw anew. */
function earlierRuns(r: Ranking, keys: Keys, all: Words): Child {
  const { history: words, ranking } = all;
  const links = rowHistories(r, keys).map(({ key, history }) => ({
    label: words.rowRuns(rankName(r.configurations[key]!, r, ranking), r.runs[key]!),
    href: history,
  }));
  return links.length > 0 && section(words.earlier, linkList(links.slice(0, MOST_HISTORIES)));
}

function notices(r: Ranking, all: Words): Child {
  return h(
    'ul',
    {
      class: 'notices',
      'data-info': all.notices.severity.info,
      'data-warning': all.notices.severity.warning,
    },
    noticeItems(r.notices, (notice) => rankNoticeText(notice, all), all),
  );
}

/** The chart for wide screens and for narrow ones. */
function chart(r: Ranking, all: Words): Child {
  const words = all.ranking;
  const charts = rankCharts(r, CHARTS, all);
  const isEmpty = charts === null;
  if (isEmpty && r.chart.undrawn === 0) return null;
  const notes = isEmpty ? notDrawnNote(r, words) : rankChartNotes(r, words);
  return h(
    'figure',
    { class: 'rank-chart' },
    h('figcaption', null, h('h2', null, words.chartOver(words.metrics[r.chart.y].name, r.chart.x))),
    charts,
    h('p', { class: 'fine-print' }, notes.join(' ')),
  );
}
