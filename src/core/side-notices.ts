import { labelOf } from './vocabulary.ts';
import type { NoticeRules } from './notice-input.ts';
import { sideKeys, sideLabels } from './notice-input.ts';

/** What sides have, lack or differ in. */
export const SIDE_NOTICES = {
  mismatch: [
    'warning',
    ({ mismatch: dimensions, sides, vocabulary }) => {
      if (dimensions.length === 0) return [];
      const shown = sides.filter(({ knots }) => knots.length > 0);
      const differing = shown.map((side) => ({
        label: side.label,
        values: dimensions.map((d) => side[d] && labelOf(vocabulary, d, side[d])),
      }));
      return [{ facts: { dimensions, sides: differing } }];
    },
  ],
  disjoint: [
    'warning',
    ({ isDisjoint, sides }) => {
      if (!isDisjoint) return [];
      return [
        { facts: { sides: sides.flatMap(({ label, range }) => (range ? { label, range } : [])) } },
      ];
    },
  ],
  /** A side whose points that state their first token have it after the limit, all of them. */
  'ttft-limit': [
    'warning',
    ({ sides, sweeps, ttftLimit: limit }) => {
      const late = sides.filter(
        ({ knots }, i) =>
          knots.length === 0 &&
          sweeps[i]!.some(({ points }) => points.some(({ ttft }) => ttft !== null)),
      );
      if (late.length === 0 || limit === null) return [];
      return [{ sides: sideKeys(late), facts: { labels: sideLabels(late), limit } }];
    },
  ],
  /** Points that a limit of the first token leaves out because they do not state theirs. */
  'ttft-unknown': [
    'warning',
    ({ sides, sweeps, ttftLimit: limit }) => {
      if (limit === null) return [];
      const some = sides.flatMap(({ key, label }, i) => {
        const points = sweeps[i]!.flatMap((sweep) => sweep.points);
        const without = points.filter(({ ttft }) => ttft === null).length;
        return without === 0 ? [] : { key, read: { label, without, of: points.length } };
      });
      if (some.length === 0) return [];
      return [{ sides: sideKeys(some), facts: { sides: some.map(({ read }) => read), limit } }];
    },
  ],
  'absent-side': [
    'warning',
    ({ sides, sweeps }) => {
      const absent = sides.filter((_, i) => sweeps[i]!.length === 0);
      if (absent.length === 0) return [];
      return [{ sides: sideKeys(absent), facts: { labels: sideLabels(absent) } }];
    },
  ],
  'out-of-range': [
    'warning',
    ({ sides, values }) => {
      const without = sides.flatMap(({ key, label, range }, i) => {
        const outside = values.filter(({ sides: read }) => read[i]!.status.endsWith('-range'));
        if (outside.length === 0 || range === null) return [];
        const targets = outside.map(({ interactivity }) => interactivity);
        return { key, read: { label, targets, range } };
      });
      if (without.length === 0) return [];
      return [{ sides: sideKeys(without), facts: { sides: without.map(({ read }) => read) } }];
    },
  ],
} satisfies NoticeRules;
