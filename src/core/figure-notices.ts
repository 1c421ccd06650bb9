import { labelOf } from './vocabulary.ts';
import { engineFamilies } from './engine-families.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeInput, NoticeRules } from './notice-input.ts';
import type { Sweep } from './sweep.ts';
import { sideKeys } from './notice-input.ts';
import { sweepKnots } from './frontier.ts';

/** What the figures themselves mean, and which are not known. */
export const FIGURE_NOTICES = {
  /**
   * What speculation gains follows from the text and from how an engine accepts drafts: said where it
   * is what is compared, or where engines of several families use it.
   */
  'spec-acceptance': [
    'info',
    (input) => {
      const { sweeps, compared } = input;
      const speculates = ({ key }: Sweep) => key.specMethod !== null && key.specMethod !== 'off';
      const frameworks = engineFamilies(input) ?? [];
      const isCompared = compared.includes('specMethod');
      if ((frameworks.length === 0 && !isCompared) || !sweeps.flat().some(speculates)) return [];
      return [{ facts: { frameworks, isCompared } }];
    },
  ],
  'no-price': ['info', (input) => unknownRates(input, 'usdPerGpuHour')],
  'no-power': ['info', (input) => unknownRates(input, 'powerKw')],
  /** Figures that were printed on pages: the publisher's interpolations, rounded or not. */
  'published-figures': [
    'info',
    ({ basis, sides, sweeps }) => {
      if (basis !== 'published') return [];
      const shown = sides.flatMap(({ knots }, i) =>
        sweeps[i]!.flatMap((sweep) => sweepKnots(sweep.points, sweep.basis)).filter((point) =>
          knots.some(
            (k) => k.interactivity === point.interactivity && k.throughput === point.throughput,
          ),
        ),
      );
      const count = shown.filter(({ rounded }) => rounded).length;
      const rounded = count === 0 ? 'none' : count === shown.length ? 'all' : 'some';
      const isSpeculationStated = sides.every(({ specMethod }) => specMethod !== null);
      return [{ facts: { rounded, isSpeculationStated } }];
    },
  ],
} satisfies NoticeRules;

/** The hardware of sides whose price, or power, the rate card does not have. */
function unknownRates(
  { sides, rates: { id, tier }, vocabulary }: NoticeInput,
  field: 'usdPerGpuHour' | 'powerKw',
): { readonly sides: readonly string[]; readonly facts: NoticeFacts['no-price'] }[] {
  const without = sides.filter((side) => side[field] === null);
  if (without.length === 0) return [];
  const hardware = new Set(without.map((side) => labelOf(vocabulary, 'hardware', side.hardware)));
  return [{ sides: sideKeys(without), facts: { labels: [...hardware], rates: id, tier } }];
}
