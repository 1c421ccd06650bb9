import { printAddress } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import { plainHeadline } from '../core/headline.ts';
import type { Outcome } from '../core/lead.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import type { Basis } from '../core/sweep.ts';
import { compareText } from '../core/sweep.ts';
import { printTokens } from '../core/tokens.ts';
import { NAMED_DIMENSIONS } from '../core/vocabulary.ts';
import { offeredIds } from './picker.ts';

/** A configuration that has a sweep: what a side of a comparison can name. */
export interface Combination {
  /** its stated tokens in canonical order, workload last */
  readonly tokens: string;
  readonly basis: Basis;
}

/** A comparison that has data, with what it says at its middle target. */
export interface ListedComparison {
  readonly id: string;
  readonly basis: Basis;
  /** tok/s/user; with what follows `null` where the sides share no speed */
  readonly interactivity: number | null;
  /** of throughput per GPU */
  readonly outcome: Outcome | null;
  /** better/worse, at least 1 */
  readonly ratio: number | null;
  /** the better side, `null` too where they are level */
  readonly side: string | null;
}

/** What a model has: its configurations, and the comparisons that they can answer, presets first. */
export function listedOf(
  index: ReleaseIndex,
  model: string,
): { readonly combinations: Combination[]; readonly comparisons: ListedComparison[] } {
  const presets = index.manifest.catalog.presets.map(({ id }) => id);
  const own = presets.filter((id) => id.startsWith(`${model}/`));
  const comparisons = new Map<string, ListedComparison>();
  for (const id of [...own, ...offeredIds(index, model)]) {
    const address = index.addressOf(id);
    if (address === null || comparisons.has(question(address))) continue;
    const said = listed(index, address);
    if (said !== null) comparisons.set(question(address), said);
  }
  return { combinations: combinations(index, model), comparisons: [...comparisons.values()] };
}

function combinations(index: ReleaseIndex, model: string): Combination[] {
  const all = index.entriesOf(model).map(({ key, basis }): Combination => {
    const stated = NAMED_DIMENSIONS.filter((dimension) => key[dimension] !== null);
    const tokens = printTokens(Object.fromEntries(stated.map((d) => [d, key[d]!])));
    return { tokens, basis };
  });
  const distinct = new Map(all.map((one) => [`${one.tokens} ${one.basis}`, one]));
  return [...distinct].toSorted(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

/** What an address asks, whatever the order of its sides. */
function question({ shared, sides }: Address): string {
  return `${printTokens(shared)}/${sides.map(printTokens).toSorted(compareText).join()}`;
}

function listed(index: ReleaseIndex, address: Address): ListedComparison | null {
  const said = plainHeadline(index, address);
  if (said === null) return null;
  const { basis, headline } = said;
  const lead = headline?.lead ?? null;
  return {
    id: printAddress(address),
    basis,
    interactivity: headline?.interactivity ?? null,
    outcome: lead?.outcome ?? null,
    ratio: lead?.ratio ?? null,
    side: lead === null || lead.outcome === 'level' ? null : lead.side,
  };
}
