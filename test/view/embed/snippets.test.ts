import { evaluate } from '@mdx-js/mdx';
import { transformSync } from 'esbuild';
import * as React from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import { describe, expect, test } from 'vitest';
import { reservingStyle } from '../../../src/view/embed/reserve.ts';
import { snippets } from '../../../src/view/embed/snippets.ts';
import type { Snippet } from '../../../src/view/embed/snippets.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { MEASURED, REFERENCE } from '../fixtures/comparison.ts';
import { ENGINES, renderedMdx, tagsOf } from '../fixtures/markdown-engines.ts';
import { snippetChoice } from '../fixtures/snippet-choice.ts';

const ORIGIN = 'https://matchpoint.example';
const listed = snippets(snippetChoice(REFERENCE, ORIGIN), en);

/** What the code of each kind is written in; a further kind needs its line here. */
const FORMATS: Readonly<Record<Snippet['kind'], 'html' | 'markdown' | 'jsx' | 'address'>> = {
  element: 'html',
  inline: 'html',
  jsx: 'jsx',
  iframe: 'html',
  address: 'address',
  markdown: 'markdown',
  badge: 'markdown',
  picture: 'address',
  image: 'html',
  link: 'html',
};
const ofFormat = (format: string) => listed.filter(({ kind }) => FORMATS[kind] === format);
const DOCUMENT_ADDRESS = `${ORIGIN}/compare/${REFERENCE.id}.json?at=93,124&amp;basis=published`;
const codeOf = (kind: Snippet['kind']) => listed.find((one) => one.kind === kind)!.code;

test('every kind is there, once, those that draw the figure first', () => {
  expect(listed.map(({ kind }) => kind)).toEqual(Object.keys(FORMATS));
});

test('what is kept free counts the padding of a theme, which the steps of the layout lie further out for', () => {
  const kept = (theme: 'auto' | 'dark') =>
    reservingStyle(REFERENCE, { view: null, metrics: null, isEditable: false, theme }, en);
  expect(kept('auto')).toContain('(600px - 100%)');
  expect(kept('auto')).not.toContain(' + 32px');
  expect(kept('dark')).toContain('(632px - 100%)');
  expect(kept('dark')).toContain('(100% - 1032px)');
  expect(kept('dark')).toContain(' + 32px');
});

describe.each(Object.entries(ENGINES))('%s', (_, html) => {
  test.each(ofFormat('html'))('keeps the code: $kind', ({ code }) => {
    expect(html(`Before.\n\n${code}\n\nAfter.\n`)).toContain(code);
    expect(html(code)).toContain(code);
  });

  test.each(ofFormat('markdown'))('makes a picture that is a link: $kind', ({ code }) => {
    const made = html(`Before.\n\n${code}\n\nAfter.\n`).replaceAll('&#x26;', '&amp;'); // as remark writes it
    const [, href, src, alt] = /<a href="([^"]*)"><img src="([^"]*)" alt="([^"]*)"/.exec(made)!;
    expect(href).toBe(`${ORIGIN}/compare/${REFERENCE.id}?at=93,124&amp;basis=published`);
    expect(src).toMatch(/\.(png|svg)\?at=93,124&amp;basis=published$/);
    expect(alt).toMatch(/^Throughput per GPU .*MTP/);
  });
});

describe('MDX', () => {
  // JSON stands in braces, where MDX has expressions: data go along in JSX by other means
  const compiled = listed.filter(({ kind }) => kind !== 'inline' && FORMATS[kind] !== 'address');
  test.each(compiled)('compiles: $kind', async ({ code }) => {
    await expect(evaluate(`Before.\n\n${code}\n\nAfter.\n`, runtime)).resolves.toBeDefined();
  });

  test('the JSX renders as the HTML does, its script async for React to put into the head', async () => {
    const [expected, made] = [codeOf('element'), await renderedMdx(codeOf('jsx'))].map(tagsOf);
    const isOwn = (tag: string) => !/^<\/?(p|link)\b/.test(tag);
    // The first loads the document; React puts it elsewhere, and has others of its own.
    expect(made).toContain(expected![0]);
    expect(made!.filter(isOwn)).toEqual(
      expected!.filter(isOwn).map((tag) => tag.replace('<script', '<script async=""')),
    );
  });
});

test('the JSX is an expression, whatever stands in the text', () => {
  const title = '{evil} "</a>` ${x}';
  const hostile = snippets(snippetChoice({ ...MEASURED, title }, ORIGIN), en);
  const { code } = hostile.find(({ kind }) => kind === 'jsx')!;
  const { code: script } = transformSync(`return ${code}`, { loader: 'jsx' });
  // oxlint-disable-next-line no-implied-eval -- what a build of the host does
  const made = new Function('React', script)(React) as React.ReactElement;
  expect(renderToStaticMarkup(made)).toContain('. {evil} &quot;&lt;/a&gt;` ${x}');
});

test('the document is on its way with the script, where it is not in the code', () => {
  const link = `<link rel="preload" href="${DOCUMENT_ADDRESS}" as="fetch" crossorigin="" />\n`;
  expect(codeOf('element').startsWith(link)).toBe(true);
  expect(codeOf('inline')).not.toContain('<link');
});

test('every picture fits its column and waits until it is near', () => {
  const images = listed.flatMap(({ code }) => code.match(/<img [^]*?\/>/g) ?? []);
  expect(images).toHaveLength(4); // element, inline, JSX, image
  for (const image of images) {
    expect(image).toMatch(
      / style=("max-width:100%;height:auto"|\{\{ maxWidth: '100%', height: 'auto' \}\}) /,
    );
    expect(image).toContain(' loading="lazy" decoding="async"');
    expect(image).toMatch(/width=["{]1200["}] height=["{]630["}]/);
  }
});

test('the element keeps its room free, the picture alone does not', async () => {
  const kept = '--text:max(14px,.85em);padding-bottom:calc(var(--text)*';
  for (const kind of ['element', 'inline'] as const) expect(codeOf(kind)).toContain(kept);
  expect(await renderedMdx(codeOf('jsx'))).toContain(kept);
  expect(codeOf('image')).not.toContain('padding');
});
