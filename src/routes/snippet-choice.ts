import type { Comparison } from '../core/comparison-types.ts';
import type { Release } from '../kv/store.ts';
import { comparisonDocument } from '../view/text/json.ts';
import { addKeys, comparisonLinks, embedLink } from '../view/links.ts';
import type { EmbedOptions } from '../view/links.ts';
import type { SnippetChoice, SnippetScript } from '../view/embed/snippets.ts';
import { integrityOf } from './widgets.ts';

export interface SnippetOptions extends EmbedOptions {
  readonly isPinned: boolean;
  readonly isMoving: boolean;
}

/**
 * What the snippets of a comparison are made of: always the specific address, so that what an embed
 * shows cannot become another question when data arrive.
 *
 * @param query - canonical query of the comparison
 */
export async function snippetChoice(
  release: Release,
  comparison: Comparison,
  { origin, query }: { readonly origin: string; readonly query: string },
  options: SnippetOptions,
): Promise<SnippetChoice> {
  const { view, metrics, theme, isEditable, isPinned, isMoving } = options;
  const links = comparisonLinks(comparison, origin, query);
  const page = isPinned ? links.pinned : links.specific;
  const picture = page.replace(/(?=\?|$)/, '.png');
  const embed = embedLink(links.embed, options);
  return {
    comparison,
    page,
    png: addKeys(picture, theme === 'auto' ? {} : { theme }),
    embed: isPinned ? addKeys(embed, { release: release.manifest.id }) : embed,
    script: await elementScript(release, origin, isMoving),
    view,
    metrics,
    theme,
    isEditable,
    // The data's own links lead where the snippet's do.
    document: JSON.stringify(comparisonDocument(comparison, { ...links, page, png: picture })),
  };
}

/** The script to load: this release's by its hash, or the moving one where there is none. */
async function elementScript(
  release: Release,
  origin: string,
  isMoving: boolean,
): Promise<SnippetScript> {
  const { scripts } = release.manifest;
  const current = scripts['matchpoint.js'];
  const name = Object.keys(scripts).find(
    (candidate) => candidate !== 'matchpoint.js' && scripts[candidate]!.hash === current?.hash,
  );
  if (isMoving || current === undefined || name === undefined) {
    return { url: `${origin}/widgets/matchpoint.js`, integrity: null };
  }
  return {
    url: `${origin}/widgets/${name}`,
    integrity: await integrityOf(await release.bytes(current)),
  };
}
