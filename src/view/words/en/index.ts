import { address } from './address.ts';
import { api } from './api.ts';
import { badge } from './badge.ts';
import { builder } from './builder.ts';
import { card } from './card.ts';
import { chart } from './chart.ts';
import { element } from './element.ts';
import { figure } from './figure.ts';
import { forms } from './forms.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { markdown } from './markdown.ts';
import { method } from './method.ts';
import { notices } from './notices.ts';
import { page } from './page.ts';
import { places } from './places.ts';
import { ranking } from './ranking.ts';
import { queryWords } from './query-words.ts';
import { search } from './search.ts';
import { summary } from './summary.ts';
import { units } from './units.ts';

/** English: everything that readers read, by where it stands. */
export const en = {
  /** as in the attribute of that name */
  lang: 'en',
  address,
  api,
  badge,
  builder,
  card,
  chart,
  element,
  figure,
  forms,
  history,
  home,
  markdown,
  method,
  notices,
  page,
  places,
  queryWords,
  ranking,
  search,
  summary,
  units,
};
