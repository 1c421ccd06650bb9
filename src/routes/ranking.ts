import { TARGET } from '../core/limits.ts';
import { nearest } from '../core/nearest.ts';
import { invalidQuery, ProblemError } from '../http/problem-error.ts';
import type { Ask, Body, ReleaseRoute } from '../http/route.ts';
import { RANK_FORMS, RANK_OFFERS } from './rank-forms.ts';
import type { RankForm } from './rank-form.ts';
import { rankedWorkloads, readRanking } from '../release/ranking.ts';
import { pinKeys, rankPath } from '../view/links.ts';
import { rankLinks } from '../view/rank-links.ts';
import { en } from '../view/words/en/index.ts';

const REFERENCE = '/rank/deepseek-r1/8k1k';

/** A ranking is read at one speed. */
const ONE_TARGET = {
  description: 'Target in tok/s/user; the default is the speed that most curves cover',
  rule: `is one number from ${TARGET.min} to ${TARGET.max} with at most one decimal`,
  example: '100',
};

/** A ranking address, read. */
interface LocatedRanking {
  readonly model: string;
  readonly workload: string;
}

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
      const value = locatedRanking(ask, extension);
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

/**
 * The model and workload that a path names.
 *
 * @throws ProblemError with the nearest rankings for what is not there
 */
function locatedRanking({ release, request, query }: Ask, extension: string): LocatedRanking {
  if (query.at !== null && query.at.length > 1) {
    throw invalidQuery({ key: 'at', value: query.at.join(','), rule: ONE_TARGET.rule });
  }
  const path = request.path.toLowerCase().replace(/\/+$/, '');
  const [, , named = '', workload = '', ...rest] = path
    .slice(0, path.length - extension.length)
    .split('/');
  const { models } = release.manifest.catalog;
  const model =
    models.find(({ key, aliases }) => key === named || aliases.includes(named))?.key ?? null;
  const workloads = model === null ? [] : rankedWorkloads(release, model);
  if (model !== null && rest.length === 0 && workloads.includes(workload)) {
    return { model, workload };
  }
  const names = models.flatMap(({ key, aliases }) => [key, ...aliases]);
  const near = model === null ? nearest(named, names) : [model];
  const found = models.filter(({ key, aliases }) =>
    near.some((name) => key === name || aliases.includes(name)),
  );
  const links = (found.length > 0 ? found : models).flatMap(({ key, label }) =>
    rankedWorkloads(release, key).map((one) => ({
      label: en.ranking.name(label, one),
      href: rankPath(`${key}/${one}`, pinKeys(query.release)),
    })),
  );
  const detail =
    model === null
      ? `${named}: no such model`
      : en.ranking.noSuch([model, workload, ...rest].join('/'));
  throw new ProblemError('not-found', detail, { nearest: links });
}

async function made(ask: Ask, located: LocatedRanking, form: RankForm): Promise<Body> {
  const { query, release, request } = ask;
  const { model, workload } = located;
  const options = { ...query, ...query.rank, at: query.at?.[0] ?? null };
  const ranking = await readRanking(release, located, options);
  if (ranking === null) {
    const detail = en.ranking.noSuch(`${model}/${workload}`);
    const href = rankPath(`${model}/${workload}`, pinKeys(query.release));
    throw new ProblemError('not-found', detail, { nearest: [{ label: href, href }] });
  }
  const links = rankLinks(ranking, request.origin, query.keys, RANK_OFFERS);
  return form.view({ ask, ranking, links });
}
