/** WASM modules and fonts that the renderers need. Each runtime has its own way to load them. */
export interface RenderAssets {
  readonly yoga: WebAssembly.Module;
  readonly resvg: WebAssembly.Module;
  /** Inter as WOFF */
  readonly inter400: ArrayBuffer;
  readonly inter600: ArrayBuffer;
  readonly interExt400: ArrayBuffer;
}
