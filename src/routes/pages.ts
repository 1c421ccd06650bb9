import { Hono } from 'hono';
import type { AppEnv } from '../env.ts';
import { movedAnswer, releaseAnswer } from '../http/answer.ts';
import type { Services } from '../http/services.ts';
import { toDocument } from '../view/markup/html.ts';
import { methodPage } from '../view/page/method-page.ts';
import { homePage } from '../view/page/home-page.ts';
import { homeView } from '../release/home.ts';
import { moveTo, requestQuery, withRequestedRelease } from './request.ts';

export const pageExamples = ['/', '/method'];

/** The home page and the method page. */
export function pageRoutes(services: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const path of ['/', '/method'] as const) {
    routes.get(path, (c) =>
      withRequestedRelease(c, services, true, async (release, request) => {
        const names = ['release'] as const;
        const query = await requestQuery(c, services, { release, request, names, isPage: true });
        if (query instanceof Response) return query;
        const moved = moveTo(request, path, query.canonical);
        if (moved !== null) return movedAnswer(moved);
        const address = `${path}${request.writtenQuery}`;
        const canonical = `${request.origin}${path}`;
        const form = { medium: 'html', address, kind: 'page' } as const;
        return releaseAnswer(c, services, release, form, async () =>
          toDocument(
            path === '/'
              ? homePage(homeView(release, canonical, query.release))
              : methodPage({ canonical }),
          ),
        );
      }),
    );
  }
  return routes;
}
