import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { compile } from 'svelte/compiler';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REFERENCE_PATH, eventsOf, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

/** Makes a component written in Svelte what `./Post.svelte` imports. */
const svelte = (source: string): Plugin => ({
  name: 'svelte',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/Post\.svelte$/ }, ({ path }) => ({ path, namespace: 'svelte' }));
    onLoad({ filter: /./, namespace: 'svelte' }, () => ({
      contents: compile(source, { filename: 'Post.svelte' }).js.code,
      resolveDir: import.meta.dirname,
    }));
  },
});

/** A client as the blog serves it. */
async function serve(client: string, plugins: Plugin[] = []): Promise<void> {
  const { outputFiles } = await build({
    stdin: { contents: client, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    format: 'esm',
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins,
    write: false,
  });
  rig.blog.answers['/client.js'] = { type: 'text/javascript', body: outputFiles[0]!.text };
}

/** A post with a button that changes the target: rendered on the server, then made live. */
const REACT = `
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
  await serve(REACT);
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
  expect(await page.locator('.targets input').count()).toBe(2);
  await page.getByRole('button', { name: 'At 120' }).click();
  await expect.poll(() => heads.allInnerTexts()).toEqual(['120']);
  expect(await eventsOf(page)).toEqual(['load']);
  await page.close();
});

/** The same in Vue and Svelte: a target and `editable` that change, and the address of an edit. */
const VUE = `
import { createApp, h, ref } from 'vue';
const [at, isEditable, link] = [ref('93,154'), ref(true), ref('')];
createApp({
  setup: () => () => h('div', [
    h('matchpoint-compare', {
      src: globalThis.SRC, view: 'table', at: at.value, editable: isEditable.value,
      onMatchpointChange: ({ detail }) => { link.value = detail.link; },
    }, [h('p', 'Fallback')]),
    h('button', { onClick: () => { at.value = '120'; } }, 'At 120'),
    h('button', { onClick: () => { isEditable.value = false; } }, 'Done'),
    h('output', link.value),
  ]),
}).mount('#root');`;

const SVELTE = `
<script>
  let { src } = $props();
  let at = $state('93,154');
  let isEditable = $state(true);
  let link = $state('');
</script>
<matchpoint-compare {src} view="table" {at} editable={isEditable}
  onmatchpoint-change={({ detail }) => { link = detail.link; }}><p>Fallback</p></matchpoint-compare>
<button onclick={() => { at = '120'; }}>At 120</button>
<button onclick={() => { isEditable = false; }}>Done</button>
<output>{link}</output>`;

const MOUNT = `
import { mount } from 'svelte';
import Post from './Post.svelte';
mount(Post, { target: document.querySelector('#root'), props: { src: globalThis.SRC } });`;

describe.each([
  { framework: 'Vue', client: VUE, plugins: [] },
  { framework: 'Svelte', client: MOUNT, plugins: [svelte(SVELTE)] },
])('$framework', ({ client, plugins }) => {
  test.each(['before', 'after'])('the element is there %s the post', async (when) => {
    await serve(client, plugins);
    const src = `${rig.host.origin}${REFERENCE_PATH}`;
    const element = '<script type="module" src="HOST/widgets/matchpoint.js"></script>';
    const post = '<script type="module" src="/client.js"></script>';
    const page = await rig.open(
      `<div id="root"></div><script>SRC = ${JSON.stringify(src)}</script>
       ${when === 'before' ? element + post : post + element}`,
      { noScript: true },
    );
    const heads = page.locator('table.wide thead th + th');
    expect(await heads.allInnerTexts()).toEqual(['93', '154']);
    await page.getByRole('button', { name: 'At 120' }).click();
    await expect.poll(() => heads.allInnerTexts()).toEqual(['120']);
    const input = page.getByRole('spinbutton', { name: 'Target 1' });
    await input.fill('130');
    await input.press('Enter');
    await expect.poll(() => page.locator('output').innerText()).toBe(`${src}?at=130`);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => input.count()).toBe(0);
    expect(await heads.allInnerTexts()).toEqual(['130']);
    expect(await eventsOf(page)).toEqual(['load', 'change']);
    await page.close();
  });
});
