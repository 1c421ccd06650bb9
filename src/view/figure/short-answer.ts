import type { Words } from '../words/words.ts';
import { middleTarget } from '../../core/band.ts';
import type { Comparison, TargetValues } from '../../core/comparison-types.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import { isSamePair, savingOf, leadSides } from '../../core/lead.ts';
import { sideLabel } from './side-names.ts';

/** What one target says, in one short sentence that is made anew while a reader drags. */
export function shortAnswer(
  c: Pick<Comparison, 'sides' | 'ttftLimit' | 'pool'>,
  { interactivity, sides: read, best }: TargetValues,
  words: Words['figure'],
): string {
  const [metric, costMetric] = headlineMetrics(c.sides);
  const [lead, cost] = [best[metric], best[costMetric]];
  const each = read.map((value, i) =>
    words.shortRead(c.sides[i]!.label, value[metric], value.status, metric),
  );
  const saving = lead && cost && isSamePair(lead, cost) ? savingOf(cost) : null;
  const sides = lead ? leadSides(lead).map((key) => sideLabel(c, key)) : [];
  return words.shortAnswer(interactivity, each, lead, sides, saving, words.askedWords(c));
}

/** What was read at the target that headlines speak of; `undefined` where there is none. */
export function middleRead({ targets, values }: Pick<Comparison, 'targets' | 'values'>) {
  return values.find(({ interactivity }) => interactivity === middleTarget(targets));
}
