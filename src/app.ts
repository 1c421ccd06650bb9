import { Hono } from 'hono';
import type { AppEnv } from './env.ts';
import { METHODS, optionsAnswer } from './http/cors.ts';
import { errorAnswer, problemAnswer } from './http/problem.ts';
import { pagePolicy } from './http/security.ts';
import { once } from './core/once.ts';
import type { Services } from './http/services.ts';
import { Store } from './kv/store.ts';
import { comparisonRoutes } from './routes/comparison.ts';
import { dataRoutes } from './routes/data.ts';
import { embedBuilderRoutes } from './routes/embed-builder.ts';
import { embedRoutes } from './routes/embed.ts';
import { finishedAnswers } from './http/finished-answers.ts';
import { notFound } from './routes/not-found.ts';
import { oembedRoutes } from './routes/oembed.ts';
import { pageRoutes } from './routes/pages.ts';
import { siteRoutes } from './routes/site.ts';
import { widgetRoutes } from './routes/widgets.ts';
import { EMBED_BLOCKS } from './view/embed/frame-page.ts';
import { CONSTANT_SCRIPTS, CONSTANT_STYLES } from './view/page/page.ts';

export interface AppOptions {
  /** ms; a test gives its own clock */
  readonly now?: () => number;
  /** bytes of finished answers to keep; 0 keeps at most one */
  readonly answerBytes?: number;
}

/** The Worker: one app, with what it remembers, for the life of an isolate. */
export function createApp({ now = Date.now, answerBytes }: AppOptions = {}): Hono<AppEnv> {
  const blocks = { styles: CONSTANT_STYLES, scripts: CONSTANT_SCRIPTS };
  const services: Services = {
    store: new Store(now),
    pagePolicy: once(() => pagePolicy({ ...blocks, frameAncestors: "'none'" })),
    embedPolicy: once(() => pagePolicy({ ...EMBED_BLOCKS, frameAncestors: '*' })),
  };

  const app = new Hono<AppEnv>();
  app.use(finishedAnswers(services.store, answerBytes)); // first: most requests end there
  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') return optionsAnswer();
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const detail = `${c.req.method}: only ${METHODS} are allowed`;
    const problem = { slug: 'method-not-allowed', status: 405, detail, isPage: false } as const;
    return problemAnswer(c, services, { ...problem, headers: { Allow: METHODS } });
  });

  app.route('/', comparisonRoutes(services));
  app.route('/', embedRoutes(services));
  app.route('/', embedBuilderRoutes(services));
  app.route('/', oembedRoutes(services));
  app.route('/', dataRoutes(services));
  app.route('/', siteRoutes(services));
  app.route('/', pageRoutes(services));
  app.route('/', widgetRoutes(services));

  app.notFound((c) => notFound(c, services));
  app.onError((error, c) => errorAnswer(c, services, error));
  return app;
}
