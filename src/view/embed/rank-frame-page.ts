import type { Ranking } from '../../core/ranking/ranking-types.ts';
import type { ThemeChoice } from '../../core/theme-names.ts';
import { SITE_NAME } from '../brand.ts';
import type { Keys } from '../links.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { rankCharts } from '../page/ranking/chart.ts';
import { PLAIN_LOOK, rankRows } from '../figure/rank-table.ts';
import {
  leadersSentence,
  rankAnswer,
  rankNoticeText,
  rankQuestion,
} from '../text/ranking-summary.ts';
import type { Words } from '../words/words.ts';
import { frameDocument } from './frame-document.ts';
import { rankFrameFoot } from './rank-frame-foot.ts';
import { FRAME_CHARTS, FRAME_ROWS } from './rank-frame-size.ts';
import { RANK_FRAME_STYLE } from './rank-frame-style.ts';

interface RankFrameView {
  readonly ranking: Ranking;
  /** absolute address of the ranking's page */
  readonly page: string;
  /** query keys that the ranking was asked with */
  readonly keys: Keys;
  readonly theme: ThemeChoice;
}

/** The document of a ranking's iframe: question, answer, chart, first rows and where the figures come from. */
export function rankFramePage(
  { ranking: r, page, keys, theme }: RankFrameView,
  all: Words,
): Markup {
  const words = all.ranking;
  const title = rankQuestion(r, all);
  const leaders = leadersSentence(r, all);
  const charts = rankCharts(r, FRAME_CHARTS, all);
  const rest = r.rows.length - FRAME_ROWS;
  return frameDocument(
    all,
    { title, style: RANK_FRAME_STYLE, theme, page },
    h('h1', null, h('a', { href: page }, title)),
    h('p', null, rankAnswer(r, all)),
    leaders !== null && h('p', { class: 'leading' }, leaders),
    charts && h('div', { class: 'rank-chart' }, charts),
    r.rows.length > 0 &&
      h(
        'div',
        { class: 'rank-scroll', tabindex: 0, role: 'region', 'aria-label': words.tableTitle },
        rankRows(r, r.rows.slice(0, FRAME_ROWS), keys, words, false, PLAIN_LOOK),
      ),
    rest > 0 && h('p', { class: 'more' }, h('a', { href: page }, words.embed.more(rest))),
    notices(r, all),
    h(
      'p',
      { class: 'foot' },
      `${rankFrameFoot(r, words)} `,
      h('a', { href: page }, SITE_NAME),
      '.',
    ),
  );
}

function notices(r: Ranking, all: Words): Child {
  if (r.notices.length === 0) return null;
  return h(
    'details',
    { class: 'notices' },
    h('summary', null, all.ranking.noteCount(r.notices.length)),
    h(
      'ul',
      null,
      r.notices.map((notice) =>
        h('li', null, `${all.notices.severity[notice.severity]}: ${rankNoticeText(notice, all)}`),
      ),
    ),
  );
}
