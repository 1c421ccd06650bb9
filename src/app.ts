import { HonoBase } from 'hono/hono-base';
import { TrieRouter } from 'hono/router/trie-router';
import type { AppEnv } from './env.ts';
import { METHODS, optionsAnswer } from './http/cors.ts';
import { errorAnswer } from './http/problem.ts';
import { ProblemError } from './http/problem-error.ts';
import { policyOf } from './http/security.ts';
import { serve } from './http/serve.ts';
import { crawlersRefused, visibility } from './http/visibility.ts';
import type { Services } from './http/services.ts';
import { SYSTEM_CLOCK } from './kv/clock.ts';
import type { Clock } from './kv/clock.ts';
import { Store } from './kv/store.ts';
import { Turns } from './http/turns.ts';
import { finishedAnswers } from './http/finished-answers.ts';
import { notFound } from './routes/not-found.ts';
import { ROUTES } from './routes/routes.ts';
import { EMBED_BLOCKS } from './view/embed/frame-document.ts';
import { toDocument as htmlDocument } from './view/markup/html.ts';
import { CONSTANT_SCRIPTS, CONSTANT_STYLES } from './view/page/page.ts';

/** What a test, or whoever renders to files, sets otherwise. */
export interface AppOptions {
  /** a test gives its own */
  readonly clock?: Clock;
  /** bytes of finished answers to keep; 0 keeps at most one */
  readonly answerBytes?: number;
  /** prints pages; who keeps them as files prints them otherwise */
  readonly toDocument?: Services['toDocument'];
}

/** The Worker: one app, with what it remembers, for the life of an isolate. */
export function createApp({
  clock = SYSTEM_CLOCK,
  answerBytes,
  toDocument = htmlDocument,
}: AppOptions = {}): HonoBase<AppEnv> {
  const blocks = { styles: CONSTANT_STYLES, scripts: CONSTANT_SCRIPTS };
  const services: Services = {
    store: new Store(clock),
    turns: new Turns(clock),
    toDocument,
    pagePolicy: policyOf({ ...blocks, isFramed: false }),
    embedPolicy: policyOf({ ...EMBED_BLOCKS, isFramed: true }),
  };

  // one router, not Hono's choice of three: the upload is 2 kB smaller, and its first cannot take ours
  const app = new HonoBase<AppEnv>({ router: new TrieRouter() });
  app.use(visibility);
  app.use(crawlersRefused);
  app.use(finishedAnswers(services.store, answerBytes)); // before all work: most requests end there
  app.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') return optionsAnswer();
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    c.set('refusalForm', { isPage: false, isFramed: false, picture: null });
    const detail = `${c.req.method}: only ${METHODS} are allowed`;
    throw new ProblemError('method-not-allowed', detail, { headers: { Allow: METHODS } });
  });
  serve(app, services, ROUTES);
  app.notFound((c) => notFound(c, services));
  app.onError((error, c) => errorAnswer(c, services, error));
  return app;
}
