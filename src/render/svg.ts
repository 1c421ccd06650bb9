import satori, { init } from 'satori/standalone';
import type { Font } from 'satori/standalone';
import { renderAssets } from '#wasm';
import type { CardElement } from '../view/card/element.ts';
import { once } from '../core/once.ts';

/** Made once: satori keeps what it knows of a font by the array it came in. */
const ready = once(async (): Promise<Font[]> => {
  const { yoga, inter400, inter600, interExt400 } = await renderAssets();
  await init(yoga);
  return [
    { name: 'Inter', data: inter400, weight: 400, style: 'normal' },
    { name: 'Inter', data: inter600, weight: 600, style: 'normal' },
    { name: 'Inter Ext', data: interExt400, weight: 400, style: 'normal' },
  ];
});

/**
 * An element tree as SVG with its text as paths; the same tree gives the same bytes.
 *
 * A letter that no font has is drawn as the font's empty box.
 *
 * @param size - px
 */
export async function renderSvg(
  root: CardElement,
  size: { readonly width: number; readonly height: number },
): Promise<string> {
  const fonts = await ready();
  return satori(root, { ...size, fonts });
}
