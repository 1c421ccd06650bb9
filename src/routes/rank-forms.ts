import {
  RANK_KEYS,
  RANK_PAGE_KEYS,
  RANK_PICTURE_KEYS,
  RANK_PNG_KEYS,
} from '../schema/query-parameters.ts';
import type { RankForm } from './rank-form.ts';
import { rankingPageForm } from './ranking-page.ts';
import { rankCard } from '../view/card/rank-card.ts';
import { drawnCard } from './card.ts';
import { rankingChartSvg } from '../view/text/ranking-chart-svg.ts';
import { rankingCsv } from '../view/text/ranking-csv.ts';
import { rankingDocument } from '../view/text/ranking-json.ts';
import { rankingMarkdown } from '../view/text/ranking-markdown.ts';

/** Every form of a ranking. What is served, linked, offered and described follows from these rows. */
export const RANK_FORMS: readonly RankForm[] = [
  {
    name: 'page',
    extension: '',
    medium: 'html',
    takes: RANK_PAGE_KEYS,
    view: (ranked) => rankingPageForm(ranked, RANK_OFFERS),
  },
  {
    name: 'json',
    extension: '.json',
    medium: 'json',
    takes: RANK_KEYS,
    isData: true,
    schema: 'Ranking',
    view: ({ ranking, links, ask: { query, words } }) =>
      JSON.stringify(rankingDocument(ranking, links, query.keys, words)),
  },
  {
    name: 'csv',
    extension: '.csv',
    medium: 'csv',
    takes: RANK_KEYS,
    isData: true,
    view: ({ ranking, links, ask }) => rankingCsv(ranking, links, ask.words.ranking),
  },
  {
    name: 'md',
    extension: '.md',
    medium: 'md',
    takes: RANK_KEYS,
    isData: true,
    view: ({ ranking, links, ask }) => rankingMarkdown(ranking, links, ask.query.keys, ask.words),
  },
  {
    name: 'chart',
    extension: '.chart.svg',
    medium: 'svg',
    takes: RANK_PICTURE_KEYS,
    view: ({ ranking, ask: { query, words } }) => rankingChartSvg(ranking, words, query.theme),
  },
  {
    name: 'svg',
    extension: '.svg',
    medium: 'svg',
    takes: RANK_PICTURE_KEYS,
    isPicture: true,
    view: ({ ranking, ask }) => drawnCard((...how) => rankCard(ranking, ...how), ask, 'svg'),
  },
  {
    name: 'png',
    extension: '.png',
    medium: 'png',
    takes: RANK_PNG_KEYS,
    isPicture: true,
    view: ({ ranking, ask }) => drawnCard((...how) => rankCard(ranking, ...how), ask, 'png'),
  },
];

/** What a page offers: the other forms. */
export const RANK_OFFERS = RANK_FORMS.filter(({ extension }) => extension !== '');
