import type { Context } from 'hono';
import { originOf } from '../env.ts';
import type { AppEnv, RefusalForm } from '../env.ts';
import { fallbackPng } from '#fallback';
import { fallbackSvg } from '../view/card/fallback-svg.ts';
import { missingBadgeSvg } from '../view/badge/badge-svg.ts';
import { embedErrorPage } from '../view/embed/frame-page.ts';
import { errorPage } from '../view/page/error-page.ts';
import { toDocument } from '../view/markup/html.ts';
import { LANGUAGES, WORDS } from '../view/words/words.ts';
import { wantsHtml } from './accept.ts';
import { CACHE } from './cache.ts';
import { contentType, mediaHeaders } from './media.ts';
import type { Medium } from './media.ts';
import { problemOf } from './problem-error.ts';
import type { ProblemError } from './problem-error.ts';
import type { Services } from './services.ts';

/**
 * The answer to an error that got out of a handler: for a refusal a document (RFC 9457), or, where
 * `refusalForm` says so, a page, a framed page or a picture; for anything else 500.
 */
export async function errorAnswer(
  c: Context<AppEnv>,
  services: Services,
  error: Error,
): Promise<Response> {
  const problem = problemOf(error);
  if (problem === null) console.error(error); // oxlint-disable-line no-console -- the one record of a bug in production
  const form = refusalForm(c);
  const isHtml = form.isPage && problem !== null && wantsHtml(c);
  const picture = form.picture === 'badge' ? 'svg' : form.picture;
  const medium: Medium = picture ?? (isHtml ? 'html' : 'problem');
  return new Response(form.picture === null ? text(c, problem, isHtml) : PICTURES[form.picture](), {
    status: problem?.status ?? 500,
    headers: {
      ...mediaHeaders(
        isHtml ? 'html' : 'problem',
        await (form.isFramed ? services.embedPolicy : services.pagePolicy)(originOf(c.env)),
        form.isFramed,
      ),
      'Content-Type': contentType(medium),
      'Cache-Control': CACHE[caching(problem)],
      ...(form.isPage && { Vary: 'Accept' }),
      ...problem?.facts.headers,
    },
  });
}

/** A refusal may come before the language is known. */
const words = WORDS[LANGUAGES[0]];

const PICTURES = {
  svg: () => fallbackSvg(words),
  png: () => fallbackPng,
  badge: () => missingBadgeSvg(words),
};

/** The form of a refusal that the route asks for; where no route fits, a page unless the address has an extension. */
function refusalForm(c: Context<AppEnv>): RefusalForm {
  const isPage = !/\.[a-z]+$/i.test(c.req.path);
  return c.get('refusalForm') ?? { isPage, isFramed: false, picture: null };
}

function caching(problem: ProblemError | null): 'never' | 'refused' {
  return problem === null || [405, 429, 503].includes(problem.status) ? 'never' : 'refused';
}

function text(c: Context<AppEnv>, problem: ProblemError | null, isHtml: boolean): string {
  if (problem === null) {
    return JSON.stringify({ type: 'about:blank', title: 'Internal error', status: 500 });
  }
  const { slug, status, message: detail, facts } = problem;
  const { nearest = [], more = {} } = facts;
  const { pathname, search } = new URL(c.req.url);
  const origin = originOf(c.env);
  const [title] = words.method.problemTypes[slug];
  const type = `${origin}/method#problem-${slug}`;
  if (isHtml) {
    const view = { status, title, detail, type, nearest };
    return toDocument(
      refusalForm(c).isFramed ? embedErrorPage(view, words) : errorPage(view, words),
    );
  }
  const links = nearest.map(({ label, href }) => ({ label, href: `${origin}${href}` }));
  const instance = `${pathname}${search}`;
  return JSON.stringify({
    type,
    title,
    status,
    detail,
    instance,
    ...more,
    ...(links.length > 0 && { nearest: links }),
  });
}
