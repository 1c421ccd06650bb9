import { expect, test } from 'vitest';
import { UTILISATION } from '../../src/core/limits.ts';
import { parseShare } from '../../widgets/settings.ts';

test('a share is rounded as the server rounds it, and nothing beyond its ends is one', () => {
  const { min, max, decimals } = UTILISATION;
  const fine = 0.5 + 0.4 / 10 ** decimals;
  expect(parseShare(String(fine))).toBe(0.5);
  expect(parseShare(String(max))).toBe(max);
  expect(parseShare(String(min / 10))).toBeNull();
  expect(parseShare(String(max * 1.1))).toBeNull();
  expect(parseShare('half')).toBeNull();
});
