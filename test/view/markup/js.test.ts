import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { EMBED_BLOCKS } from '../../../src/view/embed/frame-document.ts';
import { js } from '../../../src/view/markup/js.ts';
import { CONSTANT_SCRIPTS } from '../../../src/view/page/page.ts';

test('a script is served without indentation, blank lines and lines of comment', () => {
  const served = js`
    // what it does
    const a = /\d/;

    if (a) {
      b(${1}, 'https://c'); // d
    }
  `;
  expect(served).toBe("const a = /\\d/;\nif (a) {\nb(1, 'https://c'); // d\n}");
});

test.each([...CONSTANT_SCRIPTS, ...EMBED_BLOCKS.scripts])(
  'an inline script is a script: %s',
  async (script) => {
    const { code, warnings } = await transform(script, { loader: 'js' });
    expect(warnings).toEqual([]);
    expect(code).not.toBe('');
  },
);
