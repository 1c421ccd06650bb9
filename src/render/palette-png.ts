/** Pixels row by row, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** More would not fit a palette of one byte a pixel. */
const MAX_COLOURS = 256;
/**
 * The most that a channel of a pixel is changed to fit a palette, of 255: a shade on the edge of a
 * line that no eye tells from its neighbour. Tried from 1 on.
 */
const MAX_CHANGE = 4;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Opaque pixels as a PNG: lossless with a palette up to 256 colours; with some more, with a palette
 * whose rare colours gave way to common ones that are off by at most 4 of 255 a channel; where even
 * those are too many, lossless with three bytes a pixel.
 *
 * @see https://www.w3.org/TR/png-3/
 */
export async function encodePng({ width, height, rgba }: Pixels): Promise<Uint8Array<ArrayBuffer>> {
  const indexed = indexedPixels(rgba);
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits per sample
  header.setUint8(9, indexed === null ? 2 : 3); // true colour, or palette
  const samples = indexed === null ? withoutAlpha(rgba) : indexed.samples;
  const data = await deflated(unfilteredRows(samples, samples.length / height));
  const chunks = [
    new Uint8Array(SIGNATURE),
    chunk('IHDR', new Uint8Array(header.buffer)),
    ...(indexed === null ? [] : [chunk('PLTE', indexed.palette)]),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ];
  return joined(chunks);
}

/** The palette (three bytes a colour) and one index a pixel; `null` where it would be off too far. */
function indexedPixels(rgba: Uint8Array): { palette: Uint8Array; samples: Uint8Array } | null {
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
  const counts = new Map<number, number>();
  eachRun(pixels, (colour, from, to) => {
    counts.set(colour, (counts.get(colour) ?? 0) + to - from);
  });
  const indices = paletteOf(counts);
  if (indices === null) return null;
  const samples = new Uint8Array(pixels.length);
  eachRun(pixels, (colour, from, to) => samples.fill(indices.get(colour)!, from, to));
  // Of the colours of one place the first is the one that is kept.
  const kept = new Map([...indices].toReversed().map(([colour, index]) => [index, colour]));
  const colours = Uint32Array.from({ length: kept.size }, (_, index) => kept.get(index)!);
  return { palette: withoutAlpha(new Uint8Array(colours.buffer)), samples };
}

/** Tells of each run of one colour where it begins and where the next one does: most are long. */
function eachRun(
  pixels: Uint32Array,
  tell: (colour: number, from: number, to: number) => void,
): void {
  for (let from = 0, to = 0; from < pixels.length; from = to) {
    const colour = pixels[from]!;
    while (pixels[to] === colour) to++;
    tell(colour, from, to);
  }
}

/** The place in the palette of each colour; of those that share one, the kept one comes first. */
function paletteOf(counts: ReadonlyMap<number, number>): Map<number, number> | null {
  if (counts.size <= MAX_COLOURS) {
    return new Map([...counts.keys()].map((colour, i) => [colour, i]));
  }
  const commonFirst = [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour);
  for (let change = 1; change <= MAX_CHANGE; change++) {
    const indices = new Map<number, number>();
    const kept: number[] = [];
    for (const colour of commonFirst) {
      const near = kept.findIndex((other) => isNear(colour, other, change));
      indices.set(colour, near < 0 ? kept.push(colour) - 1 : near);
      if (kept.length > MAX_COLOURS) break;
    }
    if (kept.length <= MAX_COLOURS) return indices;
  }
  return null;
}

/** Whether no byte of two colours is further apart than that. */
function isNear(a: number, b: number, change: number): boolean {
  return [0, 8, 16].every(
    (shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= change,
  );
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rgb[to++] = rgba[from]!;
    rgb[to++] = rgba[from + 1]!;
    rgb[to++] = rgba[from + 2]!;
  }
  return rgb;
}

/** Each row behind a zero byte, "no filter", which is best for flat colours. */
function unfilteredRows(samples: Uint8Array, rowLength: number): Uint8Array<ArrayBuffer> {
  const rows = samples.length / rowLength;
  const data = new Uint8Array(samples.length + rows);
  for (let row = 0; row < rows; row++) {
    const from = row * rowLength;
    data.set(samples.subarray(from, from + rowLength), from + row + 1);
  }
  return data;
}

async function deflated(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
