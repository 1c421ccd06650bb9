import type { Comparison } from '../core/comparison-types.ts';
import { OFFERS } from '../forms.ts';
import type { Ask } from '../http/route.ts';
import { comparisonKeys } from '../schema/query.ts';
import type { Query } from '../schema/query.ts';
import type { SnippetChoice, SnippetScript } from '../view/embed/snippets.ts';
import {
  COMPARISON_SCRIPT,
  RESIZER_SCRIPT,
  badgePath,
  comparisonLinks,
  comparisonPath,
  embedKeys,
  embedPath,
  specificQuestion,
  themeKeys,
  widgetPath,
} from '../view/links.ts';
import { comparisonDocument } from '../view/text/json.ts';
import { integrityOf } from './widgets.ts';

/**
 * What the snippets of a comparison are made of: always the specific address, so that what an embed
 * shows cannot become another question when data arrive.
 */
export async function snippetChoice(
  { release, words, request: { origin } }: Ask,
  comparison: Comparison,
  query: Query,
): Promise<SnippetChoice> {
  const { view, metrics, theme, isEditable, isPinned, isMoving } = query;
  const asked = comparisonKeys(query.keys);
  const { id, keys } = specificQuestion(comparison, asked, isPinned);
  const page = `${origin}${comparisonPath(id, keys)}`;
  const picture = (more = {}) => `${origin}${comparisonPath(id, { ...keys, ...more }, '.png')}`;
  const links = comparisonLinks(comparison, origin, asked, OFFERS);
  return {
    comparison,
    page,
    png: picture(themeKeys(theme)),
    badge: `${origin}${badgePath(id, { ...keys, ...themeKeys(theme) }, '.svg')}`,
    embed: `${origin}${embedPath(id, { ...keys, ...embedKeys(query) })}`,
    script: await scriptToLoad(release, origin, COMPARISON_SCRIPT, isMoving),
    resizer: await scriptToLoad(release, origin, RESIZER_SCRIPT, isMoving),
    view,
    metrics,
    theme,
    isEditable,
    // The data's own links lead where the snippet's do.
    document: JSON.stringify(
      comparisonDocument(comparison, { ...links, page, png: picture() }, words),
    ),
  };
}

/** The script to load: this release's by its hash, or the moving one where there is none. */
export async function scriptToLoad(
  release: Ask['release'],
  origin: string,
  moving: string,
  isMoving: boolean,
): Promise<SnippetScript> {
  const { scripts } = release.manifest;
  const current = Object.entries(scripts).find(([name]) => widgetPath(name) === moving)?.[1];
  const name = Object.keys(scripts).find(
    (candidate) => widgetPath(candidate) !== moving && scripts[candidate]!.hash === current?.hash,
  );
  if (isMoving || current === undefined || name === undefined) {
    return { url: `${origin}${moving}`, integrity: null };
  }
  return {
    url: `${origin}${widgetPath(name)}`,
    integrity: await integrityOf(await release.bytes(current)),
  };
}
