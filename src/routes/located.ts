import type { Comparison } from '../core/comparison-types.ts';
import { extensionOf } from '../forms.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Ask } from '../http/route.ts';
import { readComparison } from '../release/comparison.ts';
import { locateComparison } from '../release/locate.ts';
import type { LocatedComparison } from '../release/locate.ts';
import { nearbyComparisons } from '../release/nearby.ts';
import type { Nearby } from '../release/nearby.ts';
import type { Query } from '../schema/query.ts';
import { comparisonPath, pinKeys } from '../view/links.ts';
import type { Keys } from '../view/links.ts';
import { runNames, sameRunText } from '../view/text/same-run.ts';
import { titleIn } from '../view/text/title.ts';
import type { Words } from '../view/words/words.ts';
import type { Address } from '../core/address.ts';
import type { SameRun } from '../core/assemble.ts';
import { requireTier } from './known-tier.ts';
import { printAddress } from '../core/address.ts';

/**
 * The comparison that a path names, in any of its spellings and forms.
 *
 * @throws ProblemError naming the token, where it stands and the nearest ones
 */
export function comparisonAt(
  { release, words }: Pick<Ask, 'release' | 'words'>,
  path: string,
  slug: 'invalid-address' | 'not-found' = 'invalid-address',
): LocatedComparison {
  const bare = path.replace(/\/+$/, '');
  const read = locateComparison(bare.slice(0, bare.length - extensionOf(bare).length), release);
  if ('value' in read) return read.value;
  const { token, position, rule: broken, nearest: candidates } = read.problem;
  const rule = words.address.rules[broken];
  const hint = candidates.length > 0 ? `; nearest: ${candidates.join(', ')}` : '';
  const more = { token, position, rule, candidates };
  throw new ProblemError(slug, `"${token}" at position ${position}: ${rule}${hint}`, { more });
}

/**
 * The comparison that an address asks for.
 *
 * @param pathOf - where a comparison stands, for the nearest ones
 * @throws ProblemError with the nearest that have data, if this one has none
 */
export async function answerAt(
  { release, words }: Pick<Ask, 'release' | 'words'>,
  { address, id }: LocatedComparison,
  query: Query,
  pathOf: (id: string, keys: Keys) => string = comparisonPath,
): Promise<Comparison> {
  const reading = await readComparison(release, address, query, titleIn(words));
  if (reading !== null && 'comparison' in reading) {
    requireTier({ release, query }, reading.comparison.rates.id);
    return reading.comparison;
  }
  if (reading !== null) throw sameRun(id, address, reading.sameRun, query.release, words, pathOf);
  const isKnown = release.manifest.catalog.models.some(({ key }) => key === address.model);
  const detail = isKnown
    ? `${id}: fewer than two sides have data`
    : `${address.model}: no such model`;
  const nearest = nearbyLinks(
    await nearbyComparisons(release, address),
    query.release,
    words,
    pathOf,
  );
  throw new ProblemError('not-found', detail, { nearest });
}

/** Comparisons as links, pinned to a release or live. */
export function nearbyLinks(
  comparisons: readonly Nearby[],
  pin: string | null,
  words: Words,
  pathOf: (id: string, keys: Keys) => string = comparisonPath,
): { readonly label: string; readonly href: string }[] {
  return comparisons.map(({ id, heading }) => ({
    label: titleIn(words)(heading),
    href: pathOf(id, pinKeys(pin)),
  }));
}

/** The refusal of an address two of whose sides are one run, with the runs that there are. */
function sameRun(
  id: string,
  address: Address,
  same: SameRun,
  pin: string | null,
  words: Words,
  pathOf: (id: string, keys: Keys) => string,
): ProblemError {
  const { runs } = same;
  const days = [...new Set(runs.flatMap(({ date }) => date ?? []))];
  const [newest, before] = days.map((day) => day.replaceAll('-', ''));
  const pair = { ...address, sides: [{ run: before }, { run: newest }] };
  const nearest =
    before === undefined || newest === undefined
      ? []
      : [
          {
            label: `${before} vs ${newest}`,
            href: pathOf(printAddress(pair as Address), pinKeys(pin)),
          },
        ];
  const detail = `${id}: ${sameRunText(same, words)}`;
  return new ProblemError('not-found', detail, { nearest, more: { runs: runNames(runs) } });
}
