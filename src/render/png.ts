import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { renderAssets } from '#wasm';
import { once } from '../core/once.ts';
import { encodePng } from './palette-png.ts';
import type { Pixels } from './palette-png.ts';

const ready = once(async () => {
  const { resvg } = await renderAssets();
  await initWasm(resvg);
});

/**
 * An SVG as PNG.
 *
 * @param svg - without text elements: no font is loaded
 * @param scale - pixels per unit of the SVG
 */
export async function renderPng(svg: string, scale: 0.5 | 1 | 2): Promise<Uint8Array<ArrayBuffer>> {
  return encodePng(await renderPixels(svg, scale));
}

/** An SVG as pixels, see {@link renderPng}. */
export async function renderPixels(svg: string, scale: 0.5 | 1 | 2): Promise<Pixels> {
  await ready();
  const resvg = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale } });
  try {
    const image = resvg.render();
    try {
      return { width: image.width, height: image.height, rgba: image.pixels.slice() };
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
