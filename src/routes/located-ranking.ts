import { TARGET } from '../core/limits.ts';
import { nearest } from '../core/nearest.ts';
import { invalidQuery, ProblemError } from '../http/problem-error.ts';
import type { Ask } from '../http/route.ts';
import { rankedWorkloads, readRanking } from '../release/ranking.ts';
import { rankKeys } from '../schema/query.ts';
import { pinKeys, rankPath } from '../view/links.ts';
import { rankLinks } from '../view/rank-links.ts';
import { requireTier } from './known-tier.ts';
import { RANK_OFFERS } from './rank-forms.ts';
import type { RankingAnswer } from './rank-form.ts';

/** How the key `at` is explained where an address takes one target only. */
export const ONE_TARGET = {
  description: 'Target in tok/s/user; the default is the speed that most curves cover',
  rule: `is one number from ${TARGET.min} to ${TARGET.max} with at most one decimal`,
  example: '100',
};

/** A ranking address after parsing. */
export interface LocatedRanking {
  readonly model: string;
  readonly workload: string;
}

/**
 * The model and workload that a path names.
 *
 * @param prefix - what the path begins with, up to the model
 * @throws ProblemError with the nearest rankings for what is not there
 */
export function rankingAt(ask: Ask, prefix: string, extension = ''): LocatedRanking {
  return rankingNamed(ask, pathWithin(ask, prefix, extension));
}

/** What a path says between its beginning and its extension, in lower case. */
export function pathWithin({ request }: Pick<Ask, 'request'>, prefix: string, extension: string) {
  const path = request.path.toLowerCase().replace(/\/+$/, '');
  return path.slice(prefix.length, path.length - extension.length);
}

/**
 * The ranking of an id, `<model>/<workload>`, under any name of the model.
 *
 * @throws ProblemError as {@link rankingAt}
 */
export function rankingNamed(
  { release, query, words }: Pick<Ask, 'release' | 'query' | 'words'>,
  id: string,
): LocatedRanking {
  if (query.at !== null && query.at.length > 1) {
    throw invalidQuery({ key: 'at', value: query.at.join(','), rule: ONE_TARGET.rule });
  }
  const [named = '', inPath = '', ...rest] = id.split('/');
  const workload = query.workload ?? inPath;
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
      label: words.ranking.name(label, one),
      href: rankPath(`${key}/${one}`, pinKeys(query.release)),
    })),
  );
  const detail =
    model === null
      ? `${named}: no such model`
      : words.ranking.noSuch([model, workload, ...rest].join('/'));
  throw new ProblemError('not-found', detail, { nearest: links });
}

/**
 * The ranking that an address asks for.
 *
 * @throws ProblemError where the release has no sweep of what is asked for
 */
export async function rankingAnswer(ask: Ask, located: LocatedRanking): Promise<RankingAnswer> {
  const { query, release, request } = ask;
  const options = { ...query, ...query.rank, at: query.at?.[0] ?? null };
  const ranking = await readRanking(release, located, options);
  if (ranking === null) throw noRanking(ask, located);
  requireTier(ask, ranking.rates.id);
  const links = rankLinks(ranking, request.origin, rankKeys(query.keys), RANK_OFFERS);
  return { ask, ranking, links };
}

/** The refusal where a model and workload have no sweep of what is asked for. */
export function noRanking(
  { query, words }: Pick<Ask, 'query' | 'words'>,
  { model, workload }: LocatedRanking,
): ProblemError {
  const href = rankPath(`${model}/${workload}`, pinKeys(query.release));
  return new ProblemError('not-found', words.ranking.noSuch(`${model}/${workload}`), {
    nearest: [{ label: href, href }],
  });
}
