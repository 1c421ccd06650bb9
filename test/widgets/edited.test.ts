import { expect, test } from 'vitest';
import { comparisonDocument } from '../../src/view/text/json.ts';
import type { ComparisonDocument } from '../../src/view/text/json.ts';
import { en } from '../../src/view/words/en/index.ts';
import { withPrices } from '../../widgets/edited.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';
import { linksOf } from '../view/fixtures/links.ts';

const known = comparisonDocument(REFERENCE, linksOf(REFERENCE), en);
/** two machines, both without a price */
const document: ComparisonDocument = {
  ...known,
  sides: known.sides.map((side, i) => ({ ...side, hardware: `g${i + 1}`, usdPerGpuHour: null })),
  notices: ['no-price', 'other'].map((code) => ({ ...known.notices[0], code })) as never,
};
const codes = ({ notices }: ComparisonDocument) => notices.map(({ code }) => code);

test('that a price is missing is said until the reader has given the last', () => {
  expect(codes(withPrices(document, 'g1=3', undefined))).toEqual(['no-price', 'other']);
  expect(codes(withPrices(document, 'g1=3 g2=4', undefined))).toEqual(['other']);
  expect(codes(withPrices(document, '3', undefined))).toEqual(['other']);
});
