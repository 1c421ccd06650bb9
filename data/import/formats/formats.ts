import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { inferencex } from './inferencex.ts';

/** Every input format that `import` reads, asked in this order. */
export const FORMATS: readonly Format[] = [inferencex, csv];

/**
 * The format of an input.
 *
 * @param sample - the first 64 kB of the input, or all of it
 * @param name - of the input, for the error
 * @throws Error if no format recognises it
 */
export function detectFormat(sample: string, name: string): Format {
  const format = FORMATS.find((candidate) => candidate.detect(sample));
  if (format !== undefined) return format;
  const forms = FORMATS.map((one) => `${one.name} (${one.looksLike})`).join(', ');
  const start = JSON.stringify(sample.slice(0, 40));
  throw new Error(
    `${name}: no known format: it starts with ${start}; bring it into one of: ${forms}`,
  );
}
