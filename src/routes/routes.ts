import type { Route } from '../http/route.ts';
import { API } from './api.ts';
import { BADGES } from './badge.ts';
import { CHANGES } from './changes.ts';
import { COMPARISONS } from './comparison.ts';
import { DATA } from './data.ts';
import { EMBEDS } from './embed.ts';
import { BUILDER } from './embed-builder.ts';
import { HISTORIES } from './history.ts';
import { OEMBED } from './oembed.ts';
import { PAGES } from './pages.ts';
import { RANK_BUILDERS } from './rank-builder.ts';
import { RANK_CHARTS } from './rank-chart.ts';
import { RANK_EMBEDS } from './rank-embed.ts';
import { RANKINGS } from './ranking.ts';
import { SEARCH } from './search.ts';
import { SITE } from './site.ts';
import { SWEEPS } from './sweeps.ts';
import { WIDGETS } from './widgets.ts';

/** Every address of the site. */
export const ROUTES: readonly Route[] = [
  // before comparisons, whose cards and frames have addresses with as many parts
  ...RANKINGS,
  ...RANK_CHARTS,
  ...HISTORIES,
  ...RANK_EMBEDS,
  ...COMPARISONS,
  ...EMBEDS,
  ...BADGES,
  ...RANK_BUILDERS,
  BUILDER,
  OEMBED,
  ...DATA,
  SWEEPS,
  CHANGES,
  ...PAGES,
  API,
  ...SEARCH,
  ...SITE,
  ...WIDGETS,
];
