import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { KeptWriting } from './short-names.ts';

const WIDTH = 100;

/** The writing that was found for a script, from the file beside this one. */
export function readKeptWriting(script: string): KeptWriting {
  const [, order, names] = readFileSync(fileOf(script), 'utf8').split('\n\n');
  return {
    order: words(order!),
    names: words(names!).map((pair) => pair.split('=') as [source: string, name: string]),
  };
}

export function writeKeptWriting(script: string, { order, names }: KeptWriting): void {
  const pairs = names.map((pair) => pair.join('='));
  const head = '# Made by find.ts: order of the functions, and short names, that pack best';
  writeFileSync(fileOf(script), `${head}\n\n${filled(order)}\n\n${filled(pairs)}\n`);
}

function fileOf(script: string): string {
  return fileURLToPath(new URL(`${script.replace(/\.ts$/, '')}.txt`, import.meta.url));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Words in lines of a width that a difference can be read in. */
function filled(list: readonly string[]): string {
  const lines = [''];
  for (const word of list) {
    const line = `${lines.at(-1)!} ${word}`.trimStart();
    if (line.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join('\n');
}
