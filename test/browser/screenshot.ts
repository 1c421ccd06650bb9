import { launchChromium } from './chromium.ts';

/**
 * Takes the picture in the README from a running site:
 * `npm start`, then `node test/browser/screenshot.ts http://localhost:8787`.
 */
const [origin = 'http://localhost:8787'] = process.argv.slice(2);
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 860 } });
  await page.goto(`${origin}/compare/qwen-3-5/b300-fp4/mtp-vs-off`);
  await page.screenshot({ path: `${import.meta.dirname}/screenshot.png` });
} finally {
  await browser.close();
}
