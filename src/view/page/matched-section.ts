import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import { middleTarget } from '../../core/band.ts';
import { leadSides } from '../../core/lead.ts';
import { sideLabel } from '../figure/side-names.ts';
import { ratioText } from '../format.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { neighbourPath, pinKeys, rankPath } from '../links.ts';
import type { PageQuery } from '../links.ts';
import { targetKeys } from '../rank-links.ts';
import {
  alternativesSentence,
  otherMatchLabels,
  equalLoadsSentence,
  matchedSentence,
} from '../text/summary.ts';

/**
 * What was held alike, how far the headline moves when it is held otherwise, and best recipes.
 *
 * @param hasOthers - another part of the page leads to the ranking, so that this one does not
 */
export function matchedSection(
  c: Comparison,
  query: PageQuery,
  hasOthers: boolean,
  all: Words,
): Markup {
  const words = all.page;
  const moves = alternativesSentence(c, all);
  const loads = equalLoadsSentence(c, all);
  return h(
    'section',
    { class: 'section text' },
    h('h2', null, words.matched),
    h('p', null, matchedSentence(c, all), moves !== null && ` ${moves}`),
    loads !== null && h('p', null, loads),
    c.alternatives.length > 0 &&
      h('p', null, words.matchedLinks, ' ', alternatives(c, query, words)),
    bestRecipe(c, query, all),
    !hasOthers && everyConfiguration(c, query, all),
  );
}

function alternatives(c: Comparison, query: PageQuery, words: Words['page']): Child[] {
  const isOtherBasis = c.alternatives.some(({ basis }) => basis !== c.basis);
  return c.alternatives.map(({ id, basis, matched, ratio }, i) => {
    const name =
      [...otherMatchLabels(c, matched), ...(isOtherBasis ? [words.form.bases[basis]] : [])].join(
        ' ',
      ) || id;
    const ratioWords = ratio === null ? '' : ` ${ratioText(ratio)}`;
    const end = i === c.alternatives.length - 1 ? '.' : ', ';
    return [h('a', { href: neighbourPath(id, query, { basis }) }, name), ratioWords, end];
  });
}

function bestRecipe(c: Comparison, query: PageQuery, { page: words, figure }: Words): Child {
  if (c.bestRecipe === null) return null;
  const { id, interactivity, lead } = c.bestRecipe;
  const [side, over] = leadSides(lead).map((key) => sideLabel(c, key));
  const where = figure.at(interactivity) + figure.askedWords({ ...c, pool: false });
  const text = words.bestRecipe(where, side!, over!, lead);
  const href = neighbourPath(id, query, { basis: c.basis, pool: 'all' });
  return h('p', null, `${text} `, h('a', { href }, words.bestRecipeLink), '.');
}

/** To the ranking at the middle target, where all sides have one workload. */
function everyConfiguration(c: Comparison, query: PageQuery, { ranking: words }: Words): Child {
  const workload = c.shared.workload ?? c.matched.workload ?? null;
  if (workload === null) return null;
  const { model, basis, interactivityBasis: speed } = c;
  const target = targetKeys({ at: middleTarget(c.targets), cost: null });
  const keys = { ...pinKeys(query.release), ...target, basis, speed };
  const href = rankPath(`${model.key}/${workload}`, keys);
  return h('p', null, h('a', { href }, words.every));
}
