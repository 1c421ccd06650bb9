import { printAddress } from './address.ts';
import type { Address } from './address.ts';
import { commonBand, defaultTargets, middleTarget } from './band.ts';
import type { Alternative, Headline, Matched } from './comparison-types.ts';
import { fitCurve, leftKnot } from './curve.ts';
import { leadAmong } from './lead.ts';
import { likelyRange } from './likely.ts';
import { matchSides } from './match.ts';
import { isAskedByPreset, sideKnots } from './assignments.ts';
import type { ReleaseIndex } from './release-index.ts';
import type { SweepEntry } from './release.ts';
import type { Basis } from './sweep.ts';
import { printTokens } from './tokens.ts';
import type { Assignment } from './assignments.ts';
import type { Preset, Vocabulary } from './vocabulary.ts';
import { outputShare } from './side.ts';
import type { Point } from './frontier.ts';

/** The address with every matched token filled in, so that new data cannot change its question. */
export function specificId(address: Address, matched: Matched): string {
  const stated = Object.entries(matched).filter(([, value]) => value !== null);
  return printAddress({ ...address, shared: { ...Object.fromEntries(stated), ...address.shared } });
}

/** What other assignments of the free dimensions would say, in the order given. */
export function alternativesOf(
  address: Address,
  assignments: readonly Assignment[],
  vocabulary: Vocabulary,
): Alternative[] {
  return assignments.map((assignment) => {
    const id = specificId(address, assignment.matched);
    const lead = headlineOf(address, assignment, id, vocabulary)?.lead ?? null;
    return {
      id,
      basis: assignment.basis,
      matched: assignment.matched,
      outcome: lead?.outcome ?? null,
      ratio: lead?.ratio ?? null,
      side: lead && lead.outcome !== 'level' ? lead.side : null,
    };
  });
}

/**
 * Where hardware is compared: the headline when each side pools framework, deployment and spec
 * method, under the same basis and the same other dimensions.
 *
 * @returns `null` where hardware is not compared, pooling adds no sweep, or there is no band
 */
export function bestRecipeHeadline(
  entries: readonly SweepEntry[],
  address: Address,
  chosen: Assignment,
  vocabulary: Vocabulary,
): Headline | null {
  if (address.sides[0]?.hardware === undefined) return null;
  const { precision, workload } = chosen.matched;
  const held = Object.fromEntries(
    Object.entries({ precision, workload }).filter(([, value]) => value != null),
  );
  const question = { ...address, shared: { ...address.shared, ...held } };
  const request = { basis: chosen.basis, pool: true, preset: null };
  const pooled = matchSides(entries, question, request)?.chosen;
  if (pooled === undefined) return null;
  if (pooled.interactivityBasis !== chosen.interactivityBasis) return null;
  if (pooled.sides.every((side) => side.length <= 1)) return null;
  return headlineOf(question, pooled, printAddress(question), vocabulary);
}

/**
 * What a preset says at its own middle target; `null` where its matched sweeps are not there, or
 * fewer than two of its sides reach that target.
 *
 * @param entries - all sweeps of the model
 */
export function presetHeadline(
  entries: readonly SweepEntry[],
  address: Address,
  preset: Preset,
  vocabulary: Vocabulary,
): Headline | null {
  const match = matchSides(entries, address, { basis: null, pool: false, preset });
  if (match === null || !isAskedByPreset(match.chosen, preset)) return null;
  const target = middleTarget(preset.targets);
  return headlineOf(address, match.chosen, preset.id, vocabulary, target);
}

/**
 * What a comparison says at its middle target when its address is asked without a query.
 *
 * @returns `null` where fewer than two sides have data; a `null` headline where they share no speed
 */
export function plainHeadline(
  { entriesOf, manifest, presetOf }: ReleaseIndex,
  address: Address,
): { readonly basis: Basis; readonly headline: Headline | null } | null {
  const id = printAddress(address);
  const preset = presetOf(id);
  const match = matchSides(entriesOf(address.model), address, { basis: null, pool: false, preset });
  if (match === null) return null;
  const { chosen } = match;
  const isOfPreset = preset !== null && isAskedByPreset(chosen, preset);
  const target = isOfPreset ? middleTarget(preset.targets) : null;
  const headline = headlineOf(address, chosen, id, manifest.catalog.vocabulary, target);
  return { basis: chosen.basis, headline };
}

/** Who leads in throughput at a target, by default the middle one of an assignment's band. */
function headlineOf(
  address: Address,
  assignment: Assignment,
  id: string,
  vocabulary: Vocabulary,
  target: number | null = null,
): Headline | null {
  const sides = address.sides.flatMap((tokens, i) => {
    const entries = assignment.sides[i]!;
    if (entries.length === 0) return [];
    const share = tokens.workload === undefined ? 1 : outputShare(vocabulary, tokens.workload);
    return { key: printTokens(tokens), share, knots: sideKnots(entries) };
  });
  const band = commonBand(
    sides.map(({ knots }) => ({
      min: knots[0]!.interactivity,
      max: knots.at(-1)!.interactivity,
    })),
  );
  const interactivity = target ?? (band && middleTarget(defaultTargets(band)));
  if (interactivity === null) return null;
  const candidates = sides.flatMap(({ key, share, knots }) => {
    const value = fitCurve(knots).at(interactivity);
    if (share === null || value === null) return [];
    const [low, high] = bracketAt(knots, interactivity).map((end) => end * share);
    const likely = likelyRange(knots, interactivity, value).map((end) => end * share);
    return {
      side: key,
      value: value * share,
      low: low!,
      high: high!,
      likely: likely as [number, number],
    };
  });
  const lead = leadAmong(candidates, false);
  return lead && { id, interactivity, lead };
}

/** The throughputs of the right and the left knot around a target. */
function bracketAt(knots: readonly Point[], x: number): readonly [low: number, high: number] {
  const right = knots.find(({ interactivity }) => interactivity >= x)!;
  return [right.throughput, knots[leftKnot(knots, x)]!.throughput];
}
