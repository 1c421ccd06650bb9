import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { StoreError } from '../kv/store-error.ts';
import { embedErrorPage } from '../view/embed/frame-page.ts';
import { errorPage } from '../view/page/error-page.ts';
import { toDocument } from '../view/markup/html.ts';
import { PROBLEMS } from '../view/words/en/method.ts';
import type { ProblemSlug } from '../view/words/en/method.ts';
import { wantsHtml } from './accept.ts';
import { CACHE } from './cache.ts';
import type { Caching } from './cache.ts';
import { MEDIA, mediaHeaders } from './media.ts';
import type { Services } from './services.ts';

export interface Problem {
  readonly slug: ProblemSlug;
  readonly status: 400 | 404 | 405 | 410 | 429 | 503;
  /** the thing, the value, the rule */
  readonly detail: string;
  /** a page address, where a browser gets a page */
  readonly isPage: boolean;
  /** what may have been meant: addresses, or words that have none */
  readonly nearest?: readonly { readonly label: string; readonly href: string }[];
  /** further members of the problem document */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Seconds after which a client may ask again when KV gave nothing. */
const RETRY_S = 10;

/** A refusal: RFC 9457 problem+json, or a page where a browser asks for one. */
export async function problemAnswer(
  c: Context<AppEnv>,
  { pagePolicy, embedPolicy }: Services,
  { slug, status, detail, isPage, nearest = [], more = {}, headers = {} }: Problem,
): Promise<Response> {
  const caching: Caching = status === 503 || status === 429 || status === 405 ? 'never' : 'refused';
  const { origin, pathname, search } = new URL(c.req.url);
  const type = `${origin}/method#problem-${slug}`;
  const [title] = PROBLEMS[slug];
  const isHtml = isPage && wantsHtml(c.req.header('Accept'));
  const medium = isHtml ? 'html' : 'problem';
  const links = nearest.map(({ label, href }) => ({ label, href: `${origin}${href}` }));
  const instance = `${pathname}${search}`;
  const isFramed = pathname.startsWith('/embed/'); // the reader of an iframe is told too
  const view = { status, title, detail, type, nearest };
  const body = isHtml
    ? toDocument(isFramed ? embedErrorPage(view) : errorPage(view))
    : JSON.stringify({
        type,
        title,
        status,
        detail,
        instance,
        ...more,
        ...(links.length > 0 && { nearest: links }),
      });
  return new Response(body, {
    status,
    headers: {
      ...mediaHeaders(medium, await (isFramed ? embedPolicy : pagePolicy)()),
      'Content-Type': MEDIA[medium],
      'Cache-Control': CACHE[caching],
      ...(isPage && { Vary: 'Accept' }),
      ...headers,
    },
  });
}

/** The problem that the store's refusal is. */
export function storeProblem({ refusal }: StoreError, isPage: boolean): Problem {
  if (refusal.kind === 'unavailable') {
    return {
      slug: 'unavailable',
      status: 503,
      detail: refusal.detail,
      isPage,
      headers: { 'Retry-After': String(RETRY_S) },
    };
  }
  const { release, kind, pointer } = refusal;
  const live = pointer.releases.filter(({ state }) => state === 'live').map(({ id }) => id);
  if (kind === 'gone') {
    const detail = `release ${release} has been removed; the current one is ${pointer.release}`;
    return { slug: 'gone', status: 410, detail, isPage, more: { current: pointer.release } };
  }
  return {
    slug: 'not-found',
    status: 404,
    detail: `release ${release} is not listed`,
    isPage,
    more: { current: pointer.release, releases: live },
  };
}

/** The answer to an error that got out of a handler. */
export async function errorAnswer(
  c: Context<AppEnv>,
  services: Services,
  error: Error,
): Promise<Response> {
  const isPage = !/\.[a-z]+$/.test(new URL(c.req.url).pathname);
  if (error instanceof StoreError) {
    return problemAnswer(c, services, storeProblem(error, isPage));
  }
  console.error(error); // oxlint-disable-line no-console -- the one record of a bug in production
  const body = { type: 'about:blank', title: 'Internal error', status: 500 };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: {
      ...mediaHeaders('problem', ''),
      'Content-Type': MEDIA.problem,
      'Cache-Control': CACHE.never,
    },
  });
}
