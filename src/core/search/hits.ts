import { canonicalAddress, parseAddress, printAddress, orderlessQuestion } from '../address.ts';
import type { Address } from '../address.ts';
import { MAX_SIDES } from '../limits.ts';
import { parseTokens, printTokens } from '../tokens.ts';
import type { TokenSet } from '../tokens.ts';
import { NAMED_DIMENSIONS } from '../vocabulary.ts';
import type { NamedDimension } from '../vocabulary.ts';
import type { Choice, Choices, QueryReading } from './reading.ts';
import type { Combination, ListedComparison, SearchCatalog } from './search-catalog.ts';

/** A comparison that has data. */
export interface ComparisonHit {
  readonly kind: 'comparison';
  readonly address: Address;
  readonly id: string;
  /** what it says at its middle target; `null` where the catalog does not list it */
  readonly said: ListedComparison | null;
}

/** A ranking with a configuration that fits. */
export interface RankingHit {
  readonly kind: 'ranking';
  readonly model: string;
  readonly workload: string;
  /** of each dimension the keys that are there */
  readonly filters: Readonly<Partial<Record<NamedDimension, readonly string[]>>>;
}

/** A model that has a sweep, which leads to everything there is of it. */
export interface ModelHit {
  readonly kind: 'model';
  readonly model: string;
}

/** A model of the catalog with its comparisons and configurations made ready to be searched. */
export interface SearchedModel {
  readonly key: string;
  readonly combinations: readonly (Combination & { readonly set: TokenSet })[];
  readonly comparisons: readonly { readonly address: Address; readonly said: ListedComparison }[];
}

/** More ways to fill in what a query leaves open than anyone would look through. */
const MAX_FILLED = 400;

/** The models that a search looks through: those with data. */
export function searchedModels(catalog: SearchCatalog): SearchedModel[] {
  return catalog.models
    .filter(({ combinations }) => combinations.length > 0)
    .map(({ key, combinations, comparisons }) => ({
      key,
      combinations: combinations.flatMap((one) => {
        const read = parseTokens(one.tokens, catalog.vocabulary);
        return 'value' in read ? { ...one, set: read.value } : [];
      }),
      comparisons: comparisons.flatMap((said) => {
        const read = parseAddress(said.id, catalog);
        return 'value' in read ? { address: read.value, said } : [];
      }),
    }));
}

/** Comparisons of a model that fit a reading, best first. */
export function comparisonHits(
  model: SearchedModel,
  { sides, shared, about }: QueryReading,
  isPreset: (id: string) => boolean,
): ComparisonHit[] {
  const listed = model.comparisons.flatMap(({ address, said }) =>
    filledIn(address, shared).map(({ address: filled, added }) => ({
      address: filled,
      said: added === 0 ? said : null,
      added,
    })),
  );
  const fitting = listed.filter(({ address }) => namesSides(address, sides));
  const made = sides.length > MAX_SIDES ? [] : madeOf(model, sides, shared);
  const known = new Map(listed.map((one) => [orderlessQuestion(one.address), one]));
  // first, so that of equals the one with the sides in the order of the query stays
  const found = [
    ...made.map((address) => {
      const same = known.get(orderlessQuestion(address));
      return { address, said: same?.said ?? null, added: same?.added ?? 1 };
    }),
    ...fitting,
  ];
  const all = found
    .filter(({ address }) => hasData(model, address))
    .map(({ address, said, added }) => {
      const id = printAddress(address);
      const compared = Object.keys(address.sides[0]!);
      const isExact = sides.length === 0 || address.sides.length === sides.length;
      return {
        address,
        id,
        said,
        // in order of weight, more is better
        score: [
          Number(isExact),
          Number(about !== null && compared.includes(about)),
          -added,
          Number(isPreset(id)),
          Number(said?.basis === 'measured'),
          Number(said !== null),
        ],
      };
    });
  const sorted = all.toSorted((a, b) => {
    const at = a.score.findIndex((number, i) => number !== b.score[i]);
    return at < 0 ? 0 : b.score[at]! - a.score[at]!;
  });
  const distinct = new Map<string, (typeof sorted)[number]>();
  for (const one of sorted) {
    if (about !== null && !Object.hasOwn(one.address.sides[0]!, about)) continue;
    const name = orderlessQuestion(one.address);
    if (!distinct.has(name)) distinct.set(name, one);
  }
  return [...distinct.values()].map(({ address, id, said }) => ({
    kind: 'comparison',
    address,
    id,
    said,
  }));
}

/** Rankings of a model in which a configuration fits a reading, those with most measured ones first. */
export function rankingHits(model: SearchedModel, { sides, shared }: QueryReading): RankingHit[] {
  const wanted = new Map<NamedDimension, readonly string[]>();
  for (const dimension of NAMED_DIMENSIONS) {
    const choices = [shared, ...sides].flatMap((side) => side[dimension] ?? []);
    const keys = choices.flatMap((one) => one.keys);
    if (keys.length > 0) wanted.set(dimension, keys);
  }
  const fitting = model.combinations.filter(({ set }) =>
    [...wanted].every(([dimension, keys]) => keys.includes(set[dimension] ?? '')),
  );
  const workloads = [...new Set(fitting.flatMap(({ set }) => set.workload ?? []))];
  return workloads
    .map((workload) => {
      const some = fitting.filter(({ set }) => set.workload === workload);
      const has = (dimension: NamedDimension) => (key: string) =>
        some.some(({ set }) => set[dimension] === key);
      const filters = [...wanted]
        .filter(([dimension]) => dimension !== 'workload')
        .map(([dimension, keys]) => [dimension, [...new Set(keys)].filter(has(dimension))]);
      return {
        hit: {
          kind: 'ranking' as const,
          model: model.key,
          workload,
          filters: Object.fromEntries(filters),
        },
        measured: some.filter(({ basis }) => basis === 'measured').length,
        count: some.length,
      };
    })
    .toSorted((a, b) => b.measured - a.measured || b.count - a.count)
    .map(({ hit }) => hit);
}

/**
 * The address with everything filled in that is asked for and that it leaves open: none where it
 * says something else.
 *
 * @returns with how many tokens were added to each
 */
function filledIn(
  address: Address,
  wanted: Choices,
): { readonly address: Address; readonly added: number }[] {
  let filled = [{ address, added: 0 }];
  for (const [dimension, { keys }] of Object.entries(wanted) as [NamedDimension, Choice][]) {
    const own = address.shared[dimension];
    const onSides = address.sides.flatMap((side) => side[dimension] ?? []);
    if (own !== undefined || onSides.length > 0) {
      const isNamed = [own, ...onSides].some((key) => key !== undefined && keys.includes(key));
      if (!isNamed) return [];
    } else {
      filled = filled.flatMap((one) =>
        keys.map((key) => ({
          address: { ...one.address, shared: { ...one.address.shared, [dimension]: key } },
          added: one.added + 1,
        })),
      );
    }
  }
  return filled.slice(0, MAX_FILLED);
}

/** Whether each of the sides asked for is one of the address's. */
function namesSides({ sides }: Address, wanted: readonly Choices[]): boolean {
  const isNamed = (side: TokenSet, choices: Choices) =>
    (Object.entries(choices) as [NamedDimension, Choice][]).every(
      ([dimension, { keys }]) => side[dimension] !== undefined && keys.includes(side[dimension]),
    );
  return wanted.every((choices) => sides.some((side) => isNamed(side, choices)));
}

/** Comparisons of the sides asked for, with hardware and precision named as far as they are open. */
function madeOf(model: SearchedModel, sides: readonly Choices[], shared: Choices): Address[] {
  if (sides.length < 2) return [];
  const values = (dimension: NamedDimension) => [
    ...new Set(model.combinations.flatMap(({ set }) => set[dimension] ?? [])),
  ];
  const open = (['hardware', 'precision'] as const).filter(
    (dimension) => shared[dimension] === undefined && !(dimension in sides[0]!),
  );
  const whole = {
    ...shared,
    ...Object.fromEntries(
      open.map((dimension) => [dimension, { keys: values(dimension), kin: [] }]),
    ),
  };
  const tokens = tokenSets(whole);
  return product(sides.map(tokenSets))
    .flatMap((some) => {
      if (new Set(some.map(printTokens)).size < some.length) return [];
      return tokens.map((token) => canonicalAddress(model.key, token, some));
    })
    .slice(0, MAX_FILLED);
}

/** Every token set that the choices allow. */
function tokenSets(choices: Choices): TokenSet[] {
  const dimensions = Object.entries(choices) as [NamedDimension, Choice][];
  const pairs = product(
    dimensions.map(([dimension, { keys }]) => keys.map((key) => [dimension, key] as const)),
  );
  return pairs.map((some) => Object.fromEntries(some));
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>(
    (some, list) => some.flatMap((one) => list.map((item) => [...one, item])).slice(0, MAX_FILLED),
    [[]],
  );
}

/**
 * Whether two sides have configurations that may be compared: alike in what no side may differ in
 * unless it is what is compared. Engine, deployment and spec method are released where they must be.
 */
function hasData({ combinations }: SearchedModel, { shared, sides }: Address): boolean {
  const named = { ...shared, ...sides[0] };
  const held = (['hardware', 'precision', 'workload'] as const).filter(
    (d) => named[d] === undefined,
  );
  const groups = sides.map((side) => {
    const tokens = Object.entries({ ...shared, ...side }) as [NamedDimension, string][];
    const fitting = combinations.filter(({ set }) => tokens.every(([d, key]) => set[d] === key));
    return new Set(
      fitting.map(({ basis, interactivityBasis, offload, set }) =>
        [basis, interactivityBasis, offload, ...held.map((d) => set[d])].join(' '),
      ),
    );
  });
  return groups.some((group, i) =>
    groups.slice(i + 1).some((other) => [...group].some((key) => other.has(key))),
  );
}
