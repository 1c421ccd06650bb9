import { en } from '../../src/view/words/en/index.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { comparisonDocument } from '../../src/view/text/json.ts';
import type { ComparisonDocument } from '../../src/view/text/json.ts';
import type { Keys } from '../../src/view/links.ts';
import { linksOf } from '../view/fixtures/links.ts';

/** The JSON document of a comparison as the server writes it. */
export function documentOf(
  comparison: Comparison,
  origin: string,
  keys: Keys = {},
): ComparisonDocument {
  return comparisonDocument(comparison, linksOf(comparison, keys, origin), en);
}
