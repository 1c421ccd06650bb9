import { deflateRawSync } from 'node:zlib';

// RFC 1951, 3.2.5: how many extra bits follow each length and distance symbol, and where they start.
const LENGTH_EXTRA = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END_OF_BLOCK = 256;

/**
 * What each byte of a text costs once it is compressed as the script is served, in bits: the tables
 * of codes are shared out evenly, a repetition over the bytes that it stands for.
 *
 * @throws Error for what deflate never writes of a text: a stored block
 */
export function deflateCost(text: Buffer): Float64Array {
  const bits = reader(deflateRawSync(text, { level: 9 }));
  const costs = new Float64Array(text.byteLength);
  let at = 0;
  let tables = 0;
  for (let isLast = false; !isLast;) {
    const start = bits.position();
    isLast = bits.take(1) === 1;
    const type = bits.take(2);
    if (type === 0) throw new Error('deflate: a stored block in a text');
    const [literals, distances] = type === 1 ? fixedCodes() : ownCodes(bits);
    tables += bits.position() - start;
    for (;;) {
      const from = bits.position();
      const symbol = decode(bits, literals);
      if (symbol === END_OF_BLOCK) break;
      let length = 1;
      if (symbol > END_OF_BLOCK) {
        const i = symbol - END_OF_BLOCK - 1;
        length = LENGTH_BASE[i]! + bits.take(LENGTH_EXTRA[i]!);
        const distance = decode(bits, distances);
        bits.take(Math.max(0, (distance >> 1) - 1));
      }
      costs.fill((bits.position() - from) / length, at, at + length);
      at += length;
    }
  }
  return costs.map((cost) => cost + tables / costs.length);
}

interface Bits {
  /** the next bits as a number, lowest first */
  take(count: number): number;
  position(): number;
}

function reader(data: Uint8Array): Bits {
  let position = 0;
  const bit = () => (data[position >> 3]! >> (position++ & 7)) & 1;
  return {
    position: () => position,
    take(count) {
      let value = 0;
      for (let i = 0; i < count; i++) value |= bit() << i;
      return value;
    },
  };
}

/** A Huffman code: symbols by their length and code, `length:code`. */
type Code = ReadonlyMap<string, number>;

function codeOf(lengths: readonly number[]): Code {
  const code = new Map<string, number>();
  let next = 0;
  for (let length = 1; length < 16; length++) {
    lengths.forEach((own, symbol) => {
      if (own === length) code.set(`${length}:${next++}`, symbol);
    });
    next *= 2;
  }
  return code;
}

function decode(bits: Bits, code: Code): number {
  let value = 0;
  for (let length = 1; length < 16; length++) {
    value = value * 2 + bits.take(1);
    const symbol = code.get(`${length}:${value}`);
    if (symbol !== undefined) return symbol;
  }
  throw new Error('deflate: no such code');
}

function fixedCodes(): [Code, Code] {
  const literals = Array.from({ length: 288 }, (_, i) =>
    i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8,
  );
  return [codeOf(literals), codeOf(Array.from({ length: 30 }, () => 5))];
}

function ownCodes(bits: Bits): [Code, Code] {
  const [literals, distances, count] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
  const lengths = Array.from({ length: 19 }, () => 0);
  for (const symbol of CODE_LENGTH_ORDER.slice(0, count)) lengths[symbol] = bits.take(3);
  const code = codeOf(lengths);
  const all: number[] = [];
  while (all.length < literals + distances) {
    const symbol = decode(bits, code);
    if (symbol < 16) all.push(symbol);
    else {
      const [value, times] =
        symbol === 16
          ? [all.at(-1)!, 3 + bits.take(2)]
          : symbol === 17
            ? [0, 3 + bits.take(3)]
            : [0, 11 + bits.take(7)];
      for (let i = 0; i < times; i++) all.push(value);
    }
  }
  return [codeOf(all.slice(0, literals)), codeOf(all.slice(literals))];
}
