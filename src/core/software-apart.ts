import type { ComparedSide } from './comparison-types.ts';
import type { NoticeFacts } from './notice-facts.ts';
import type { NoticeInput } from './notice-input.ts';
import { fileText } from './side.ts';
import type { Source, Sweep } from './sweep.ts';

const KINDS = ['image', 'tool'] as const;
type Software = NoticeFacts['software-apart'];

/**
 * Engine images and benchmark tools that differ between sides of which one expects the same: runs, or
 * sides of one engine on one hardware. On other hardware images always differ, and say nothing.
 *
 * Only what the figures shown were measured with counts; what a side does not state differs from
 * nothing.
 */
export function softwareApart(input: NoticeInput): { readonly facts: Software }[] {
  const { compared, sides, sweeps } = input;
  if (!compared.includes('run') && !isOneEngine(input)) return [];
  const differences = KINDS.flatMap((kind) => {
    const each = sides.flatMap((side, i) => {
      const values = usedBy(side, sweeps[i]!).flatMap((source) => source[kind] ?? []);
      return side.knots.length === 0
        ? []
        : { label: side.label, values: [...new Set(values)].toSorted() };
    });
    const stated = each.filter(({ values }) => values.length > 0);
    const isApart = new Set(stated.map(({ values }) => JSON.stringify(values))).size > 1;
    return isApart ? [{ kind, sides: each }] : [];
  });
  if (differences.length === 0) return [];
  return [{ facts: { isOfRuns: compared.join() === 'run', differences } }];
}

/** Whether all sides have one engine on one hardware. */
function isOneEngine({ sides, sweeps }: NoticeInput): boolean {
  const hardware = new Set(sides.map((side) => side.hardware));
  const [engine, ...others] = new Set(sweeps.flat().map(({ key }) => key.framework));
  return hardware.size === 1 && others.length === 0 && engine != null;
}

/** The sources of a side's knots as its sweeps have them, with the tool by itself. */
function usedBy({ sources }: ComparedSide, sweeps: readonly Sweep[]): Source[] {
  const isUsed = (source: Source) =>
    sources.some(
      ({ image, date, url, file = null }) =>
        image === source.image &&
        date === source.date &&
        url === source.url &&
        file === fileText(source),
    );
  return sweeps.flatMap((sweep) => sweep.sources.filter(isUsed));
}
