import { Hono } from 'hono';
import type { Context } from 'hono';
import { buildOf } from '../env.ts';
import type { AppEnv } from '../env.ts';
import { parseRequest } from '../http/address.ts';
import type { RequestAddress } from '../http/address.ts';
import { releaseAnswer } from '../http/answer.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { kvReader } from '../kv/reader.ts';
import type { Release } from '../kv/store.ts';
import { COMPARISON_KEYS, EMBED_KEYS } from '../schema/query-parameters.ts';
import { CARD_SIZE } from '../view/card/size.ts';
import { FRAME_WIDTH, embedFrame, frameHeight } from '../view/embed/frame.ts';
import { toHtml } from '../view/markup/html.ts';
import { comparisonLinks, embedLink } from '../view/links.ts';
import { en as words } from '../view/words/en/page.ts';
import { cardAddress } from './card-address.ts';
import { comparisonPart } from './embed.ts';
import { locateComparison } from '../release/locate.ts';
import { readComparison } from '../release/comparison.ts';
import { requestQuery } from './request.ts';

export const oembedExamples = [
  '/oembed?url=https%3A%2F%2Fmatchpoint.example%2Fcompare%2Fqwen-3-5%2Fb300-fp4%2Fmtp-vs-off',
];

const MAX_PX = 10_000;

/** `/oembed?url=…`: how to embed a comparison, by https://oembed.com, as an iframe. */
export function oembedRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/oembed', (c) => {
    const asked = parseAsked(c.req.query());
    if ('problem' in asked) {
      const { key, value, rule } = asked.problem;
      const detail = `${key}=${value}: ${key} ${rule}`;
      const more = { key, value, rule };
      const problem = { slug: 'invalid-query', status: 400, detail, isPage: false, more } as const;
      return problemAnswer(c, services, problem);
    }
    const { url, limits } = asked;
    const pin = url.query.find(([key]) => key === 'release')?.[1] ?? null;
    return services.store.withRelease(kvReader(c.env.KV), pin, (release) =>
      answerOembed(c, services, release, url, limits),
    );
  });
}

/** px that the consumer has at most */
interface Limits {
  readonly width: number;
  readonly height: number;
}
type Asked =
  | { readonly url: RequestAddress; readonly limits: Limits }
  | { readonly problem: { key: string; value: string; rule: string } };

function parseAsked(query: Readonly<Record<string, string>>): Asked {
  const { url = '', format = 'json' } = query;
  const problem = (key: string, value: string, rule: string) => ({ problem: { key, value, rule } });
  if (format !== 'json') return problem('format', format, 'is json');
  const parsed = parseRequest(url);
  const rule = 'is the address of a comparison on this site';
  if (!/^https?:\/\//.test(url) || 'problem' in parsed) return problem('url', url, rule);
  const limits = { width: MAX_PX, height: MAX_PX };
  for (const [key, side] of [
    ['maxwidth', 'width'],
    ['maxheight', 'height'],
  ] as const) {
    const value = query[key] ?? '';
    if (value === '') continue;
    const px = Number(value);
    if (!/^\d+$/.test(value) || px < 1 || px > MAX_PX) {
      return problem(key, value, `is a whole number of pixels from 1 to ${MAX_PX}`);
    }
    limits[side] = px;
  }
  return { url: parsed.value, limits };
}

async function answerOembed(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  url: RequestAddress,
  limits: Limits,
): Promise<Response> {
  const notFound = (detail: string) =>
    problemAnswer(c, services, { slug: 'not-found', status: 404, detail, isPage: false });
  const { origin } = new URL(c.req.url);
  if (url.origin !== origin) return notFound(`${url.origin} is not this site, ${origin}`);
  if (!/^\/(zh\/)?(compare|embed)[-/]/.test(url.path)) {
    return notFound(`${url.path}: no comparison`);
  }
  const located = locateComparison(url.path, release);
  if ('problem' in located) return notFound(`"${located.problem.token}": ${located.problem.rule}`);
  const query = await requestQuery(c, services, {
    release,
    request: url,
    names: url.path.startsWith('/embed/') ? EMBED_KEYS : COMPARISON_KEYS,
    isPage: false,
  });
  if (query instanceof Response) return query;

  const { address, id } = located.value;
  const { pathname, search } = new URL(c.req.url);
  const form = { medium: 'json', address: `${pathname}${search}`, kind: 'data' } as const;
  return releaseAnswer(c, services, release, form, async () => {
    const comparison = await readComparison(release, address, query);
    if (comparison === null) return notFound(`${id}: fewer than two sides have data`);
    const part = comparisonPart(query.canonical);
    const embed = embedLink(comparisonLinks(comparison, origin, part).embed, query);
    const card = await cardAddress(buildOf(c.env), release.manifest.id, id, part);
    const { title } = comparison;
    const size = {
      width: Math.min(FRAME_WIDTH, limits.width),
      height: Math.min(frameHeight(comparison, query.view, query.isEditable), limits.height),
    };
    return JSON.stringify({
      version: '1.0',
      type: 'rich',
      title,
      provider_name: words.site,
      provider_url: `${origin}/`,
      cache_age: 3600,
      html: toHtml(embedFrame(embed, title, size)),
      ...size,
      thumbnail_url: `${origin}${card}`,
      thumbnail_width: CARD_SIZE.width,
      thumbnail_height: CARD_SIZE.height,
    });
  });
}
