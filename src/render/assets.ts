/** What the renderers are made of. Each runtime has its own way to get at them. */
export interface RenderAssets {
  readonly yoga: WebAssembly.Module;
  readonly resvg: WebAssembly.Module;
  /** Inter as WOFF */
  readonly inter400: ArrayBuffer;
  readonly inter600: ArrayBuffer;
  readonly interExt400: ArrayBuffer;
}
