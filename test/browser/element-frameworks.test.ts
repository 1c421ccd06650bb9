import { build } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFERENCE_PATH, eventsOf, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** A post with a button that changes the target: rendered on the server, then made live. */
const CLIENT = `
import { createElement as h, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
function Post({ src }) {
  const [at, setAt] = useState('93,154');
  return h('div', null,
    h('matchpoint-compare', { src, view: 'table', at, editable: true }, h('p', null, 'Fallback')),
    h('button', { onClick: () => setAt('120') }, 'At 120'));
}
hydrateRoot(document.querySelector('#root'), h(Post, { src: globalThis.SRC }), {
  onRecoverableError: (error) => { throw error; },
});`;

test('React 19 renders it on the server, hydrates it and sets its properties', async () => {
  const { outputFiles } = await build({
    stdin: { contents: CLIENT, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  rig.blog.answers['/client.js'] = { type: 'text/javascript', body: outputFiles[0]!.text };
  const src = `${rig.host.origin}${REFERENCE_PATH}`;
  const html = renderToString(
    createElement(
      'div',
      null,
      createElement(
        'matchpoint-compare',
        { src, view: 'table', at: '93,154', editable: true },
        createElement('p', null, 'Fallback'),
      ),
      createElement('button', null, 'At 120'),
    ),
  );
  expect(html).toContain('<p>Fallback</p></matchpoint-compare>');
  const page = await rig.open(
    `<div id="root">${html}</div><script>SRC = ${JSON.stringify(src)}</script>
     <script type="module" src="/client.js"></script>`,
  );
  const heads = page.locator('table.wide thead th + th');
  expect(await heads.allInnerTexts()).toEqual(['93', '154']);
  expect(await page.locator('.ats input').count()).toBe(2);
  await page.getByRole('button', { name: 'At 120' }).click();
  await expect.poll(() => heads.allInnerTexts()).toEqual(['120']);
  expect(await eventsOf(page)).toEqual(['load']);
  await page.close();
});
