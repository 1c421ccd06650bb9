import { Hono } from 'hono';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { RequestAddress } from '../http/address.ts';
import { movedAnswer, releaseAnswer } from '../http/answer.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import type { Release } from '../kv/store.ts';
import { COMPARISON_KEYS, EMBED_KEYS } from '../schema/query-parameters.ts';
import { embedPage } from '../view/embed/frame-page.ts';
import { toDocument } from '../view/markup/html.ts';
import { locateComparison } from '../release/locate.ts';
import { readComparison } from '../release/comparison.ts';
import { moveTo, requestQuery, withRequestedRelease } from './request.ts';

const REFERENCE = '/embed/qwen-3-5/b300-fp4/mtp-vs-off';

export const embedExamples = [REFERENCE, `${REFERENCE}?editable=true&theme=dark&view=chart,table`];

/** `/embed/<id>`: a comparison for an iframe of any page. */
export function embedRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/embed/*', (c) =>
    withRequestedRelease(c, services, true, (release, request) =>
      answerEmbed(c, services, release, request),
    ),
  );
}

async function answerEmbed(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  request: RequestAddress,
): Promise<Response> {
  const refuse = (slug: 'invalid-address' | 'not-found', status: 400 | 404, detail: string) =>
    problemAnswer(c, services, { slug, status, detail, isPage: true });
  const located = locateComparison(request.path, release);
  if ('problem' in located) {
    const { token, position, rule } = located.problem;
    return refuse('invalid-address', 400, `"${token}" at position ${position}: ${rule}`);
  }
  const { address, id, path, extension } = located.value;
  if (extension !== '') return refuse('not-found', 404, `${path}: an embed has no other form`);
  const query = await requestQuery(c, services, {
    release,
    request,
    names: EMBED_KEYS,
    isPage: true,
  });
  if (query instanceof Response) return query;
  const moved = moveTo(request, path, query.canonical);
  if (moved !== null) return movedAnswer(moved);

  const form = { medium: 'html', address: `${path}${request.writtenQuery}` } as const;
  return releaseAnswer(
    c,
    services,
    release,
    { ...form, kind: 'page', isFramed: true },
    async () => {
      const comparison = await readComparison(release, address, query);
      if (comparison === null) {
        return refuse('not-found', 404, `${id}: fewer than two sides have data`);
      }
      const own = comparisonPart(query.canonical);
      const asked = own === '' ? '' : `?${own}`;
      const { view, metrics, isEditable, theme } = query;
      const page = `${request.origin}/compare/${id}${asked}`;
      const json = `${request.origin}/compare/${id}.json${asked}`;
      return toDocument(embedPage({ comparison, page, json, view, metrics, isEditable, theme }));
    },
  );
}

/** What of a canonical query is about the comparison and not about how it is framed. */
export function comparisonPart(canonical: string): string {
  const own = canonical.split('&').filter((pair) => {
    const key = pair.split('=')[0]!;
    return key.startsWith('usd.') || COMPARISON_KEYS.some((name) => name === key);
  });
  return own.join('&');
}
