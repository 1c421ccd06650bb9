import type { Heading, TitleOf } from '../../core/compare.ts';
import type { Words } from '../words/words.ts';

/** Makes titles of comparisons: "<model> on <what all share>: A vs B". */
export function titleIn({ address }: Pick<Words, 'address'>): TitleOf {
  return ({ model, shared, sides }: Heading) => address.title(model, shared, sides);
}
