import { middleTarget } from '../../core/band.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import type { Lead } from '../../core/lead.ts';
import { headlineMetrics, isOfOutput } from '../../core/metrics.ts';
import { sideLabel, sidePosition } from '../figure/side-names.ts';
import { ratioText } from '../format.ts';
import type { Words } from '../words/words.ts';
import { fittingText } from './fitting-text.ts';

/** A comparison in two short texts, for a badge. */
interface BadgeText {
  /** the sides */
  readonly label: string;
  /** the answer at the middle target */
  readonly message: string;
  /** place of the side that is ahead; `null` where none is */
  readonly leader: number | null;
}

/** Bytes of all names of a label, and of one name in a message. */
const LABEL_BYTES = 88;
const NAME_BYTES = 36;

/**
 * What a badge says: the ratio only where it is settled without a sign, and never without its
 * target.
 */
export function badgeText(c: Comparison, all: Pick<Words, 'badge' | 'card'>): BadgeText {
  const words = all.badge;
  const each = Math.floor(LABEL_BYTES / c.sides.length);
  const { message, leader } = answer(c, words);
  const parts = [
    message,
    isOfOutput(headlineMetrics(c.sides)[0]) && words.output,
    c.ttftLimit !== null && all.card.inTime(c.ttftLimit),
    c.pool && words.pooled,
    c.mismatch.length > 0 && words.unlike,
  ];
  return {
    label: words.sides(c.sides.map(({ label }) => fittingText(label, each))),
    message: parts.filter(Boolean).join(', '),
    leader,
  };
}

function answer(c: Comparison, words: Words['badge']): Pick<BadgeText, 'message' | 'leader'> {
  const target = middleTarget(c.targets);
  const values = c.values.find(({ interactivity }) => interactivity === target);
  if (target === null || values === undefined) return { message: words.nothing, leader: null };
  const lead = values.best[headlineMetrics(c.sides)[0]];
  return {
    message: words.at(lead === null ? words.outside : leadWords(lead, c, words), target),
    leader: lead?.outcome === 'ahead' ? sidePosition(c, lead.side) : null,
  };
}

function leadWords(lead: Lead, c: Comparison, words: Words['badge']): string {
  const nameOf = (key: string) => fittingText(sideLabel(c, key), NAME_BYTES);
  const isOfTwo = c.sides.length === 2;
  if (lead.outcome === 'level') return words.level(isOfTwo ? null : lead.sides.map(nameOf));
  const isPlain = isOfTwo && sidePosition(c, lead.side) === 0;
  return words[lead.outcome](isPlain ? null : nameOf(lead.side), ratioText(lead.ratio));
}
