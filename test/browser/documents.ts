import type { Comparison } from '../../src/core/comparison-types.ts';
import { comparisonDocument } from '../../src/view/text/json.ts';
import type { ComparisonDocument } from '../../src/view/text/json.ts';
import { comparisonLinks } from '../../src/view/links.ts';

/** The JSON document of a comparison as the server writes it. */
export function documentOf(comparison: Comparison, origin: string, query = ''): ComparisonDocument {
  return comparisonDocument(comparison, comparisonLinks(comparison, origin, query));
}
