import { FIGURE_STYLE, FIGURE_SWITCH, PAIR_STYLE } from './style/figure.ts';
import { FORM_STYLE } from './style/form.ts';
import { BUILDER_STYLE } from './style/builder.ts';
import { COMPARISON_STYLE } from './style/comparison.ts';
import { HISTORY_STYLE } from './style/history.ts';
import { HOME_STYLE } from './style/home.ts';
import { BASE_STYLE } from './style/base.ts';
import { NOTICES_STYLE } from './style/notices.ts';
import { PROSE_STYLE } from './style/prose.ts';
import { ROW_STYLE } from './style/row.ts';
import { SECTIONS_STYLE } from './style/sections.ts';
import { RANK_CONTROLS_STYLE } from './style/rank-controls.ts';
import { RANK_CHART_STYLE } from './style/rank-chart.ts';
import { RANK_TABLE_STYLE } from './style/rank-table.ts';
import { RANKING_STYLE } from './style/ranking.ts';
import { SITE_STYLE } from './style/site.ts';
import { BAND_STYLE, PLOT_STYLE } from '../figure/plot-style.ts';
import { BEATEN_STYLE, RANK_PLOT_STYLE } from '../figure/rank-plot-style.ts';
import { SIDE_STYLE } from '../figure/side-style.ts';
import { TABLE_STYLE } from '../figure/table-style.ts';
import { themeRules } from '../figure/theme.ts';

/** What a comparison's page is made of, but for its figure. */
const COMPARISON_PARTS = [
  themeRules(':root'),
  BASE_STYLE,
  SITE_STYLE,
  NOTICES_STYLE,
  PAIR_STYLE,
  FIGURE_STYLE,
  ROW_STYLE,
  SECTIONS_STYLE,
  FORM_STYLE,
  COMPARISON_STYLE,
];

/** What the figure of a comparison is made of. */
const FIGURE_PARTS = [SIDE_STYLE, PLOT_STYLE, BAND_STYLE, TABLE_STYLE, FIGURE_SWITCH];

/** The look of most pages; what is more particular comes later. */
export const PAGE_STYLE = [
  ...COMPARISON_PARTS,
  BUILDER_STYLE,
  PROSE_STYLE,
  HOME_STYLE,
  ...FIGURE_PARTS,
].join('');

/** The look of a comparison's page, which is the heaviest: without what only other pages have. */
export const COMPARISON_PAGE_STYLE = [...COMPARISON_PARTS, ...FIGURE_PARTS].join('');

/** What pages with a style of their own use of {@link PAGE_STYLE}. */
const COMMON_STYLE = [
  themeRules(':root'),
  BASE_STYLE,
  SITE_STYLE,
  NOTICES_STYLE,
  ROW_STYLE,
  SECTIONS_STYLE,
  FORM_STYLE,
  SIDE_STYLE,
  PLOT_STYLE,
].join('');

/** The look of a ranking's page. */
export const RANKING_PAGE_STYLE = [
  COMMON_STYLE,
  RANK_CHART_STYLE,
  BEATEN_STYLE,
  RANK_TABLE_STYLE,
  RANK_CONTROLS_STYLE,
  RANKING_STYLE,
].join('');

/** The look of histories. */
export const HISTORY_PAGE_STYLE = COMMON_STYLE + RANK_PLOT_STYLE + HISTORY_STYLE;
