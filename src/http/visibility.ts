import type { MiddlewareHandler } from 'hono';
import type { AppEnv, Env } from '../env.ts';
import { ProblemError } from './problem-error.ts';

/**
 * Whether only some may know of the site. Any word but `public` makes it so: a slip must not open
 * it.
 */
function isPrivate({ VISIBILITY = '' }: Env): boolean {
  return !['', 'public'].includes(VISIBILITY.trim().toLowerCase());
}

/** The sites that may read and frame a private one; what is no scheme and host is none. */
function allowedOrigins({ ALLOWED_ORIGINS = '' }: Env): string[] {
  const written = ALLOWED_ORIGINS.split(/[\s,]+/);
  return written.filter((text) => URL.canParse(text) && new URL(text).origin === text);
}

/**
 * Every answer of a private site as it is for those who may have it: no index, no shared cache, read
 * and framed only by the sites of the list. Public ones stay as they are.
 *
 * It stands around all else, for what is kept of finished answers is the same for every reader.
 */
export const visibility: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!isPrivate(c.env)) return next();
  await next();
  const allowed = allowedOrigins(c.env);
  const headers = new Headers(c.res.headers);
  headers.set('X-Robots-Tag', 'noindex');
  headers.set('Cache-Control', (headers.get('Cache-Control') ?? '').replace('public', 'private'));
  const origin = c.req.header('Origin');
  if (headers.has('Access-Control-Allow-Origin')) {
    headers.append('Vary', 'Origin');
    headers.delete('Timing-Allow-Origin');
    if (origin !== undefined && allowed.includes(origin)) {
      headers.set('Access-Control-Allow-Origin', origin);
    } else headers.delete('Access-Control-Allow-Origin');
  }
  if (allowed.length === 0 && headers.has('Cross-Origin-Resource-Policy')) {
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  }
  const policy = headers.get('Content-Security-Policy');
  if (policy !== null && !policy.includes('frame-ancestors')) {
    const ancestors = ["'self'", ...allowed].join(' ');
    headers.set('Content-Security-Policy', `${policy}; frame-ancestors ${ancestors}`);
  }
  const { status, body } = c.res;
  c.res = undefined; // else Hono would join the headers of both
  c.res = new Response(body, { status, headers });
};

/** Has a private site give crawlers no list of its pages, and no leave to look for them. */
export const crawlersRefused: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { path, method } = c.req;
  const isRefusing = isPrivate(c.env) && ['GET', 'HEAD'].includes(method);
  if (isRefusing && path === '/sitemap.xml') {
    throw new ProblemError('not-found', `${path}: this site is private`);
  }
  await next();
  if (isRefusing && path === '/robots.txt') {
    c.res = new Response(method === 'HEAD' ? null : 'User-agent: *\nDisallow: /\n', c.res);
  }
};
