import { en } from '../../src/view/words/en/index.ts';
import { ImageResponse } from 'workers-og';
import inter400 from '@fontsource/inter/files/inter-latin-400-normal.woff';
import inter600 from '@fontsource/inter/files/inter-latin-600-normal.woff';
import { renderPng } from '../../src/render/png.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { CARD_SIZE } from '../../src/view/card/size.ts';
import { comparisonCard } from '../../src/view/card/card.ts';
import { LIGHT } from '../../src/view/brand.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';

const FONTS = [
  { name: 'Inter', data: inter400, weight: 400 as const, style: 'normal' as const },
  { name: 'Inter', data: inter600, weight: 600 as const, style: 'normal' as const },
];

/**
 * First lines of what workers-og prints, a stack trace at every picture, with how often it did. Our
 * own code prints nothing.
 */
const printed: Record<string, number> = {};
for (const method of ['log', 'warn', 'error'] as const) {
  console[method] = (message: unknown) => {
    const [line = ''] = String(message).split('\n');
    printed[line] = (printed[line] ?? 0) + 1;
  };
}

/** One element tree by three ways: our SVG, our PNG, and the PNG of workers-og. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/printed') return Response.json(printed);
    const card = comparisonCard(REFERENCE, LIGHT, en);
    if (pathname === '/workers-og') {
      const element = card as unknown as ConstructorParameters<typeof ImageResponse>[0];
      return new ImageResponse(element, { ...CARD_SIZE, fonts: FONTS, format: 'png' });
    }
    const svg = await renderSvg(card, CARD_SIZE);
    return new Response(pathname === '/svg' ? svg : await renderPng(svg, 1));
  },
};
