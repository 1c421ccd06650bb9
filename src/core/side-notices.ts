import { labelOf } from './vocabulary.ts';
import type { Finding, NoticeInput } from './notice-input.ts';
import { keysOf, labelsOf } from './notice-input.ts';
/** Neighbouring knots further apart than this factor, with a range as wide, are worth a word. */
const WIDE = 1.5;
const FEW_KNOTS = 4;

export function mismatch({
  mismatch: dimensions,
  sides,
  vocabulary,
}: NoticeInput): Finding<'mismatch'>[] {
  if (dimensions.length === 0) return [];
  const shown = sides.filter(({ knots }) => knots.length > 0);
  const differing = shown.map((side) => ({
    label: side.label,
    values: dimensions.map((d) => side[d] && labelOf(vocabulary, d, side[d])),
  }));
  return [{ facts: { dimensions, sides: differing } }];
}

export function disjoint({ isDisjoint, sides }: NoticeInput): Finding<'disjoint'>[] {
  if (!isDisjoint) return [];
  return [
    { facts: { sides: sides.flatMap(({ label, range }) => (range ? { label, range } : [])) } },
  ];
}

/** A side whose points that state their first token have it after the limit, all of them. */
export function ttftLimit({
  sides,
  sweeps,
  ttftLimit: limit,
}: NoticeInput): Finding<'ttft-limit'>[] {
  const late = sides.filter(
    ({ knots }, i) =>
      knots.length === 0 &&
      sweeps[i]!.some(({ points }) => points.some(({ ttft }) => ttft !== null)),
  );
  if (late.length === 0 || limit === null) return [];
  return [{ sides: keysOf(late), facts: { labels: labelsOf(late), limit } }];
}

/** Points that a limit of the first token leaves out because they do not state theirs. */
export function ttftUnknown({
  sides,
  sweeps,
  ttftLimit: limit,
}: NoticeInput): Finding<'ttft-unknown'>[] {
  if (limit === null) return [];
  const some = sides.flatMap(({ key, label }, i) => {
    const points = sweeps[i]!.flatMap((sweep) => sweep.points);
    const without = points.filter(({ ttft }) => ttft === null).length;
    return without === 0 ? [] : { key, read: { label, without, of: points.length } };
  });
  if (some.length === 0) return [];
  return [{ sides: keysOf(some), facts: { sides: some.map(({ read }) => read), limit } }];
}

export function absentSides({ sides, sweeps }: NoticeInput): Finding<'absent-side'>[] {
  const absent = sides.filter((_, i) => sweeps[i]!.length === 0);
  if (absent.length === 0) return [];
  return [{ sides: keysOf(absent), facts: { labels: labelsOf(absent) } }];
}

export function outOfRange({ sides, values }: NoticeInput): Finding<'out-of-range'>[] {
  const without = sides.flatMap(({ key, label, range }, i) => {
    const outside = values.filter(({ sides: read }) => read[i]!.status.endsWith('-range'));
    if (outside.length === 0 || range === null) return [];
    const targets = outside.map(({ interactivity }) => interactivity);
    return { key, read: { label, targets, range } };
  });
  if (without.length === 0) return [];
  return [{ sides: keysOf(without), facts: { sides: without.map(({ read }) => read) } }];
}

/** Targets read between knots so far apart that the likely range is wide; the widest of each side. */
export function wideGaps({ sides, values }: NoticeInput): Finding<'wide-gap'>[] {
  const wide = sides.flatMap(({ key, label, knots }, i) => {
    const gaps = values.flatMap(({ sides: read }) => {
      const { status, between, likely } = read[i]!;
      if (status !== 'interpolated' || !between || !likely) return [];
      const [left, right] = between.map((k) => knots[k]!.interactivity) as [number, number];
      return right / left > WIDE && likely[1] / likely[0] > WIDE ? { left, right } : [];
    });
    const [widest] = gaps.toSorted((a, b) => b.right / b.left - a.right / a.left);
    return widest ? { key, label, ...widest } : [];
  });
  if (wide.length === 0) return [];
  const facts = { sides: wide.map(({ label, left, right }) => ({ label, left, right })) };
  return [{ sides: keysOf(wide), facts }];
}

/** Curves of fewer than four knots, said once for all sides. */
export function sparse({ sides }: NoticeInput): Finding<'sparse'>[] {
  const few = sides.filter(({ knots }) => knots.length > 0 && knots.length < FEW_KNOTS);
  if (few.length === 0) return [];
  const counts = few.map(({ label, knots }) => ({ label, knots: knots.length }));
  return [{ sides: keysOf(few), facts: { sides: counts } }];
}

/** Sides whose knots are medians of repeated runs: of how many, and how far these differ at most. */
export function repeats({ sides }: NoticeInput): Finding<'repeats'>[] {
  const repeated = sides.flatMap(({ key, label, knots }) => {
    const medians = knots.filter((knot) => knot.repeats !== undefined);
    if (medians.length === 0) return [];
    const counts = medians.map((knot) => knot.repeats!);
    const read = {
      label,
      least: Math.min(...counts),
      most: Math.max(...counts),
      spread: Math.max(...medians.map((knot) => knot.spread!)),
      isEvery: medians.length === knots.length,
    };
    return { key, read };
  });
  if (repeated.length === 0) return [];
  return [{ sides: keysOf(repeated), facts: { sides: repeated.map(({ read }) => read) } }];
}
