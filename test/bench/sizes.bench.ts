import { en } from '../../src/view/words/en/index.ts';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { gzipSync } from 'node:zlib';
import { longScript, minifiedScript } from '../../data/widgets/script.ts';
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
  const { code: text, origins } = await minifiedScript('define.ts');
  const { code: long, map } = await longScript('define.ts');
  for (const [module, bytes] of costByModule(text, modulesOf(long, map), origins)) {
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
 *
 * @param modules - of each character of the script with long names
 * @param origins - of each character of the script its place there
 */
function costByModule(
  script: string,
  modules: readonly string[],
  origins: readonly number[],
): [module: string, bytes: number][] {
  const byModule = new Map<string, number>();
  for (const [i, bits] of deflateCost(Buffer.from(script)).entries()) {
    const module = modules[origins[i]!]!;
    byModule.set(module, (byModule.get(module) ?? 0) + bits / 8);
  }
  return [...byModule].toSorted(([, a], [, b]) => b - a);
}

/** The module that each character of a script is from. */
function modulesOf(script: string, map: string): string[] {
  const sources = new SourceMap(JSON.parse(map) as SourceMapPayload);
  return script.split('\n').flatMap((text, line) =>
    Array.from(`${text}\n`, (_, column) => {
      const entry = sources.findEntry(line, column);
      return 'originalSource' in entry ? entry.originalSource : 'the build';
    }),
  );
}

export default sizes;
