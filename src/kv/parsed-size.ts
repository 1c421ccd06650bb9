/** What a value weighs beside its contents, about, in V8 with 8-byte pointers: bytes. */
const OBJECT = 24;
const PER_SLOT = 8;
const NUMBER = 16;
const STRING = 24;

/**
 * What parsed JSON takes in memory, about: bytes. Texts count once each time they stand there,
 * though the parser shares short ones, so it is rather too much than too little.
 */
export function parsedSize(value: unknown): number {
  if (typeof value === 'string') return STRING + value.length;
  if (typeof value === 'number') return NUMBER;
  if (value === null || typeof value !== 'object') return 0;
  let bytes = OBJECT;
  for (const part of Object.values(value)) bytes += PER_SLOT + parsedSize(part);
  return bytes;
}
