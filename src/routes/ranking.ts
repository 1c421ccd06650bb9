import type { Ask, Body, ReleaseRoute } from '../http/route.ts';
import { formRoutes } from './form-routes.ts';
import { ONE_TARGET, rankingAt, rankingAnswer } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';
import type { RankForm } from './rank-form.ts';
import { RANK_FORMS } from './rank-forms.ts';
import { rankCardId, rankPath } from '../view/links.ts';
import { cardAddress } from './card.ts';
import { en } from '../view/words/en/index.ts';

const REFERENCE = '/rank/deepseek-r1/8k1k';

/** `/rank/<model>/<workload>` in every form, and the cards whose address names their content. */
export const RANKINGS: readonly ReleaseRoute<LocatedRanking>[] = [
  ...formRoutes(RANK_FORMS, {
    path: '/rank/{model}/{workload}',
    patterns: ['/rank/*'],
    examples: [
      [REFERENCE],
      [REFERENCE, '?at=100&ttft=2&hardware=b200,h200,mi355x&show=all'],
      [REFERENCE, '?cost=0.3'],
    ],
    summary: (name) =>
      `Every configuration of a model, ranked at one speed or within one cost: ${en.forms[name].about}`,
    meanings: { at: ONE_TARGET },
    find(ask, extension) {
      const value = rankingAt(ask, '/rank/', extension);
      return { value, path: rankPath(`${value.model}/${value.workload}`, {}, extension) };
    },
    make: made,
  }),
  hashedCard(),
];

/**
 * `/cards/<hash>/rank/<id>.png`: a card for ever; under a hash of another time, the card as it is
 * now.
 */
function hashedCard(): ReleaseRoute<LocatedRanking> {
  const form = RANK_FORMS.find(({ name }) => name === 'png')!;
  return {
    path: '/cards/{hash}/rank/{model}/{workload}.png',
    patterns: ['/cards/:hash/rank/*'],
    examples: [`/cards/0123456789abcdef${REFERENCE}.png`],
    summary: 'The card of a ranking under an address that names its content: link previews show it',
    medium: 'png',
    kind: 'data',
    keys: form.takes,
    meanings: { at: ONE_TARGET },
    isPicture: true,
    async find(ask) {
      const { request, query } = ask;
      const [prefix = ''] = /^\/cards\/[^/]*\/rank\//.exec(request.path.toLowerCase()) ?? [];
      const value = rankingAt(ask, prefix, form.extension);
      const id = `${value.model}/${value.workload}`;
      const plain = rankPath(id, {}, form.extension);
      if (request.path.slice(prefix.length) !== `${id}${form.extension}`) {
        return { value, path: plain };
      }
      const own = await cardAddress(ask, rankCardId(id), query.keys);
      return {
        value,
        path: request.writtenPath,
        isHashed: `${request.writtenPath}${request.writtenQuery}` === own,
        tag: rankPath(id, query.keys, form.extension),
      };
    },
    make: (ask, found) => made(ask, found, form),
  };
}

async function made(ask: Ask, located: LocatedRanking, form: RankForm): Promise<Body> {
  return form.view(await rankingAnswer(ask, located));
}
