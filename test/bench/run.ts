import { readdir } from 'node:fs/promises';

/** One measured ratio or size, and the number that it must not pass; `null` where it only explains others. */
export interface Budget {
  readonly name: string;
  readonly value: number;
  readonly limit: number | null;
  /** the limit is the least, not the most */
  readonly isMinimum: boolean;
}

/** A file of this folder whose name ends in `.bench.ts` exports this as its default. */
export type Bench = () => Promise<readonly Budget[]>;

// Runs every bench whose file name contains one of the arguments, all without any, one after the
// other, and prints each budget. Times are ratios within one run: machines differ.
const wanted = process.argv.slice(2);
const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.ts'));
const chosen = files.filter((name) => wanted.length === 0 || wanted.some((w) => name.includes(w)));

let passed = 0;
let failed = 0;
for (const file of chosen.toSorted()) {
  console.log(file.replace('.bench.ts', ''));
  const bench: { default: Bench } = await import(`./${file}`);
  for (const { name, value, limit, isMinimum } of await bench.default()) {
    if (limit === null) {
      console.log(`       ${name}: ${value.toPrecision(3)}`);
      continue;
    }
    const isKept = isMinimum ? value >= limit : value <= limit;
    if (isKept) passed++;
    else failed++;
    const rule = isMinimum ? 'at least' : 'at most';
    console.log(
      `  ${isKept ? 'ok  ' : 'OVER'} ${name}: ${value.toPrecision(3)} (${rule} ${limit})`,
    );
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
