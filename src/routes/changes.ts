import { nearest } from '../core/nearest.ts';
import { invalidQuery, ProblemError } from '../http/problem-error.ts';
import type { RequestAddress } from '../http/address.ts';
import type { Ask, ReleaseRoute } from '../http/route.ts';
import { pinIn } from '../http/serve.ts';
import { RELEASE_ID } from '../kv/keys.ts';
import { readChanges } from '../release/changes.ts';
import { CHANGES_KEYS, PARAMETERS } from '../schema/query-parameters.ts';
import { changesPath } from '../view/links.ts';
import { changesDocument } from '../view/text/changes.ts';

/** `/changes.json?from=…`: what a release says differently from one before it. */
export const CHANGES: ReleaseRoute<string> = {
  path: '/changes.json',
  examples: ['/changes.json?from=current'],
  summary:
    'What moved between two releases: values, and the sweeps that an address means, of presets and of every other comparison that the catalog lists or a shorter address asks for',
  schema: 'Changes',
  medium: 'json',
  kind: 'data',
  keys: CHANGES_KEYS,
  pinOf: (request) => (isToCurrent(request) ? null : pinIn(request, 'to')),
  find(ask) {
    const value = idBefore(ask);
    const keys = { ...ask.query.keys, from: value };
    return { value, path: '/changes.json', tag: changesPath(keys) }; // which release it was by then
  },
  make: changes,
};

function isToCurrent({ query }: RequestAddress): boolean {
  return query.some(([key, value]) => `${key}=${value}`.toLowerCase() === 'to=current');
}

/**
 * The id of the release before.
 *
 * @throws ProblemError if none is named, or there is none before the current one
 */
function idBefore({ query: { from, keys }, release: { pointer } }: Ask): string {
  if (from === null) throw invalidQuery({ key: 'from', value: '', rule: PARAMETERS.from.rule });
  if (keys['to'] !== undefined && !RELEASE_ID.test(from)) {
    // the answer is kept for a day, and what is current is not
    throw invalidQuery({ key: 'from', value: from, rule: 'is a release id where to is one' });
  }
  if (from === 'current') return pointer.release;
  if (from !== 'previous') return from;
  if (pointer.previous !== null) return pointer.previous;
  throw new ProblemError('not-found', 'from=previous: there is only one release');
}

async function changes(ask: Ask, from: string): Promise<string> {
  const { release, request, query } = ask;
  const { id, publishedAt } = release.manifest;
  return ask.withOther(from, async (before) => {
    const model = query.model === null ? null : knownModel(query.model, ask, before);
    const read = await readChanges(before, release, model);
    return JSON.stringify(
      changesDocument({
        ...read,
        from: { id: before.manifest.id, publishedAt: before.manifest.publishedAt },
        to: { id, publishedAt },
        origin: request.origin,
      }),
    );
  });
}

/**
 * The key of a model that either release has, under any of its names.
 *
 * @throws ProblemError with the nearest
 */
function knownModel(
  name: string,
  { release, query }: Ask,
  before: Pick<Ask['release'], 'manifest'>,
): string {
  const models = [release, before].flatMap(({ manifest }) => manifest.catalog.models);
  const found = models.find(({ key, aliases }) => key === name || aliases.includes(name));
  if (found !== undefined) return found.key;
  const near = nearest(name, [...new Set(models.flatMap(({ key, aliases }) => [key, ...aliases]))]);
  const links = near.map((model) => ({
    label: model,
    href: changesPath({ ...query.keys, model }),
  }));
  throw new ProblemError('not-found', `${name}: no such model`, { nearest: links });
}
