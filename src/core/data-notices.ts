import { NAMED_DIMENSIONS, labelOf } from './vocabulary.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { Finding, NoticeInput } from './notice-input.ts';
import type { Sweep } from './sweep.ts';
import { keysOf } from './notice-input.ts';
import { sweepKnots } from './frontier.ts';
const DAYS_APART = 30;
const TTFT_FACTOR = 2;

/** TTFTs at the neighbouring knots so far apart that users would notice, at the worst target. */
export function ttftApart({ sides, values }: NoticeInput): Finding<'ttft-apart'>[] {
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
}

/** Sweeps measured more than 30 days apart, where runs are not what is compared. */
export function datesApart({ sweeps, compared }: NoticeInput): Finding<'dates-apart'>[] {
  const dates = sweeps.flat().flatMap(({ date }) => date ?? []);
  const [oldest, newest] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (oldest === undefined || newest === undefined || compared.includes('run')) return [];
  const days = Math.round((Date.parse(newest) - Date.parse(oldest)) / 86_400_000);
  return days > DAYS_APART ? [{ facts: { days, oldest, newest } }] : [];
}

/** What hardware with FP4 units computes in, by architecture; that of others is not known. */
const FP4_FORMATS: ReadonlyMap<string, string> = new Map([
  ['Blackwell', 'NVFP4'],
  ['CDNA 4', 'MXFP4'],
]);

/** One precision by name, but not one format: sides whose hardware has FP4 of different kinds. */
export function fp4Formats({
  model,
  sides,
  sweeps,
  vocabulary,
}: NoticeInput): Finding<'fp4-formats'>[] {
  if (model?.fp4Format !== undefined) return []; // its weights are the same everywhere
  const found = sides.flatMap(({ label, hardware }, i) => {
    const entry = vocabulary.hardware.find(({ key }) => key === hardware);
    const format = FP4_FORMATS.get(entry?.architecture ?? '');
    const isFp4 = sweeps[i]!.some(({ key }) => key.precision === 'fp4');
    return isFp4 && format !== undefined ? { label, format } : [];
  });
  return new Set(found.map(({ format }) => format)).size < 2 ? [] : [{ facts: { sides: found } }];
}

export function mixedFrameworks(input: NoticeInput): Finding<'mixed-frameworks'>[] {
  const { compared, mismatch: named } = input;
  if (compared.includes('framework') || named.includes('framework')) return [];
  const frameworks = engineFamilies(input);
  return frameworks === null ? [] : [{ facts: { frameworks } }];
}

/** Labels of the engines, where they are of more than one family; `null` where they are not. */
function engineFamilies({ sweeps, vocabulary }: NoticeInput): string[] | null {
  const keys = new Set(sweeps.flat().flatMap(({ key }) => key.framework ?? []));
  const entries = vocabulary.framework.filter(({ key }) => keys.has(key));
  if (new Set(entries.map(({ family }) => family)).size < 2) return null;
  return entries.map(({ label }) => label);
}

/** Figures of several publishers, or of one beside one's own, in one comparison. */
export function mixedSources({ basis, sides }: NoticeInput): Finding<'mixed-sources'>[] {
  if (basis === 'published') return [];
  const each = sides
    .filter(({ sources }) => sources.length > 0)
    .map(({ label, sources }) => ({
      label,
      sources: [...new Set(sources.map(({ attribution }) => attribution))],
    }));
  const all = new Set(each.flatMap(({ sources }) => sources));
  return all.size < 2 ? [] : [{ facts: { sides: each } }];
}

/** Only where a side really has several sweeps, and only the dimensions in which they differ. */
export function pooled({ sides, sweeps }: NoticeInput): Finding<'pooled'>[] {
  if (sweeps.every((some) => some.length < 2)) return [];
  const dimensions = NAMED_DIMENSIONS.filter((dimension) =>
    sweeps.some((some) => new Set(some.map(({ key }) => key[dimension])).size > 1),
  );
  const counts = sides.map(({ label }, i) => ({ label, sweeps: sweeps[i]!.length }));
  return [{ facts: { dimensions, sides: counts } }];
}

/**
 * What speculation gains follows from the text and from how an engine accepts drafts: said where it
 * is what is compared, or where engines of several families use it.
 */
export function specAcceptance(input: NoticeInput): Finding<'spec-acceptance'>[] {
  const { sweeps, compared } = input;
  const speculates = ({ key }: Sweep) => key.specMethod !== null && key.specMethod !== 'off';
  const frameworks = engineFamilies(input) ?? [];
  const isCompared = compared.includes('specMethod');
  if ((frameworks.length === 0 && !isCompared) || !sweeps.flat().some(speculates)) return [];
  return [{ facts: { frameworks, isCompared } }];
}

/** The hardware of sides whose price, or power, the rate card does not have. */
export function unknownRates(
  { sides, rates: { id, tier }, vocabulary }: NoticeInput,
  field: 'usdPerGpuHour' | 'powerKw',
): { readonly sides: readonly string[]; readonly facts: NoticeFacts['no-price'] }[] {
  const without = sides.filter((side) => side[field] === null);
  if (without.length === 0) return [];
  const hardware = new Set(without.map((side) => labelOf(vocabulary, 'hardware', side.hardware)));
  return [{ sides: keysOf(without), facts: { labels: [...hardware], rates: id, tier } }];
}

/** Figures that were printed on pages: the publisher's interpolations, rounded or not. */
export function publishedFigures({
  basis,
  sides,
  sweeps,
}: NoticeInput): Finding<'published-figures'>[] {
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
}
