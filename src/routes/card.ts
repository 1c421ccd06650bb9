import type { ThemeName } from '../core/theme-names.ts';
import type { Ask, Body } from '../http/route.ts';
import { sha256Hex } from '../kv/content.ts';
import { cardName } from '../kv/keys.ts';
import type { LocatedComparison } from '../release/locate.ts';
import { renderPng } from '../render/png.ts';
import { renderSvg } from '../render/svg.ts';
import type { Query, QueryKeys } from '../schema/query.ts';
import type { Theme } from '../view/brand.ts';
import type { CardElement } from '../view/card/element.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import { themes } from '../view/figure/theme.ts';
import { hashedCardPath, withQuery } from '../view/links.ts';
import type { Words } from '../view/words/words.ts';

/**
 * The address of a card's PNG that names its content: it holds a hash of the build, the release and
 * the card's own address, so that what it answers never changes.
 *
 * @param id - of a comparison, or `rankCardId` of a ranking
 * @returns path and query
 */
export async function cardAddress(
  { build, release }: Pick<Ask, 'build' | 'release'>,
  id: string,
  keys: QueryKeys,
): Promise<string> {
  const pinned = { ...keys, release: release.manifest.id };
  const hash = await sha256Hex(`${build} ${withQuery(id, pinned)}`);
  return hashedCardPath(hash.slice(0, 16), id, pinned);
}

/**
 * The card that was drawn when the release was published; `null` where the address is no preset's,
 * or asks for anything but a theme or a release.
 */
export async function publishedCard(
  { release, query }: Ask,
  { id }: LocatedComparison,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { cards } = release.manifest;
  const name = cardName(id, themeOf(query));
  const isPlain = Object.keys(query.keys).every((key) => key === 'theme' || key === 'release');
  const ref = isPlain && Object.hasOwn(cards, name) ? cards[name] : undefined;
  if (ref === undefined) return null;
  const base64 = new TextDecoder().decode(await release.bytes(ref));
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * A card drawn on demand.
 *
 * @param card - its tree, in a theme and a language
 * @throws ProblemError beyond the client's limit, or while too many are drawn
 */
export async function drawnCard(
  card: (theme: Theme, words: Words, options: { readonly isPinned: boolean }) => CardElement,
  { request, query, words, drawing }: Ask,
  medium: 'svg' | 'png',
): Promise<Body> {
  return drawing(medium === 'svg' ? 1 : query.scale, async () => {
    const made = card(themes[themeOf(query)], words, { isPinned: isPinned({ request, query }) });
    const svg = await renderSvg(made, CARD_SIZE);
    return medium === 'svg' ? svg : renderPng(svg, query.scale);
  });
}

/** Whether whoever asks chose the release; link previews name one only for their cache. */
function isPinned({ request, query }: Pick<Ask, 'request' | 'query'>): boolean {
  return query.keys.release !== undefined && !request.path.startsWith('/cards/');
}

function themeOf({ theme }: Query): ThemeName {
  return theme === 'dark' ? 'dark' : 'light';
}
