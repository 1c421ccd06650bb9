import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeRules } from './notice-input.ts';
import { engineFamilies } from './engine-families.ts';
import { softwareApart } from './software-apart.ts';

const DAYS_APART = 30;
const TTFT_FACTOR = 2;

/** What hardware with FP4 units computes in, by architecture; that of others is not known. */
const FP4_FORMATS: ReadonlyMap<string, string> = new Map([
  ['Blackwell', 'NVFP4'],
  ['CDNA 4', 'MXFP4'],
]);

/** Data of the sides that are less alike than the comparison makes them seem. */
export const DATA_NOTICES = {
  /** TTFTs at the neighbouring knots so far apart that users would notice, at the worst target. */
  'ttft-apart': [
    'warning',
    ({ sides, values }) => {
      const spans = values.flatMap(({ interactivity, sides: read }) => {
        const known = read.flatMap(({ ttft }, i) => {
          const seconds = ttft?.filter((end) => end !== null) ?? [];
          if (seconds.length === 0) return [];
          const [low, high] = [Math.min(...seconds), Math.max(...seconds)];
          return { label: sides[i]!.label, low, high };
        });
        const [quickest] = known.toSorted((a, b) => a.high - b.high);
        const [slowest] = known.toSorted((a, b) => b.low - a.low);
        if (known.length < 2 || !quickest || !slowest) return [];
        return {
          interactivity,
          slow: { label: slowest.label, seconds: slowest.low },
          quick: { label: quickest.label, seconds: quickest.high },
        };
      });
      const factor = ({ slow, quick }: NoticeFacts['ttft-apart']) => slow.seconds / quick.seconds;
      const [worst] = spans.toSorted((a, b) => factor(b) - factor(a));
      return worst && factor(worst) > TTFT_FACTOR ? [{ facts: worst }] : [];
    },
  ],
  /** Sweeps measured more than 30 days apart, where runs are not what is compared. */
  'dates-apart': [
    'warning',
    ({ sweeps, compared }) => {
      const dates = sweeps.flat().flatMap(({ date }) => date ?? []);
      const [oldest, newest] = [dates.toSorted()[0], dates.toSorted().at(-1)];
      if (oldest === undefined || newest === undefined || compared.includes('run')) return [];
      const days = Math.round((Date.parse(newest) - Date.parse(oldest)) / 86_400_000);
      return days > DAYS_APART ? [{ facts: { days, oldest, newest } }] : [];
    },
  ],
  /** Images or benchmark tools that differ where one expects them to be the same. */
  'software-apart': ['info', (input) => softwareApart(input)],
  /** One precision by name, but not one format: sides whose hardware has FP4 of different kinds. */
  'fp4-formats': [
    'info',
    ({ model, sides, sweeps, vocabulary }) => {
      if (model?.fp4Format !== undefined) return []; // its weights are the same everywhere
      const found = sides.flatMap(({ label, hardware }, i) => {
        const entry = vocabulary.hardware.find(({ key }) => key === hardware);
        const format = FP4_FORMATS.get(entry?.architecture ?? '');
        const isFp4 = sweeps[i]!.some(({ key }) => key.precision === 'fp4');
        return isFp4 && format !== undefined ? { label, format } : [];
      });
      return new Set(found.map(({ format }) => format)).size < 2
        ? []
        : [{ facts: { sides: found } }];
    },
  ],
  'mixed-frameworks': [
    'warning',
    (input) => {
      const { compared, mismatch: named } = input;
      if (compared.includes('framework') || named.includes('framework')) return [];
      const frameworks = engineFamilies(input);
      return frameworks === null ? [] : [{ facts: { frameworks } }];
    },
  ],
  /** Figures of several publishers, or of one beside one's own, in one comparison. */
  'mixed-sources': [
    'info',
    ({ basis, sides }) => {
      if (basis === 'published') return [];
      const each = sides
        .filter(({ sources }) => sources.length > 0)
        .map(({ label, sources }) => ({
          label,
          sources: [...new Set(sources.map(({ attribution }) => attribution))],
        }));
      const all = new Set(each.flatMap(({ sources }) => sources));
      return all.size < 2 ? [] : [{ facts: { sides: each } }];
    },
  ],
} satisfies NoticeRules;
