import { titleAsAsked } from '../view/text/title.ts';
import { parseRequest } from '../http/address.ts';
import type { RequestAddress } from '../http/address.ts';
import { ProblemError, invalidQuery } from '../http/problem-error.ts';
import type { Ask, ReleaseRoute } from '../http/route.ts';
import { pinIn, queryOf } from '../http/serve.ts';
import {
  COMPARISON_KEYS,
  EMBED_KEYS,
  OEMBED_KEYS,
  PARAMETERS,
  RANK_PAGE_KEYS,
  RANK_PICTURE_KEYS,
} from '../schema/query-parameters.ts';
import { comparisonKeys, rankKeys } from '../schema/query.ts';
import type { QueryKeys } from '../schema/query.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import { FRAME_WIDTH, embedFrame, frameHeight } from '../view/embed/frame.ts';
import {
  embedKeys,
  embedPath,
  rankCardId,
  rankEmbedPath,
  specificQuestion,
  themeKeys,
} from '../view/links.ts';
import { rankFrameHeight } from '../view/embed/rank-frame-height.ts';
import { specificRankKeys } from '../view/rank-links.ts';
import { rankQuestion } from '../view/text/ranking-summary.ts';
import { rankingAt, rankingAnswer } from './located-ranking.ts';
import { RANK_OFFERS } from './rank-forms.ts';
import { toHtml } from '../view/markup/html.ts';
import { cardAddress } from './card.ts';
import { answerAt, comparisonAt } from './located.ts';
import { SITE_NAME } from '../view/brand.ts';
import { WORDS } from '../view/words/words.ts';

/** `/oembed?url=…`: how to embed a comparison or a ranking, by https://oembed.com, as an iframe. */
export const OEMBED: ReleaseRoute<RequestAddress> = {
  path: '/oembed',
  examples: [
    '/oembed?url=https%3A%2F%2Fmatchpoint.example%2Fcompare%2Fqwen-3-5%2Fb300-fp4%2Fmtp-vs-off',
  ],
  summary: 'How to embed a comparison or a ranking, by oembed.com',
  schema: 'OEmbed',
  medium: 'json',
  kind: 'data',
  keys: OEMBED_KEYS,
  isLenient: true, // consumers add their keys in an order of their own, and few follow redirects
  pinOf: (request) => pinIn(embedded(request)),
  find: ({ request }) => ({ value: embedded(request), path: request.path }),
  make: oembed,
};

/** The address that is to be embedded. */
function embedded({ query }: RequestAddress): RequestAddress {
  const url = query.find(([key]) => key.toLowerCase() === 'url')?.[1].trim() ?? '';
  const parsed = parseRequest(url);
  if (/^https?:\/\/[^/]/.test(url) && 'value' in parsed) return parsed.value;
  throw invalidQuery({ key: 'url', value: url, rule: PARAMETERS.url.rule });
}

async function oembed(ask: Ask, url: RequestAddress): Promise<string> {
  const { request, query: limits } = ask;
  const { origin } = request;
  if (limits.format === 'xml') {
    throw new ProblemError('not-implemented', 'format=xml: oEmbed is answered as json only');
  }
  if (origin === '') {
    throw new ProblemError('not-found', 'ORIGIN is not configured, and an embed needs it');
  }
  if (url.origin !== origin) {
    throw new ProblemError('not-found', `${url.origin} is not this site, ${origin}`);
  }
  const { title, embed, heightAt, cardId, keys } = await embeddedAt(ask, url);
  const width = Math.min(FRAME_WIDTH, limits.maxWidth ?? FRAME_WIDTH);
  const height = heightAt(width);
  const size = { width, height: Math.min(height, limits.maxHeight ?? height) };
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title,
    provider_name: SITE_NAME,
    provider_url: `${origin}/`,
    cache_age: 3600,
    html: toHtml(embedFrame(`${origin}${embed}`, title, size)),
    ...size,
    ...(await thumbnail(ask, cardId, keys)),
  });
}

/** What is embedded. */
interface Embedded {
  readonly title: string;
  /** path and query for the frame, which cannot become that of another question */
  readonly embed: string;
  /** about the height of the frame at a width, px */
  readonly heightAt: (width: number) => number;
  /** what its card's address names, and the keys that it is asked with */
  readonly cardId: string;
  readonly keys: QueryKeys;
}

function embeddedAt(ask: Ask, url: RequestAddress): Promise<Embedded> {
  if (/^\/(embed\/)?rank\//.test(url.path)) return embeddedRanking(ask, url);
  if (/^\/(zh\/)?(compare|embed)[-/]/.test(url.path)) return embeddedComparison(ask, url);
  throw new ProblemError('not-found', `${url.path}: no comparison and no ranking`);
}

async function embeddedComparison(ask: Ask, url: RequestAddress) {
  const { path } = url;
  const names = path.startsWith('/embed/') ? EMBED_KEYS : COMPARISON_KEYS;
  const query = queryOf(url, names, ask.release, 'drop-tracking');
  const words = WORDS[query.lang]; // of the address that is embedded
  const asked = { ...ask, words };
  const found = comparisonAt(asked, path, 'not-found');
  const comparison = await answerAt(asked, found, query);
  const own = comparisonKeys(query.keys);
  const { id, keys } = specificQuestion(comparison, own);
  return {
    title: titleAsAsked(comparison, words),
    embed: embedPath(id, { ...keys, ...embedKeys(query) }),
    heightAt: (width: number) => frameHeight(comparison, query, width, words),
    cardId: found.id,
    keys: own,
  };
}

async function embeddedRanking(ask: Ask, url: RequestAddress) {
  const isFrame = url.path.startsWith('/embed/');
  const form = isFrame
    ? undefined
    : RANK_OFFERS.find(({ extension }) => url.path.endsWith(extension));
  const names = isFrame ? RANK_PICTURE_KEYS : (form?.takes ?? RANK_PAGE_KEYS);
  const query = queryOf(url, names, ask.release, 'drop-tracking');
  const words = WORDS[query.lang];
  const asked = { ...ask, query, words, request: url };
  const found = rankingAt(asked, isFrame ? '/embed/rank/' : '/rank/', form?.extension);
  const { ranking } = await rankingAnswer(asked, found);
  const keys = rankKeys(query.keys);
  return {
    title: rankQuestion(ranking, words),
    embed: rankEmbedPath(ranking.id, {
      ...specificRankKeys(ranking, keys),
      ...themeKeys(query.theme),
    }),
    heightAt: (width: number) => rankFrameHeight(ranking, width, words),
    cardId: rankCardId(ranking.id),
    keys,
  };
}

/** The card at the largest scale that fits the limits; nothing where none does. */
async function thumbnail(ask: Ask, id: string, keys: QueryKeys): Promise<object> {
  const { maxWidth, maxHeight } = ask.query;
  for (const scale of [1, 0.5]) {
    const [width, height] = [CARD_SIZE.width * scale, CARD_SIZE.height * scale];
    if (width > (maxWidth ?? width) || height > (maxHeight ?? height)) continue;
    const sized = scale === 1 ? keys : { ...keys, scale: String(scale) };
    return {
      thumbnail_url: `${ask.request.origin}${await cardAddress(ask, id, sized)}`,
      thumbnail_width: width,
      thumbnail_height: height,
    };
  }
  return {};
}
