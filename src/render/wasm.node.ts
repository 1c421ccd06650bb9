import { readFile } from 'node:fs/promises';
import type { RenderAssets } from './assets.ts';

/** The WASM modules and fonts as installed, for cards that are drawn when a release is published. */
export async function renderAssets(): Promise<RenderAssets> {
  const font = (name: string) => bytesOf(new URL(`fonts/inter-${name}.woff`, import.meta.url));
  const [yoga, resvg, inter400, inter600, interExt400] = await Promise.all([
    installed('satori/yoga.wasm'),
    installed('@resvg/resvg-wasm/index_bg.wasm'),
    font('latin-400'),
    font('latin-600'),
    font('latin-ext-400'),
  ]);
  return {
    yoga: await WebAssembly.compile(yoga),
    resvg: await WebAssembly.compile(resvg),
    inter400,
    inter600,
    interExt400,
  };
}

function installed(specifier: string): Promise<ArrayBuffer> {
  return bytesOf(new URL(import.meta.resolve(specifier)));
}

async function bytesOf(file: URL): Promise<ArrayBuffer> {
  const { buffer } = new Uint8Array(await readFile(file));
  return buffer;
}
