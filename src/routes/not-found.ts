import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { movedAnswer } from '../http/answer.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { comparisonLinks } from '../release/nearby.ts';
import { withRequestedRelease } from './request.ts';

const MAX_LINKS = 6;

/**
 * The answer where no route is: addresses under `/zh` and with a slash at the end lead to those
 * without, others to a few comparisons.
 */
export function notFound(c: Context<AppEnv>, services: Services): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  const isPage = !/\.[a-z]+$/i.test(pathname);
  return withRequestedRelease(c, services, isPage, async (release, request) => {
    const { writtenPath, writtenQuery } = request;
    const plain = writtenPath.replace(/^\/zh(?=\/|$)/, '').replace(/\/+$/, '') || '/';
    // a path that starts with two slashes would lead to another host
    if (plain !== writtenPath && !/^\/[/\\]/.test(plain)) {
      return movedAnswer(`${plain}${writtenQuery}`);
    }
    const pin = release.isPinned ? release.manifest.id : null;
    const ids = release.manifest.catalog.presets.slice(0, MAX_LINKS).map(({ id }) => id);
    const nearest = comparisonLinks(release, ids, pin);
    const detail = `${request.path}: nothing has this address`;
    return problemAnswer(c, services, { slug: 'not-found', status: 404, detail, isPage, nearest });
  });
}
