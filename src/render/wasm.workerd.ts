import inter400 from '@fontsource/inter/files/inter-latin-400-normal.woff';
import inter600 from '@fontsource/inter/files/inter-latin-600-normal.woff';
import interExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff';
import resvg from '@resvg/resvg-wasm/index_bg.wasm';
import yoga from 'satori/yoga.wasm';
import type { RenderAssets } from './assets.ts';

/** The bundled WASM modules and fonts: workerd compiles WASM only from static imports. */
export function renderAssets(): Promise<RenderAssets> {
  return Promise.resolve({ yoga, resvg, inter400, inter600, interExt400 });
}
