import { expect, test } from 'vitest';
import { FRAME_STYLE } from '../../../src/view/embed/frame-style.ts';

test('digits have one width: what says so comes after the face, which would take it back', () => {
  const [body = ''] = /\bbody *{[^}]*}/.exec(FRAME_STYLE) ?? [];
  expect(body.indexOf('font-variant-numeric')).toBeGreaterThan(body.indexOf('font:'));
  expect(body).toContain('font:');
});
