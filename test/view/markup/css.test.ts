import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { FRAME_STYLE } from '../../../src/view/embed/frame-style.ts';
import { css } from '../../../src/view/markup/css.ts';
import { PAGE_STYLE } from '../../../src/view/page/styles.ts';
import { STYLE_TEXT } from '../../../widgets/style-text.ts';

const cases = [
  {
    of: 'white space',
    text: ' a  {\n color: red; margin:  0   auto ;\n}\n',
    is: 'a{color:red;margin:0 auto}',
  },
  { of: 'comments', text: '/* a */ b { /* c */ top: 0; } /* d { } */', is: 'b{top:0}' },
  {
    of: 'a comment at the end of a rule, after others',
    text: '/* a */ b { top: 0 } c { left: 0; /* d */ } e { top: 1px }',
    is: 'b{top:0}c{left:0}e{top:1px}',
  },
  { of: 'a comment between words', text: 'a/* b */ c { top: 0 }', is: 'a c{top:0}' },
  {
    of: 'spaces that mean "within"',
    text: 'a :is(b, c) > d .e { top: 0 }',
    is: 'a :is(b,c)>d .e{top:0}',
  },
  {
    of: 'signs in a sum',
    text: 'a { width: calc(100% + 2px - 1em) }',
    is: 'a{width:calc(100% + 2px - 1em)}',
  },
  { of: 'neighbours', text: 'a + b, a ~ b { top: 0 }', is: 'a + b,a ~ b{top:0}' },
  {
    of: 'double quotes',
    text: 'a::before { content: "/* ;  } :  */" }',
    is: 'a::before{content:"/* ;  } :  */"}',
  },
  { of: 'single quotes', text: "a { font: 1em 'A  B', c }", is: "a{font:1em 'A  B',c}" },
  {
    of: 'backslashes',
    text: String.raw`a::before { content: '\2014' }`,
    is: String.raw`a::before{content:'\2014'}`,
  },
  {
    of: 'rules of rules',
    text: '@media (min-width: 6px) and (scripting) { a { top: 0; } }',
    is: '@media(min-width:6px) and (scripting){a{top:0}}',
  },
  { of: 'empty declarations', text: 'a { top: 0;; }', is: 'a{top:0}' },
];

describe('a style sheet is served short and means the same', () => {
  test.each(cases)('$of', async ({ text, is }) => {
    const served = css`
      ${text}
    `;
    expect(served).toBe(is);
    expect(await minified(served)).toEqual(await minified(text)); // by another hand
    expect(css`
      ${served}
    `).toBe(served);
  });
});

test.each(Object.entries({ PAGE_STYLE, FRAME_STYLE, STYLE_TEXT }))(
  '%s is a style sheet without a mistake',
  async (_, text) => {
    expect(await minified(text)).toMatchObject({ warnings: [] });
    expect(text).not.toMatch(/\/\*|\s{2}|undefined|\[object/);
  },
);

async function minified(text: string) {
  const { code, warnings } = await transform(text, { loader: 'css', minify: true });
  return { code, warnings };
}
