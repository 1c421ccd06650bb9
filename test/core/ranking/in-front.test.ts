import { expect, test } from 'vitest';
import { ALL_BUT, inFront, withToggled } from '../../../src/core/ranking/in-front.ts';

const ROWS = ['a', 'b-c', 'd'];

test.each([
  { asked: '', front: '' },
  { asked: 'a', front: 'a' },
  { asked: 'b-c,d', front: 'b-c d' },
  { asked: '!,a', front: 'b-c d' },
  { asked: '!', front: 'a b-c d' },
  { asked: 'e', front: '' },
  { asked: '!,e', front: 'a b-c d' },
])('"$asked" has "$front" in front', ({ asked, front }) => {
  expect(ROWS.filter(inFront(asked)).join(' ')).toBe(front);
});

test.each([
  { asked: '', key: 'a', now: 'a' },
  { asked: 'd', key: 'a', now: 'd,a' },
  { asked: 'a,d', key: 'a', now: 'd' },
  { asked: 'a', key: 'a', now: '' },
  { asked: 'a,d', key: ALL_BUT, now: 'a,d,!' },
  { asked: 'a,d,!', key: ALL_BUT, now: 'a,d' },
  { asked: '!,a', key: 'd', now: '!,a,d' },
])('"$asked" with $key toggled is "$now"', ({ asked, key, now }) => {
  expect(withToggled(asked, key)).toBe(now);
});
