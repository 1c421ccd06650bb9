import { en } from '../../src/view/words/en/index.ts';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { gzipSync } from 'node:zlib';
import { minifiedScript } from '../../data/widgets/script.ts';
import { comparisonDocument } from '../../src/view/text/json.ts';
import { linksOf } from '../view/fixtures/links.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';
import { CROWDED } from '../view/fixtures/crowded.ts';
import { deflateCost } from './deflate-cost.ts';
import type { Bench } from './run.ts';

/** Gzipped sizes against their budgets, the ones that are missed among them. */
const sizes: Bench = async () => {
  const gzipped = (text: string) => gzipSync(text, { level: 9 }).byteLength;
  const json = (comparison: typeof REFERENCE) =>
    gzipped(JSON.stringify(comparisonDocument(comparison, linksOf(comparison), en)));
  const { code: text, map } = await minifiedScript('define.ts');
  for (const [module, bytes] of costByModule(text, map!)) {
    console.log(`  ${bytes.toFixed(0).padStart(6)} ${module}`);
  }
  return [
    { name: 'element script, bytes', value: gzipped(text), limit: 14_600, isMinimum: false },
    { name: 'reference JSON, bytes', value: json(REFERENCE), limit: 4096, isMinimum: false },
    { name: 'fullest JSON, bytes', value: json(CROWDED), limit: 6656, isMinimum: false },
  ];
};

/**
 * Bytes of the compressed script by the module that they are from, most first; what a later step put
 * there is with the module before it.
 */
function costByModule(script: string, map: string): [module: string, bytes: number][] {
  const sources = new SourceMap(JSON.parse(map) as SourceMapPayload);
  const costs = deflateCost(Buffer.from(script));
  const byModule = new Map<string, number>();
  let at = 0;
  for (const [line, text] of script.split('\n').entries()) {
    for (let column = 0; column <= text.length; column++) {
      const entry = sources.findEntry(line, column);
      const module = 'originalSource' in entry ? entry.originalSource : 'the build';
      const bytes = Buffer.byteLength(text[column] ?? '\n');
      const bits = costs.subarray(at, (at += bytes)).reduce((sum, bit) => sum + bit, 0);
      byModule.set(module, (byModule.get(module) ?? 0) + bits / 8);
    }
  }
  return [...byModule].toSorted(([, a], [, b]) => b - a);
}

export default sizes;
