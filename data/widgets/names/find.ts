import { gzipSync } from 'node:zlib';
import { internalNames, longScript } from '../script.ts';
import { betterWritings } from './better-writing.ts';
import { readKeptWriting, writeKeptWriting } from './kept-writing.ts';
import { scriptNames } from './script-names.ts';
import { keptWriting, writingOf } from './short-names.ts';

// Looks for short names and an order of functions with which a script packs better, and keeps what it
// finds in the file of the script: node data/widgets/names/find.ts define.ts|rank-define.ts [seconds]
const [name, seconds = '60'] = process.argv.slice(2);
const entry = name === 'rank-define.ts' ? name : 'define.ts';
const { code } = await longScript(entry);
const script = await scriptNames(code, internalNames(entry));
const sizeOf = (text: string) => gzipSync(text, { level: 9 }).byteLength;
const start = writingOf(script, readKeptWriting(entry));
const end = Date.now() + Number(seconds) * 1000;

let first: number | null = null;
for (const { writing, size } of betterWritings(code, script, start, {
  random: Math.random,
  sizeOf,
})) {
  first ??= size;
  if (Date.now() < end) continue;
  writeKeptWriting(entry, keptWriting(script, writing));
  process.stdout.write(`${entry}: ${first} to ${size} bytes\n`);
  break;
}
