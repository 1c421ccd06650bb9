import type { Context } from 'hono';
import type { Comparison } from '../core/comparison-types.ts';
import type { AppEnv } from '../env.ts';
import { MEDIA } from '../http/media.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { cardName } from '../kv/keys.ts';
import type { Release } from '../kv/store.ts';
import { renderPng } from '../render/png.ts';
import { renderSvg } from '../render/svg.ts';
import type { ComparisonQuery } from '../schema/query.ts';
import { comparisonCard } from '../view/card/card.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import { fallbackSvg } from '../view/card/fallback-svg.ts';
import { themes } from '../view/figure/theme.ts';
import type { ThemeName } from '../core/theme-names.ts';
import fallbackPng from '../render/fallback.png';

/** Seconds of the period that wrangler.toml gives the limit. */
const LIMIT_PERIOD_S = 60;

/**
 * The card that was drawn when the release was published.
 *
 * @param query - canonical query of the address
 * @returns `null` where the address is no preset's, or asks for anything but a theme or a release
 */
export async function publishedCard(
  release: Release,
  id: string,
  { theme, canonical }: Pick<ComparisonQuery, 'theme' | 'canonical'>,
): Promise<Uint8Array | null> {
  const { cards } = release.manifest;
  const name = cardName(id, themeOf(theme));
  const isPlain = canonical.split('&').every((pair) => /^(theme=|release=|$)/.test(pair));
  const ref = isPlain && Object.hasOwn(cards, name) ? cards[name] : undefined;
  if (ref === undefined) return null;
  const base64 = new TextDecoder().decode(await release.bytes(ref));
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * A card drawn on demand, within the client's limit; else the refusal.
 *
 * @param extension - `.svg` or `.png`
 */
export async function drawnCard(
  c: Context<AppEnv>,
  services: Services,
  comparison: Comparison,
  { theme, scale }: Pick<ComparisonQuery, 'theme' | 'scale'>,
  extension: '.svg' | '.png',
): Promise<string | Uint8Array | Response> {
  const client = c.req.header('CF-Connecting-IP') ?? 'local';
  const { success } = await c.env.RENDER_LIMIT.limit({ key: client });
  if (!success) {
    return problemAnswer(c, services, {
      slug: 'rate-limited',
      status: 429,
      detail: 'cards drawn on demand: the limit of this client is reached',
      isPage: false,
      headers: {
        'Retry-After': String(LIMIT_PERIOD_S),
        'RateLimit-Policy': `"cards";w=${LIMIT_PERIOD_S}`,
      },
    });
  }
  const card = comparisonCard(comparison, themes[themeOf(theme)]);
  const svg = await renderSvg(card, CARD_SIZE);
  return extension === '.svg' ? svg : renderPng(svg, scale);
}

/** A refusal with the fallback picture in place of its document, so that no image is broken. */
export function pictureRefusal(refusal: Response, extension: '.svg' | '.png'): Response {
  const headers = new Headers(refusal.headers);
  headers.set('Content-Type', extension === '.svg' ? MEDIA.svg : MEDIA.png);
  const body = extension === '.svg' ? fallbackSvg() : fallbackPng;
  return new Response(body, { status: refusal.status, headers });
}

function themeOf(theme: ComparisonQuery['theme']): ThemeName {
  return theme === 'dark' ? 'dark' : 'light';
}
