import { readFile, readdir } from 'node:fs/promises';
import * as z from 'zod/mini';
import { compareText } from '../../src/core/sweep.ts';
import { shownValue } from './data-set.ts';
import type { Problem } from './data-set.ts';

/**
 * The content of a JSON file, checked.
 *
 * @param file - absolute path
 * @param name - how problems call the file
 * @param problems - what is wrong is added here
 * @returns `null` if anything is wrong
 */
export async function readJson<T>(
  file: string,
  name: string,
  schema: z.ZodMiniType<T>,
  problems: Problem[],
): Promise<T | null> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const rule = `a JSON file that can be read (${error instanceof Error ? error.message : error})`;
    problems.push({ file: name, path: '.', value: 'absent', rule, remedy: 'write or repair it' });
    return null;
  }
  const parsed = schema.safeParse(value, { error: z.locales.en().localeError });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push({
      file: name,
      path: pathText(issue.path),
      value: shownValue(valueAt(value, issue.path)),
      rule: issue.message,
      remedy: 'data/README.md describes the format',
    });
  }
  return null;
}

/**
 * The names of the JSON files of a directory and of those in it, sorted.
 *
 * @param problems - a directory that cannot be read is added here
 */
export async function jsonFiles(directory: string, problems: Problem[]): Promise<string[]> {
  try {
    const names = await readdir(directory, { recursive: true });
    return names.filter((name) => name.endsWith('.json')).toSorted(compareText);
  } catch {
    const rule = 'a directory of JSON files';
    const remedy = 'give one that exists; `npm run data -- import` writes one';
    problems.push({ file: directory, path: '.', value: 'absent', rule, remedy });
    return [];
  }
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`)).join('');
  return text === '' ? '.' : text.replace(/^\./, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
    value,
  );
}
