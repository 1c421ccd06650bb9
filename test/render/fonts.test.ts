import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import opentype from '@shuding/opentype.js';
import { drawingFont } from '../../src/render/fonts/drawing-font.ts';

const FONTS = ['latin-400', 'latin-600', 'latin-ext-400'] as const;
const LETTERS = 'Matchpoint 0123456789 $/%×≈–’ AVATAR Łódź Çelebi Ğ fi ffi';

function ours(name: string): Uint8Array<ArrayBuffer> {
  const file = new URL(`../../src/render/fonts/inter-${name}.woff`, import.meta.url);
  return new Uint8Array(readFileSync(file));
}

function packaged(name: string): Uint8Array<ArrayBuffer> {
  const url = import.meta.resolve(`@fontsource/inter/files/inter-${name}-normal.woff`);
  return new Uint8Array(readFileSync(fileURLToPath(url)));
}

test('the fonts that ship are those of the package, with what drawing needs alone', () => {
  const script = fileURLToPath(new URL('../../src/render/fonts/fonts.node.ts', import.meta.url));
  // when this fails: node src/render/fonts/fonts.node.ts
  execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
  for (const name of FONTS) {
    const [before, after] = [packaged(name), ours(name)];
    expect(Buffer.from(drawingFont(before, inflateSync)).equals(after)).toBe(true);
    expect(before.length - after.length).toBeGreaterThan(2500);
  }
});

describe.each(FONTS)('%s', (name) => {
  const [before, after] = [packaged(name), ours(name)].map((font) => opentype.parse(font.buffer));

  test('draws and spaces every letter as before', () => {
    expect(after!.glyphs.length).toBe(before!.glyphs.length);
    for (const font of [before!, after!]) expect(font.unitsPerEm).toBe(2048);
    const drawn = [before!, after!].map((font) =>
      Array.from({ length: font.glyphs.length }, (_, i) => {
        const glyph = font.glyphs.get(i);
        return [glyph.advanceWidth, glyph.getPath(0, 0, 100).toPathData(3)];
      }),
    );
    expect(drawn[1]).toEqual(drawn[0]);
    const [text, same] = [before!, after!].map((font) =>
      font.getPath(LETTERS, 0, 0, 40).toPathData(3),
    );
    expect(text!.length).toBeGreaterThan(1000);
    expect(same).toBe(text);
  });

  // What draws applies these features and no others; with one of them a font has to keep its GSUB.
  test('has no substitutions of glyphs that would be drawn', () => {
    const tags = before!.tables.gsub!.features.map(({ tag }) => tag);
    expect(tags).toContain('ccmp');
    for (const drawn of ['liga', 'rlig', 'init', 'medi', 'fina']) expect(tags).not.toContain(drawn);
    expect(after!.tables.gsub).toBeUndefined();
  });

  test('has every byte in its place, by the rules of WOFF', () => {
    const font = ours(name);
    const view = new DataView(font.buffer);
    expect(view.getUint32(8)).toBe(font.length);
    let end = 44 + view.getUint16(12) * 20;
    let whole = 12;
    for (let at = 44; at < 44 + view.getUint16(12) * 20; at += 20) {
      const [from, stored, length, checksum] = [4, 8, 12, 16].map((o) => view.getUint32(at + o));
      expect(from).toBe(end);
      end += Math.ceil(stored! / 4) * 4;
      whole += 16 + Math.ceil(length! / 4) * 4;
      const bytes = font.subarray(from, from! + stored!);
      const table = new Uint8Array(Math.ceil(length! / 4) * 4);
      table.set(stored! < length! ? inflateSync(bytes) : bytes);
      const words = new DataView(table.buffer);
      let sum = 0;
      for (let i = 0; i < table.length; i += 4) sum = (sum + words.getUint32(i)) >>> 0;
      const tag = String.fromCodePoint(...font.subarray(at, at + 4));
      // the checksum of `head` leaves out the number in it that is one of the whole font
      if (tag === 'head') sum = (sum - words.getUint32(8) + 2 ** 32) % 2 ** 32;
      expect([tag, sum]).toEqual([tag, checksum]);
    }
    expect(end).toBe(font.length);
    expect(view.getUint32(16)).toBe(whole);
  });
});

test('what is no font, or names no glyphs, is refused', () => {
  expect(() => drawingFont(new Uint8Array(44), inflateSync)).toThrow('not a WOFF');
  const [tag, no] = [new TextEncoder().encode('post'), new TextEncoder().encode('nost')];
  const font = packaged('latin-400');
  const at = Buffer.from(font).indexOf(Buffer.from(tag));
  font.set(no, at);
  expect(() => drawingFont(font, inflateSync)).toThrow("without a table 'post'");
});
