/** Bytes of the header, and of each table's entry after it. */
const HEADER = 44;
const ENTRY = 20;
/** The same of the font itself, as it is out of its WOFF. */
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
/** The table that names glyphs, and its first bytes that stay where it names none. */
const NAMES = 'post';
const NAMES_HEADER = 32;
const VERSION_WITHOUT_NAMES = 0x00030000;
/**
 * Tables that drawing does without: substitutions of glyphs, of which what draws knows ligatures alone,
 * and Inter has none; the classes of glyphs for those; the styles of a family; when to smooth.
 */
const LEFT_OUT: ReadonlySet<string> = new Set(['GSUB', 'GDEF', 'STAT', 'gasp']);

/**
 * A font in WOFF with what drawing needs alone: without {@link LEFT_OUT} tables and the names of glyphs,
 * together up to a quarter of a font of few letters. All other tables are taken over byte by byte. The
 * checksum of the whole font (`head.checkSumAdjustment`) stays that of the original.
 *
 * @throws RangeError if it is no WOFF (of version 1), or names no glyphs
 * @see https://www.w3.org/TR/WOFF/ and https://learn.microsoft.com/typography/opentype/spec/
 */
export function drawingFont(
  font: Uint8Array,
  inflate: (deflated: Uint8Array) => Uint8Array,
): Uint8Array {
  const tables = tablesOf(font).filter(({ tag }) => !LEFT_OUT.has(tag));
  const names = tables.find(({ tag }) => tag === NAMES);
  if (names === undefined) throw new RangeError(`a font without a table '${NAMES}'`);
  const short = inflated(names, inflate).slice(0, NAMES_HEADER);
  viewOf(short).setUint32(0, VERSION_WITHOUT_NAMES);
  const kept = tables.map((table) =>
    table === names
      ? { ...table, bytes: short, length: NAMES_HEADER, checksum: checksumOf(short) }
      : table,
  );
  return printed(font, kept);
}

/** A table of a font as its WOFF has it. */
interface Table {
  readonly tag: string;
  /** as stored: deflated where that is shorter */
  readonly bytes: Uint8Array;
  /** bytes of the table itself */
  readonly length: number;
  readonly checksum: number;
}

function tablesOf(font: Uint8Array): Table[] {
  const view = viewOf(font);
  if (view.getUint32(0) !== 0x774f4646) throw new RangeError('not a WOFF');
  return Array.from({ length: view.getUint16(12) }, (_, i) => {
    const at = HEADER + i * ENTRY;
    const [from, stored] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    return {
      tag: String.fromCodePoint(...font.subarray(at, at + 4)),
      bytes: font.subarray(from, from + stored),
      length: view.getUint32(at + 12),
      checksum: view.getUint32(at + 16),
    };
  });
}

function inflated(
  { bytes, length }: Table,
  inflate: (deflated: Uint8Array) => Uint8Array,
): Uint8Array {
  return bytes.length < length ? inflate(bytes) : bytes;
}

function printed(original: Uint8Array, tables: readonly Table[]): Uint8Array {
  const whole = HEADER + sum(tables.map(({ bytes }) => ENTRY + padded(bytes.length)));
  const font = new Uint8Array(whole);
  font.set(original.subarray(0, HEADER));
  const view = viewOf(font);
  view.setUint32(8, whole);
  view.setUint16(12, tables.length);
  view.setUint32(16, SFNT_HEADER + sum(tables.map(({ length }) => SFNT_ENTRY + padded(length))));
  let from = HEADER + tables.length * ENTRY;
  for (const [i, { tag, bytes, length, checksum }] of tables.entries()) {
    const at = HEADER + i * ENTRY;
    font.set(
      [...tag].map((letter) => letter.codePointAt(0)!),
      at,
    );
    view.setUint32(at + 4, from);
    view.setUint32(at + 8, bytes.length);
    view.setUint32(at + 12, length);
    view.setUint32(at + 16, checksum);
    font.set(bytes, from);
    from += padded(bytes.length);
  }
  return font;
}

/** Of the bytes as numbers of 32 bits. */
function checksumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let checksum = 0;
  for (let at = 0; at < bytes.length; at += 4) checksum = (checksum + view.getUint32(at)) >>> 0;
  return checksum;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Each table begins at a multiple of four. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
