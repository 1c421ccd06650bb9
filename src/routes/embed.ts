import { extensionOf } from '../forms.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ReleaseRoute, Route } from '../http/route.ts';
import type { LocatedComparison } from '../release/locate.ts';
import { EMBED_KEYS } from '../schema/query-parameters.ts';
import { comparisonKeys } from '../schema/query.ts';
import { embedPage } from '../view/embed/frame-page.ts';
import { comparisonPath, embedPath, themeKeys } from '../view/links.ts';
import { toDocument } from '../view/markup/html.ts';
import { answerAt, comparisonAt } from './located.ts';

const REFERENCE = '/embed/qwen-3-5/b300-fp4/mtp-vs-off';

const embed: ReleaseRoute<LocatedComparison> = {
  path: '/embed/{model}/{shared}/{sides}',
  patterns: ['/embed/*'],
  examples: [REFERENCE, `${REFERENCE}?editable=true&theme=dark&view=chart,table`],
  summary: 'A comparison for an iframe of any page',
  medium: 'html',
  kind: 'page',
  keys: EMBED_KEYS,
  isFramed: true,
  find(ask) {
    const { path } = ask.request;
    const value = comparisonAt(ask, path);
    if (extensionOf(path) === '') return { value, path: embedPath(value.id, {}) };
    throw new ProblemError('not-found', `${path}: an embed has no other form`, {
      nearest: [{ label: embedPath(value.id, {}), href: embedPath(value.id, {}) }],
    });
  },
  async make(ask, found) {
    const { query, request, words } = ask;
    const comparison = await answerAt(ask, found, query);
    const { view, metrics, isEditable, theme } = query;
    const keys = comparisonKeys(query.keys);
    const page = `${request.origin}${comparisonPath(found.id, keys)}`;
    const json = `${request.origin}${comparisonPath(found.id, keys, '.json')}`;
    const card = `${request.origin}${comparisonPath(found.id, { ...keys, ...themeKeys(theme) }, '.png')}`;
    return toDocument(
      embedPage({ comparison, page, json, card, view, metrics, isEditable, theme }, words),
    );
  },
};

export const EMBEDS: readonly Route[] = [embed];
