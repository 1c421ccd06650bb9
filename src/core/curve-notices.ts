import { OPEN_LOOP } from './point-facts.ts';
import { NAMED_DIMENSIONS } from './vocabulary.ts';
import type { NoticeRules } from './notice-input.ts';
import { sideKeys } from './notice-input.ts';

/** Neighbouring knots further apart than this factor, with a range as wide, are worth a word. */
const WIDE = 1.5;
const FEW_KNOTS = 4;

/** How well the points carry the curves. */
export const CURVE_NOTICES = {
  /** Targets read between knots so far apart that the likely range is wide; the widest of each side. */
  'wide-gap': [
    'info',
    ({ sides, values }) => {
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
      return [{ sides: sideKeys(wide), facts }];
    },
  ],
  /** Only where a side really has several sweeps, and only the dimensions in which they differ. */
  pooled: [
    'info',
    ({ sides, sweeps }) => {
      if (sweeps.every((some) => some.length < 2)) return [];
      const dimensions = NAMED_DIMENSIONS.filter((dimension) =>
        sweeps.some((some) => new Set(some.map(({ key }) => key[dimension])).size > 1),
      );
      const counts = sides.map(({ label }, i) => ({ label, sweeps: sweeps[i]!.length }));
      return [{ facts: { dimensions, sides: counts } }];
    },
  ],
  /** Curves of fewer than four knots, said once for all sides. */
  sparse: [
    'info',
    ({ sides }) => {
      const few = sides.filter(({ knots }) => knots.length > 0 && knots.length < FEW_KNOTS);
      if (few.length === 0) return [];
      const counts = few.map(({ label, knots }) => ({ label, knots: knots.length }));
      return [{ sides: sideKeys(few), facts: { sides: counts } }];
    },
  ],
  /** Sides whose knots are medians of repeated runs: of how many, and how far these differ at most. */
  repeats: [
    'info',
    ({ sides }) => {
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
      return [{ sides: sideKeys(repeated), facts: { sides: repeated.map(({ read }) => read) } }];
    },
  ],
  /** Sides with knots that have no concurrency, because none was kept up, and how requests were sent. */
  'open-loop': [
    'info',
    ({ sides }) => {
      const open = sides.flatMap(({ key, label, knots }) => {
        const sent = knots.flatMap(({ concurrency, concurrencyOrigin }) =>
          concurrency === null ? (concurrencyOrigin ?? []) : [],
        );
        if (sent.length === 0) return [];
        const how = sent.filter((text) => text !== OPEN_LOOP);
        const said = new Set(how.map((text) => text.replace(`${OPEN_LOOP}, `, '')));
        return { key, read: { label, sent: [...said], isEvery: sent.length === knots.length } };
      });
      if (open.length === 0) return [];
      return [{ sides: sideKeys(open), facts: { sides: open.map(({ read }) => read) } }];
    },
  ],
} satisfies NoticeRules;
