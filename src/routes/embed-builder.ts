import { Hono } from 'hono';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { RequestAddress } from '../http/address.ts';
import { releaseAnswer } from '../http/answer.ts';
import type { Services } from '../http/services.ts';
import type { Release } from '../kv/store.ts';
import { EMBED_KEYS } from '../schema/query-parameters.ts';
import type { ComparisonQuery } from '../schema/query.ts';
import { embedBuilderPage } from '../view/embed/builder-page.ts';
import type { BuilderChoice, BuilderView } from '../view/embed/builder-page.ts';
import { toDocument } from '../view/markup/html.ts';
import { snippets } from '../view/embed/snippets.ts';
import { comparisonPart } from './embed.ts';
import { locateComparison } from '../release/locate.ts';
import { readComparison } from '../release/comparison.ts';
import { requestQuery, withRequestedRelease } from './request.ts';
import { snippetChoice } from './snippet-choice.ts';

export const builderExamples = [
  '/embed-builder',
  '/embed-builder?c=qwen-3-5/b300-fp4/mtp-vs-off&view=chart&pin=true',
];

/** `/embed-builder?c=<id>`: the code that puts a comparison into a page. */
export function embedBuilderRoutes(services: Services): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/embed-builder', (c) =>
    withRequestedRelease(c, services, true, (release, request) =>
      answerBuilder(c, services, release, request),
    ),
  );
}

async function answerBuilder(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  request: RequestAddress,
): Promise<Response> {
  const query = await requestQuery(c, services, {
    release,
    request,
    names: EMBED_KEYS,
    isPage: true,
  });
  if (query instanceof Response) return query;
  const { catalog } = release.manifest;
  const choice = choiceOf(c.req.query(), query);
  const address = `/embed-builder${request.writtenQuery}`;
  const form = { medium: 'html', address, kind: 'page' } as const;
  return releaseAnswer(c, services, release, form, async () =>
    toDocument(
      embedBuilderPage({
        canonical: `${request.origin}/embed-builder`,
        origin: request.origin,
        choice,
        presets: catalog.presets.map(({ id }) => id),
        ...(await resultOf(release, request, choice, query)),
      }),
    ),
  );
}

/** What the form has a field for. */
const FIELDS = new Set(['at', 'view', 'theme', 'editable']);

function choiceOf(asked: Readonly<Record<string, string>>, query: ComparisonQuery): BuilderChoice {
  return {
    id: (asked['c'] ?? '').replace(/^.*\/(compare|embed)\//, '').replace(/[?#].*$/, ''),
    view: query.view ?? 'chart,table',
    theme: query.theme,
    at: query.at?.join(',') ?? '',
    isEditable: query.isEditable,
    isPinned: asked['pin'] === 'true',
    isMoving: asked['moving'] === 'true',
    others: query.canonical
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string])
      .filter(([name]) => !FIELDS.has(name)),
  };
}

async function resultOf(
  release: Release,
  { origin }: RequestAddress,
  choice: BuilderChoice,
  query: ComparisonQuery,
): Promise<Pick<BuilderView, 'result' | 'problem'>> {
  if (choice.id === '') return { result: null, problem: null };
  const located = locateComparison(`/compare/${choice.id}`, release);
  if ('problem' in located) {
    const { token, rule } = located.problem;
    return { result: null, problem: `"${token}": ${rule}` };
  }
  const comparison = await readComparison(release, located.value.address, query);
  if (comparison === null) {
    return { result: null, problem: `${choice.id}: fewer than two sides have data` };
  }
  const asked = { origin, query: comparisonPart(query.canonical) };
  const options = { ...choice, view: query.view, metrics: query.metrics, theme: query.theme };
  const made = await snippetChoice(release, comparison, asked, options);
  const framed = async (theme: 'light' | 'dark') => {
    const { embed } = await snippetChoice(release, comparison, asked, { ...options, theme });
    return { theme, src: embed };
  };
  return {
    result: {
      title: comparison.title,
      snippets: snippets(made),
      previews: [await framed('light'), await framed('dark')],
    },
    problem: null,
  };
}
