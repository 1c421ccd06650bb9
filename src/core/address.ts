import { MAX_ID_LENGTH, MAX_SIDES, MIN_SIDES } from './limits.ts';
import { nearest } from './nearest.ts';
import { compareText } from './sweep.ts';
import { KEY, parseTokens, printTokens } from './tokens.ts';
import type { AddressProblem, Parsed, TokenSet, AddressRule } from './tokens.ts';
import { DIMENSIONS } from './vocabulary.ts';
import type { Catalog, Dimension } from './vocabulary.ts';

/** What a comparison address asks: sides, each a set of tokens, under shared tokens. */
export interface Address {
  readonly model: string;
  readonly shared: TokenSet;
  /** in the writer's order, all naming the same dimensions */
  readonly sides: readonly TokenSet[];
}

type Vocabularies = Pick<Catalog, 'models' | 'vocabulary'>;

/**
 * The address in `<model>/<shared tokens>/<side>-vs-<side>…`, in canonical form: aliases resolved,
 * tokens that all sides share hoisted. `<model>/<sides>` is read as `<model>/_/<sides>`.
 *
 * A model that the catalog lacks is kept as written, if it is written as a key: it parses, and is
 * not found.
 *
 * @param id - percent-decoded, any case
 */
export function parseAddress(id: string, catalog: Vocabularies): Parsed<Address> {
  const text = id.toLowerCase();
  const parts = text.split('/');
  if (parts.length === 2) parts.splice(1, 0, '_');
  const [model = '', shared = '', sides = ''] = parts;
  const refuse = (token: string, rule: AddressRule, candidates: readonly string[] = []) => ({
    problem: { token, position: Math.max(0, text.indexOf(token)), rule, nearest: candidates },
  });
  if (text.length > MAX_ID_LENGTH) {
    return refuse(text.slice(0, 20), 'length');
  }
  if (parts.length !== 3 || model === '' || shared === '' || sides === '') {
    return refuse(text, 'shape');
  }

  const known = resolveModel(model, catalog);
  if (!KEY.test(known)) return refuse(model, 'model');

  const sharedTokens = shared === '_' ? { value: {} } : parseTokens(shared, catalog.vocabulary);
  if ('problem' in sharedTokens) return moved(sharedTokens.problem, text.indexOf('/') + 1);

  const sideTexts = sides.split('-vs-');
  if (sideTexts.length < MIN_SIDES || sideTexts.length > MAX_SIDES) {
    return refuse(sides, 'side-count');
  }
  const sideTokens: TokenSet[] = [];
  let position = text.length - sides.length;
  for (const side of sideTexts) {
    if (side === '') return refuse(sides, 'empty-side');
    const parsed = parseTokens(side, catalog.vocabulary);
    if ('problem' in parsed) return moved(parsed.problem, position);
    sideTokens.push(parsed.value);
    position += side.length + '-vs-'.length;
  }
  const broken = brokenRule(sharedTokens.value, sideTokens);
  if (broken !== null) return refuse(broken.token, broken.rule);
  const address = canonicalAddress(known, sharedTokens.value, sideTokens);
  return { value: address };
}

/**
 * The canonical id: `<model>/<shared tokens or _>/<side>-vs-<side>`. Inverse of {@link
 * parseAddress}.
 */
export function printAddress({ model, shared, sides }: Address): string {
  return `${model}/${printTokens(shared) || '_'}/${sides.map(printTokens).join('-vs-')}`;
}

/**
 * Tokens of an address with its sides sorted: equal for addresses that differ in the order of sides
 * only.
 */
export function orderlessQuestion({ shared, sides }: Address): string {
  return `${printTokens(shared)}/${sides.map(printTokens).toSorted(compareText).join()}`;
}

/** The dimensions that the sides name, and so compare, in canonical order. */
export function comparedDimensions(address: Address): Dimension[] {
  return DIMENSIONS.filter((dimension) => address.sides[0]?.[dimension] !== undefined);
}

/**
 * The id that an address of the older kind stands for. Its last path segment is
 * `<model>-<gpu>-<precision>-<method>-vs-none` or `<model>-<gpuA>-vs-<gpuB>`: the first side names
 * everything, the others only what differs.
 *
 * @returns an id for {@link parseAddress}, or the problem
 */
export function parseOldAddress(slug: string, catalog: Vocabularies): Parsed<string> {
  const text = slug.toLowerCase();
  const names = catalog.models.flatMap(({ key, aliases }) => [key, ...aliases]);
  const model = names
    .filter((name) => text.startsWith(`${name}-`))
    .toSorted((a, b) => b.length - a.length)[0];
  if (model === undefined) {
    return {
      problem: { token: text, position: 0, rule: 'model-first', nearest: nearest(text, names) },
    };
  }
  const offset = model.length + 1;
  const [first = '', ...others] = text.slice(offset).split('-vs-');
  const whole = first === '' ? { value: {} } : parseTokens(first, catalog.vocabulary);
  if ('problem' in whole) return moved(whole.problem, offset);
  const second = others[0] ? parseTokens(others[0], catalog.vocabulary) : { value: {} };
  if ('problem' in second) return moved(second.problem, offset + first.length + 4);

  const own = (dimension: string) => dimension in second.value;
  const shared = Object.fromEntries(Object.entries(whole.value).filter(([d]) => !own(d)));
  const side = Object.fromEntries(Object.entries(whole.value).filter(([d]) => own(d)));
  const sides = [printTokens(side), ...others].join('-vs-');
  return { value: `${model}/${printTokens(shared) || '_'}/${sides}` };
}

function resolveModel(name: string, { models }: Vocabularies): string {
  const known = models.find(({ key, aliases }) => key === name || aliases.includes(name));
  return known?.key ?? name;
}

/** An address in canonical form: tokens that all sides share become shared ones. */
export function canonicalAddress(
  model: string,
  shared: TokenSet,
  sides: readonly TokenSet[],
): Address {
  const common = DIMENSIONS.filter((dimension) => {
    const key = sides[0]?.[dimension];
    return key !== undefined && sides.every((side) => side[dimension] === key);
  });
  const up = Object.fromEntries(common.map((dimension) => [dimension, sides[0]![dimension]]));
  const without = (side: TokenSet): TokenSet =>
    Object.fromEntries(
      DIMENSIONS.filter((d) => side[d] !== undefined && !common.includes(d)).map((d) => [
        d,
        side[d],
      ]),
    );
  return { model, shared: { ...shared, ...up }, sides: sides.map(without) };
}

function brokenRule(
  shared: TokenSet,
  sides: readonly TokenSet[],
): { token: string; rule: AddressRule } | null {
  const first = sides[0]!;
  for (const [index, side] of sides.entries()) {
    const token = printTokens(side);
    for (const dimension of DIMENSIONS) {
      if ((side[dimension] === undefined) !== (first[dimension] === undefined)) {
        return { token, rule: 'same-dimensions' };
      }
      if (side[dimension] !== undefined && shared[dimension] !== undefined) {
        return { token: side[dimension], rule: 'shared-or-side' };
      }
    }
    if (sides.slice(0, index).some((other) => printTokens(other) === token)) {
      return { token, rule: 'sides-alike' };
    }
  }
  if (shared.hardware === undefined && first.hardware === undefined) {
    return { token: printTokens(first), rule: 'hardware' };
  }
  return null;
}

function moved(problem: AddressProblem, by: number): { problem: AddressProblem } {
  return { problem: { ...problem, position: problem.position + by } };
}
