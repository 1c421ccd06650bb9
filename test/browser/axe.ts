import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** The source of axe, so that a page's own tree is all that there is to fetch. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * The rules of axe that a page breaks, sizes of targets included, each with its elements and why.
 *
 * @param options - of axe besides, such as `{ iframes: false }`
 */
export async function violationsIn(page: Page, options: object = {}): Promise<string[]> {
  await page.addScriptTag({ content: AXE });
  const all = JSON.stringify({ ...options, rules: { 'target-size': { enabled: true } } });
  return page.evaluate<string[]>(`axe.run(${all}).then(${DESCRIBED})`);
}

/** As {@link violationsIn}, within one element of a frame and without sizes of targets. */
export async function violationsWithin(frame: Frame, selector: string): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate<string[]>(`axe.run(${JSON.stringify(selector)}).then(${DESCRIBED})`);
}

const DESCRIBED = `({ violations }) => violations.map(({ id, nodes }) =>
  [id, ...nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary)].join(' '))`;

/** How much wider than its window a page is, px; 0 where nothing has to be scrolled to the side. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)',
  );
}
