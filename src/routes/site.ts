import { Hono } from 'hono';
import type { AppEnv } from '../env.ts';
import { fixedAnswer, movedAnswer, releaseAnswer } from '../http/answer.ts';
import type { Form } from '../http/answer.ts';
import type { Services } from '../http/services.ts';
import type { Release } from '../kv/store.ts';
import openapi from '../openapi.json' with { type: 'json' };
import { h } from '../view/markup/markup.ts';
import { toHtml } from '../view/markup/html.ts';
import { llmsText } from '../view/text/llms.ts';
import { moveTo, requestQuery, withRequestedRelease } from './request.ts';

export const siteExamples = ['/sitemap.xml', '/robots.txt', '/llms.txt', '/openapi.json'];

/** What programs read first: the map of the site, its rules, and how to call it. */
export function siteRoutes(services: Services): Hono<AppEnv> {
  const ofRelease: readonly {
    readonly path: '/sitemap.xml' | '/llms.txt';
    readonly medium: Form['medium'];
    readonly make: (release: Release, origin: string) => string;
  }[] = [
    { path: '/sitemap.xml', medium: 'xml', make: sitemap },
    {
      path: '/llms.txt',
      medium: 'text',
      make: (release, origin) => llmsText(release.manifest.catalog, origin),
    },
  ];
  const routes = new Hono<AppEnv>()
    .get('/robots.txt', (c) => {
      const { origin } = new URL(c.req.url);
      const text = `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`;
      return fixedAnswer(services, 'text', text);
    })

    .get('/openapi.json', (c) => {
      const { origin } = new URL(c.req.url);
      return fixedAnswer(
        services,
        'json',
        JSON.stringify({ ...openapi, servers: [{ url: origin }] }),
      );
    });

  for (const { path, medium, make } of ofRelease) {
    routes.get(path, (c) =>
      withRequestedRelease(c, services, false, async (release, request) => {
        const names = ['release'] as const;
        const query = await requestQuery(c, services, { release, request, names, isPage: false });
        if (query instanceof Response) return query;
        const moved = moveTo(request, path, query.canonical);
        if (moved !== null) return movedAnswer(moved);
        const form = { medium, address: `${path}${request.writtenQuery}`, kind: 'data' } as const;
        return releaseAnswer(c, services, release, form, async () => make(release, request.origin));
      }),
    );
  }
  return routes;
}

/** The pages that a search engine should know: home, method and the presets. */
function sitemap({ manifest }: Release, origin: string): string {
  const paths = ['/', '/method', ...manifest.catalog.presets.map(({ id }) => `/compare/${id}`)];
  const lastmod = manifest.publishedAt.slice(0, 10);
  const urls = paths.map((path) =>
    h('url', null, h('loc', null, `${origin}${path}`), h('lastmod', null, lastmod)),
  );
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toHtml(h('urlset', { xmlns }, urls))}\n`;
}
