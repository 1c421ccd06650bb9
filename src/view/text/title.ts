import type { Comparison } from '../../core/comparison-types.ts';
import type { Heading, TitleOf } from '../../core/heading.ts';
import type { Words } from '../words/words.ts';

/** Makes titles of comparisons: "<model> on <what all share>: A vs B". */
export function titleIn({ address }: Pick<Words, 'address'>): TitleOf {
  return ({ model, shared, sides }: Heading) => address.title(model, shared, sides);
}

/** The title with what was asked beside the question itself, where it stands without the answer. */
export function titleAsAsked(c: Comparison, { figure, summary }: Words): string {
  const asked = [figure.askedWords(c), summary.askedPrices(c)].flatMap(
    (part) => part.slice(2) || [],
  );
  return asked.length === 0 ? c.title : `${c.title} (${asked.join('; ')})`;
}
