/** What the tests ask of the parser that satori reads fonts with, which has no types of its own. */
declare module '@shuding/opentype.js' {
  interface Path {
    toPathData(decimals: number): string;
  }
  interface Font {
    readonly unitsPerEm: number;
    readonly tables: {
      readonly gsub?: { readonly features: readonly { readonly tag: string }[] };
    };
    readonly glyphs: {
      readonly length: number;
      get(index: number): {
        readonly advanceWidth: number;
        getPath(x: number, y: number, size: number): Path;
      };
    };
    getPath(text: string, x: number, y: number, size: number): Path;
  }
  const opentype: { parse(font: ArrayBuffer): Font };
  export default opentype;
}
