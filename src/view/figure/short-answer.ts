import { middleTarget } from '../../core/band.ts';
import { placesOf } from '../../core/best.ts';
import type { Comparison, TargetValues } from '../../core/comparison-types.ts';
import { percentText, ratioRangeText, ratioText, targetText, throughputText } from '../format.ts';

/** What one target says, in one short sentence that is made anew while a reader drags. */
export function shortAnswer(
  { sides }: Pick<Comparison, 'sides'>,
  {
    interactivity,
    sides: read,
    best: { throughput: lead, costPerMillionTokens: cost },
  }: TargetValues,
): string {
  const each = read.map(({ throughput, status }, i) => {
    const said =
      throughput === null
        ? status.replace('-', ' its ')
        : `${throughputText(throughput)} tok/s/GPU`;
    return `${sides[i]!.label} ${said}`;
  });
  const [first, second] = placesOf(lead, sides).map((place) => sides[place]?.label);
  const ratio = lead && ratioText(lead.ratio);
  const saved =
    cost?.decided && cost.saving && cost.side === lead?.side && cost.over === lead.over
      ? `, at ${percentText(cost.saving)} less cost`
      : '';
  const who = !lead
    ? ''
    : lead.tie
      ? '; a tie'
      : lead.decided
        ? `; ${first} serves ${ratio} what ${second} does${saved}`
        : `; ${first} reads about ${ratio} ahead, the points allow ${ratioRangeText(lead.ratioRange)}`;
  return `At ${targetText(interactivity)} tok/s/user: ${each.join(', ')}${who}.`;
}

/** What was read at the target that headlines speak of; `undefined` where there is none. */
export function middleRead({ targets, values }: Pick<Comparison, 'targets' | 'values'>) {
  return values.find(({ interactivity }) => interactivity === middleTarget(targets));
}
