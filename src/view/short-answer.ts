import type { Comparison, TargetValues } from '../core/comparison-types.ts';
import { percentText, ratioRangeText, ratioText, targetText, throughputText } from './format.ts';
import { middleTarget } from '../core/band.ts';

/** What one target says, in one short sentence that is made anew while a reader drags. */
export function shortAnswer(
  { sides }: Pick<Comparison, 'sides'>,
  { interactivity, sides: read, best }: TargetValues,
  words: ShortAnswerWords = en,
): string {
  const label = (key: string | null) => sides.find((side) => side.key === key)?.label ?? '';
  const each = read.map(({ side, throughput, status }) =>
    throughput === null
      ? words.none(label(side), status)
      : words.one(label(side), throughputText(throughput)),
  );
  const lead = best.throughput;
  const cost = best.costPerMillionTokens;
  const isSame = cost?.decided && cost.side === lead?.side && cost.over === lead?.over;
  return (
    words.at(targetText(interactivity), each.join(', ')) +
    (lead === null
      ? ''
      : lead.tie
        ? words.tie
        : lead.decided
          ? words.ahead(label(lead.side), label(lead.over), ratioText(lead.ratio)) +
            (isSame && cost.saving ? words.saving(percentText(cost.saving)) : '')
          : words.open(label(lead.side), ratioText(lead.ratio), ratioRangeText(lead.ratioRange))) +
    '.'
  );
}

/** What was read at the target that headlines speak of; `null` where there is none. */
export function middleRead({ targets, values }: Pick<Comparison, 'targets' | 'values'>) {
  const middle = middleTarget(targets);
  return values.find(({ interactivity }) => interactivity === middle) ?? null;
}

export const en = {
  at: (target: string, each: string) => `At ${target} tok/s/user: ${each}`,
  one: (side: string, throughput: string) => `${side} ${throughput} tok/s/GPU`,
  none: (side: string, status: string) => `${side} ${status.replace('-', ' its ')}`,
  tie: '; a tie',
  ahead: (side: string, over: string, ratio: string) =>
    `; ${side} serves ${ratio} what ${over} does`,
  saving: (share: string) => `, at ${share} less cost`,
  open: (side: string, ratio: string, range: string) =>
    `; ${side} reads about ${ratio} ahead, the points allow ${range}`,
};

export type ShortAnswerWords = typeof en;
