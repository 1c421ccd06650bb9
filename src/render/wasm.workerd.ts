import inter400 from './fonts/inter-latin-400.woff';
import inter600 from './fonts/inter-latin-600.woff';
import interExt400 from './fonts/inter-latin-ext-400.woff';
import resvg from '@resvg/resvg-wasm/index_bg.wasm';
import yoga from 'satori/yoga.wasm';
import type { RenderAssets } from './assets.ts';

/** The bundled WASM modules and fonts: workerd compiles WASM only from static imports. */
export function renderAssets(): Promise<RenderAssets> {
  return Promise.resolve({ yoga, resvg, inter400, inter600, interExt400 });
}
