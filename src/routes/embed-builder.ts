import { headingOf } from '../core/heading.ts';
import { THEME_NAMES } from '../core/theme-names.ts';
import type { ThemeName } from '../core/theme-names.ts';
import { problemOf } from '../http/problem-error.ts';
import type { Ask, Route } from '../http/route.ts';
import { BUILDER_KEYS } from '../schema/query-parameters.ts';
import type { Query } from '../schema/query.ts';
import { embedBuilderPage } from '../view/embed/builder-page.ts';
import type { BuilderChoice, BuilderView } from '../view/embed/builder-page.ts';
import { snippets } from '../view/embed/snippets.ts';
import { builderPath, comparisonPath } from '../view/links.ts';
import { toDocument } from '../view/markup/html.ts';
import { titleIn } from '../view/text/title.ts';
import { answerAt, comparisonAt } from './located.ts';
import { snippetChoice } from './snippet-choice.ts';

/** `/embed-builder?c=<id>`: the code that puts a comparison into a page. */
export const BUILDER: Route = {
  path: '/embed-builder',
  examples: ['/embed-builder', '/embed-builder?c=qwen-3-5/b300-fp4/mtp-vs-off&pin=true&view=chart'],
  summary: 'The page that makes the code to put a comparison elsewhere',
  medium: 'html',
  kind: 'page',
  keys: BUILDER_KEYS,
  async make(ask) {
    const { release, request, query, words } = ask;
    return toDocument(
      embedBuilderPage(
        {
          canonical: `${request.origin}/embed-builder`,
          origin: request.origin,
          choice: choiceOf(query),
          presets: titledPresets(release, words),
          ...(await resultOf(ask)),
        },
        words,
      ),
    );
  },
};

/** Presets by the titles that their pages have. */
function titledPresets({ manifest, addressOf }: Ask['release'], words: Ask['words']) {
  const { catalog } = manifest;
  return catalog.presets.flatMap(({ id }) => {
    const address = addressOf(id);
    return address === null ? [] : { id, title: titleIn(words)(headingOf(address, catalog)) };
  });
}

/** What the form has a field for. */
const FIELDS = new Set(['at', 'c', 'editable', 'moving', 'pin', 'theme', 'view']);

function choiceOf(query: Query): BuilderChoice {
  const { c, view, theme, at, isEditable, isPinned, isMoving, keys } = query;
  return {
    id: c ?? '',
    view: view ?? 'chart,table',
    theme,
    at: at?.join(',') ?? '',
    isEditable,
    isPinned,
    isMoving,
    others: Object.entries(keys).filter(([name]) => !FIELDS.has(name)),
  };
}

async function resultOf(ask: Ask): Promise<Pick<BuilderView, 'result' | 'problem'>> {
  const { query } = ask;
  if (query.c === null) return { result: null, problem: null };
  try {
    const found = comparisonAt(ask, comparisonPath(query.c));
    const comparison = await answerAt(ask, found, query, builderPath);
    const framed = async (theme: ThemeName) => {
      const { embed } = await snippetChoice(ask, comparison, { ...query, theme });
      return { theme, src: embed };
    };
    return {
      result: {
        title: comparison.title,
        snippets: snippets(await snippetChoice(ask, comparison, query), ask.words),
        previews: await Promise.all(THEME_NAMES.map(framed)),
      },
      problem: null,
    };
  } catch (error) {
    const problem = error instanceof Error ? problemOf(error) : null;
    if (problem === null || problem.status >= 500) throw error;
    const { nearest = [] } = problem.facts;
    return { result: null, problem: { detail: problem.message, nearest } };
  }
}
