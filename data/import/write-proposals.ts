import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../write-files.ts';
import type { Proposal } from './proposals.ts';

/**
 * Adds entries to the `models.json` and `vocabulary.json` of a directory of data, which are merged
 * over the shipped ones.
 *
 * @returns the paths of the files that were written
 */
export async function writeProposals(
  dir: string,
  accepted: readonly Proposal[],
): Promise<string[]> {
  const models = accepted.filter(({ dimension }) => dimension === 'model');
  const words = accepted.filter(({ dimension }) => dimension !== 'model');
  const written: string[] = [];
  if (models.length > 0) {
    const path = join(dir, 'models.json');
    const entries = (await present<unknown[]>(path)) ?? [];
    await write(path, [...entries, ...models.map(({ line }) => JSON.parse(line) as unknown)]);
    written.push(path);
  }
  if (words.length > 0) {
    const path = join(dir, 'vocabulary.json');
    const vocabulary = (await present<Record<string, unknown>>(path)) ?? {};
    for (const { dimension, line } of words) {
      const entries = (vocabulary[dimension] as unknown[] | undefined) ?? [];
      vocabulary[dimension] = [...entries, JSON.parse(line) as unknown];
    }
    await write(path, vocabulary);
    written.push(path);
  }
  return written;
}

async function present<T>(path: string): Promise<T | null> {
  return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as T) : null;
}

async function write(path: string, content: unknown): Promise<void> {
  await writeWhole(path, `${JSON.stringify(content, null, 2)}\n`);
}
