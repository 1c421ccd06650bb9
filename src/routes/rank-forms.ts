import type { Medium } from '../http/media.ts';
import type { Ask } from '../http/route.ts';
import type { Ranking } from '../core/ranking/ranking-types.ts';
import { RANK_KEYS, RANK_PICTURE_KEYS } from '../schema/query-parameters.ts';
import type { ParameterName } from '../schema/query-parameters.ts';
import { rankingPageForm } from './ranking-page.ts';
import type { LinkedForm } from '../view/links.ts';
import type { RankLinks } from '../view/rank-links.ts';
import { rankingChartSvg } from '../view/text/ranking-chart-svg.ts';
import { rankingCsv } from '../view/text/ranking-csv.ts';
import { rankingDocument } from '../view/text/ranking-json.ts';
import { rankingMarkdown } from '../view/text/ranking-markdown.ts';
import type { Words } from '../view/words/words.ts';

/** A ranking, and what its forms say beside it. */
export interface Ranked {
  readonly ask: Ask;
  readonly ranking: Ranking;
  readonly links: RankLinks;
}

/** A form of a ranking: `/rank/<id><extension>`. */
export interface RankForm extends LinkedForm {
  /** in `links`, and among the words of forms */
  readonly name: keyof Words['forms'];
  readonly medium: Medium;
  /** query keys it takes */
  readonly takes: readonly ParameterName[];
  /** the whole ranking for programs */
  readonly isData?: boolean;
  /** its name in the OpenAPI description, if it has a shape */
  readonly schema?: string;
  readonly view: (ranked: Ranked) => string;
}

/** Every form of a ranking. What is served, linked, offered and described follows from these rows. */
export const RANK_FORMS: readonly RankForm[] = [
  {
    name: 'page',
    extension: '',
    medium: 'html',
    takes: RANK_KEYS,
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
    view: ({ ranking, links, ask }) => rankingMarkdown(ranking, links, ask.words),
  },
  {
    name: 'chart',
    extension: '.chart.svg',
    medium: 'svg',
    takes: RANK_PICTURE_KEYS,
    view: ({ ranking, ask: { query, words } }) => rankingChartSvg(ranking, words, query.theme),
  },
];

/** What a page offers: the other forms. */
export const RANK_OFFERS = RANK_FORMS.filter(({ extension }) => extension !== '');
