import { EVERYWHERE } from './security.ts';

/** Methods that the Worker knows. It has no write route. */
export const METHODS = 'GET, HEAD, OPTIONS';

/** Headers that let any site read an answer, without credentials; pages do not have them. */
export const OPEN: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After, X-Matchpoint-Stale',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Timing-Allow-Origin': '*',
};

/** The answer to any `OPTIONS`: what may be asked, for a day. */
export function optionsAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      Allow: METHODS,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Accept, If-None-Match',
      'Access-Control-Max-Age': '86400',
      'Cache-Control': 'public, max-age=86400',
      ...EVERYWHERE,
    },
  });
}
