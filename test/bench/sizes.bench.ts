import { en } from '../../src/view/words/en/index.ts';
import { gzipSync } from 'node:zlib';
import { buildElementScript } from '../../data/widgets/script.ts';
import { comparisonDocument } from '../../src/view/text/json.ts';
import { linksOf } from '../view/fixtures/links.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';
import { CROWDED } from '../view/fixtures/crowded.ts';
import type { Bench } from './run.ts';

/** Gzipped sizes against their budgets, the ones that are missed among them. */
const sizes: Bench = async () => {
  const gzipped = (text: string) => gzipSync(text, { level: 9 }).byteLength;
  const json = (comparison: typeof REFERENCE) =>
    gzipped(JSON.stringify(comparisonDocument(comparison, linksOf(comparison), en)));
  const { text } = await buildElementScript();
  return [
    { name: 'element script, bytes', value: gzipped(text), limit: 14_600, isMinimum: false },
    { name: 'reference JSON, bytes', value: json(REFERENCE), limit: 4096, isMinimum: false },
    { name: 'fullest JSON, bytes', value: json(CROWDED), limit: 6656, isMinimum: false },
  ];
};

export default sizes;
