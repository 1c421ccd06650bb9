import type { ComparedSide, Notice } from './comparison-types.ts';
import {
  datesApart,
  publishedFigures,
  runNotices,
  sparse,
  ttftApart,
  wideGaps,
} from './data-notices.ts';
import { labelOf } from './vocabulary.ts';
import type { NoticeInput } from './data-notices.ts';

/** What the reader must know about a comparison; warnings first, each only where its rule holds. */
export function comparisonNotices(input: NoticeInput): Notice[] {
  const notices = [
    mismatch(input),
    disjoint(input),
    ...absentSides(input),
    ...outOfRange(input),
    ...runNotices(input),
    ttftApart(input),
    datesApart(input),
    mixedFrameworks(input),
    ...wideGaps(input),
    pooled(input),
    sparse(input),
    specAcceptance(input),
    ...unpriced(input),
    publishedFigures(input),
  ].filter((notice) => notice !== null);
  const weight = ({ severity }: Notice) => (severity === 'warning' ? 0 : 1);
  return notices.toSorted((a, b) => weight(a) - weight(b));
}

function mismatch({ mismatch: dimensions, sides, vocabulary }: NoticeInput): Notice | null {
  if (dimensions.length === 0) return null;
  const values = sides
    .filter(({ knots }) => knots.length > 0)
    .map((side) => {
      const keys = dimensions.map((d) => side[d]);
      const labels = keys.map((key, i) =>
        key === null ? 'not stated' : labelOf(vocabulary, dimensions[i]!, key),
      );
      return `${side.label}: ${labels.join(', ')}`;
    });
  return { code: 'mismatch', severity: 'warning', facts: { dimensions, values } };
}

function disjoint({ isDisjoint, sides }: NoticeInput): Notice | null {
  if (!isDisjoint) return null;
  const ranges = sides.flatMap(({ label, range }) =>
    range === null ? [] : `${label} ${range.min} to ${range.max}`,
  );
  return { code: 'disjoint', severity: 'warning', facts: { ranges } };
}

function absentSides({ sides }: NoticeInput): Notice[] {
  return sides
    .filter(({ knots }) => knots.length === 0)
    .map(({ key, label }) => ({
      code: 'absent-side',
      severity: 'warning',
      sides: [key],
      facts: { label },
    }));
}

function outOfRange({ sides, values }: NoticeInput): Notice[] {
  return sides.flatMap((side, i): Notice[] => {
    const outside = values.filter(({ sides: read }) => read[i]!.status.endsWith('-range'));
    if (outside.length === 0 || side.range === null) return [];
    const targets = outside.map(({ interactivity }) => String(interactivity));
    const { min, max } = side.range;
    const facts = { label: side.label, targets, min, max };
    return [{ code: 'out-of-range', severity: 'warning', sides: [side.key], facts }];
  });
}

function mixedFrameworks(input: NoticeInput): Notice | null {
  const { sweeps, compared, mismatch: named, vocabulary } = input;
  if (compared.includes('framework') || named.includes('framework')) return null;
  const keys = new Set(sweeps.flat().flatMap(({ key }) => key.framework ?? []));
  const entries = vocabulary.framework.filter(({ key }) => keys.has(key));
  if (new Set(entries.map(({ family }) => family)).size < 2) return null;
  const frameworks = entries.map(({ label }) => label);
  return { code: 'mixed-frameworks', severity: 'warning', facts: { frameworks } };
}

function pooled({ pool, sides, sweeps }: NoticeInput): Notice | null {
  if (!pool) return null;
  const counts = sides.map(({ label }, i) => `${label} ${sweeps[i]!.length}`);
  return { code: 'pooled', severity: 'info', facts: { sweeps: counts } };
}

/** Engines implement acceptance differently, so a gain across engines is not only speculation's. */
function specAcceptance({ sweeps, vocabulary }: NoticeInput): Notice | null {
  const speculating = sweeps
    .flat()
    .filter(({ key }) => key.specMethod !== null && key.specMethod !== 'off');
  const keys = [...new Set(sweeps.flat().flatMap(({ key }) => key.framework ?? []))];
  if (speculating.length === 0 || keys.length < 2) return null;
  const frameworks = keys.map((key) => labelOf(vocabulary, 'framework', key));
  return { code: 'spec-acceptance', severity: 'info', facts: { frameworks } };
}

function unpriced({ sides, rates }: NoticeInput): Notice[] {
  const without = (field: 'usdPerGpuHour' | 'powerKw') =>
    sides.filter((side) => side[field] === null);
  const facts = (list: readonly ComparedSide[]) => ({
    labels: list.map(({ label }) => label),
    rates: rates.id,
    tier: rates.tier,
  });
  const [priceless, powerless] = [without('usdPerGpuHour'), without('powerKw')];
  const keys = (list: readonly ComparedSide[]) => list.map(({ key }) => key);
  const notices: Notice[] = [];
  if (priceless.length > 0) {
    const about = { sides: keys(priceless), facts: facts(priceless) };
    notices.push({ code: 'no-price', severity: 'info', ...about });
  }
  if (powerless.length > 0) {
    const about = { sides: keys(powerless), facts: facts(powerless) };
    notices.push({ code: 'no-power', severity: 'info', ...about });
  }
  return notices;
}
