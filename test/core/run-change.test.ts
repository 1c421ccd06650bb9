import { expect, test } from 'vitest';
import { changeOf, runChange } from '../../src/core/run-change.ts';

test('a rise is a share of the earlier value, as far as it likely goes', () => {
  expect(changeOf({ ratioRange: [0.98, 1.25] }, 100, 110)).toEqual({
    share: expect.closeTo(0.1, 12) as number,
    likely: [expect.closeTo(-0.02, 12), expect.closeTo(0.25, 12)],
  });
});

test('a fall is one too: from the largest that it likely is to the least, which may be a rise', () => {
  // better/worse is earlier/later here: 1/1.25 is 20 % less, 1/0.98 is 2 % more
  expect(changeOf({ ratioRange: [0.98, 1.25] }, 110, 100)).toEqual({
    share: expect.closeTo(100 / 110 - 1, 12) as number,
    likely: [expect.closeTo(-0.2, 12), expect.closeTo(1 / 0.98 - 1, 12)],
  });
});

test('the later run is that of the later day, else the second side', () => {
  const sides = (a: string | null, b: string | null) =>
    [
      { key: 'a', date: a },
      { key: 'b', date: b },
    ] as unknown as Parameters<typeof runChange>[0]['sides'];
  const later = (a: string | null, b: string | null) =>
    runChange({ compared: ['run'], sides: sides(a, b) })!.later.key;
  expect(later('2026-05-08', '2026-05-09')).toBe('b');
  expect(later('2026-05-09', '2026-05-08')).toBe('a');
  expect(later(null, null)).toBe('b');
  expect(runChange({ compared: ['hardware'], sides: sides(null, null) })).toBeNull();
});
