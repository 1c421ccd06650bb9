import { middleTarget } from '../../core/band.ts';
import type { Comparison, TargetValues } from '../../core/comparison-types.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import { isSamePair, savingOf } from '../../core/lead.ts';
import { percentText, ratioRangeText, ratioText, targetText, throughputText } from '../format.ts';
import { labelOf } from './side-names.ts';

/** What one target says, in one short sentence that is made anew while a reader drags. */
export function shortAnswer(
  c: Pick<Comparison, 'sides'>,
  { interactivity, sides: read, best }: TargetValues,
): string {
  const [metric, costMetric] = headlineMetrics(c.sides);
  const [lead, cost] = [best[metric], best[costMetric]];
  const each = read.map((value, i) => {
    const throughput = value[metric];
    const said =
      throughput === null
        ? value.status.replace('-', ' its ')
        : `${throughputText(throughput)} tok/s/GPU`;
    return `${c.sides[i]!.label} ${said}`;
  });
  const saving = lead && cost && isSamePair(lead, cost) ? savingOf(cost) : null;
  const saved = saving === null ? '' : `, at ${percentText(saving)} less cost`;
  return `At ${targetText(interactivity)} tok/s/user: ${each.join(', ')}${who()}.`;

  function who(): string {
    if (!lead) return '';
    if (lead.outcome === 'level') return '; about level';
    const [first, second] = [labelOf(c, lead.side), labelOf(c, lead.over)];
    const ratio = ratioText(lead.ratio);
    return lead.outcome === 'ahead'
      ? `; ${first} serves ${ratio} what ${second} does${saved}`
      : `; ${first} is estimated ${ratio} ahead, likely ${ratioRangeText(lead.ratioRange)}`;
  }
}

/** What was read at the target that headlines speak of; `undefined` where there is none. */
export function middleRead({ targets, values }: Pick<Comparison, 'targets' | 'values'>) {
  return values.find(({ interactivity }) => interactivity === middleTarget(targets));
}
