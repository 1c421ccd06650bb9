import type { Ask, Body, ReleaseRoute } from '../http/route.ts';
import { ONE_TARGET, locatedRanking, ranked } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';
import type { RankForm } from './rank-form.ts';
import { RANK_FORMS } from './rank-forms.ts';
import { rankPath } from '../view/links.ts';
import { en } from '../view/words/en/index.ts';

const REFERENCE = '/rank/deepseek-r1/8k1k';

/** `/rank/<model>/<workload>` in every form. */
export const RANKINGS: readonly ReleaseRoute<LocatedRanking>[] = RANK_FORMS.map(formRoute);

function formRoute(form: RankForm): ReleaseRoute<LocatedRanking> {
  const { name, extension, medium, takes, schema } = form;
  const isPage = extension === '';
  return {
    path: `/rank/{model}/{workload}${extension}`,
    patterns: ['/rank/*'],
    extension,
    examples: [
      `${REFERENCE}${extension}`,
      `${REFERENCE}${extension}?at=100&ttft=2&hardware=b200,h200,mi355x&show=all`,
      `${REFERENCE}${extension}?cost=0.3`,
    ],
    summary: `Every configuration of a model, ranked at one speed or within one cost: ${en.forms[name].about}`,
    ...(schema !== undefined && { schema }),
    medium,
    kind: isPage ? 'page' : 'data',
    keys: takes,
    meanings: { at: ONE_TARGET },
    find(ask) {
      const value = locatedRanking(ask, '/rank/', extension);
      return { value, path: rankPath(`${value.model}/${value.workload}`, {}, extension) };
    },
    make: (ask, found) => made(ask, found, form),
    ...(isPage && {
      negotiated: {
        md: (ask, found) => made(ask, found, rankFormNamed('md')),
        json: (ask, found) => made(ask, found, rankFormNamed('json')),
      },
    }),
  };
}

function rankFormNamed(name: 'md' | 'json'): RankForm {
  return RANK_FORMS.find((form) => form.name === name)!;
}

async function made(ask: Ask, located: LocatedRanking, form: RankForm): Promise<Body> {
  return form.view(await ranked(ask, located));
}
