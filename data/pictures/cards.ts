import { en } from '../../src/view/words/en/index.ts';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { renderPng } from '../../src/render/png.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { comparisonCard } from '../../src/view/card/card.ts';
import { CARD_SIZE } from '../../src/view/card/size.ts';
import type { Comparison } from '../../src/core/comparison-types.ts';
import { themes } from '../../src/view/figure/theme.ts';
import type { ThemeName } from '../../src/core/theme-names.ts';
import { PROJECT_DIR } from '../project-paths.ts';
import { writeWhole } from '../write-files.ts';

/** Pictures by the hash of what they were drawn from, so that none is drawn twice. */
const CACHE_DIR = `${PROJECT_DIR}/.cache/cards`;

interface CardPicture {
  readonly png: Uint8Array;
  readonly wasDrawn: boolean;
}

/**
 * The card of a comparison as PNG, from the cache where an equal one was drawn before.
 *
 * @param renderers - names the versions of what draws: other versions draw anew
 */
export async function cardPng(
  comparison: Comparison,
  theme: ThemeName,
  scale: 1 | 2,
  renderers: string,
): Promise<CardPicture> {
  const card = comparisonCard(comparison, themes[theme], en);
  const name = createHash('sha256')
    .update(JSON.stringify([renderers, scale, card]))
    .digest('hex');
  const path = `${CACHE_DIR}/${name}.png`;
  const cached = await readFile(path).catch(() => null);
  if (cached !== null) return { png: cached, wasDrawn: false };
  const png = await renderPng(await renderSvg(card, CARD_SIZE), scale);
  await writeWhole(path, png);
  return { png, wasDrawn: true };
}

/** Names and versions of the packages that draw, as one text. */
export async function rendererVersions(): Promise<string> {
  const text = await readFile(`${PROJECT_DIR}/package.json`, 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return ['satori', '@resvg/resvg-wasm', '@fontsource/inter']
    .map((name) => `${name}@${dependencies[name]}`)
    .join(' ');
}
