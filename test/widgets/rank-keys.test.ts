import { describe, expect, test } from 'vitest';
import { TARGET } from '../../src/core/limits.ts';
import { chartKeyIntent, handleKeyIntent, settableTarget } from '../../widgets/rank-keys.ts';
import { LINEAR, X, plotWith } from './plots.ts';

const plot = plotWith(
  LINEAR,
  [
    [100, 100],
    [200, 60],
    [300, 40],
  ],
  [
    [120, 120],
    [210, 110],
  ],
);

describe('keys on the handle of the target line', () => {
  test.each([
    ['ArrowLeft', false, 59],
    ['ArrowDown', false, 59],
    ['ArrowRight', false, 61],
    ['ArrowUp', false, 61],
    ['ArrowLeft', true, 50],
    ['ArrowUp', true, 70],
    ['PageDown', false, 50],
    ['PageUp', false, 70],
    ['Home', false, X[0]],
    ['End', true, X[1]],
  ])('%s, shift %s: %d', (key, isFast, target) => {
    const intent = handleKeyIntent(plot, key, 60, isFast);
    expect(intent!.target).toBeCloseTo(target, 9);
  });

  test('a step to 0 or below is one too, which the ends of a target then hold', () => {
    expect(handleKeyIntent(plot, 'ArrowLeft', 1, false)).toEqual({ target: 0 });
    expect(settableTarget(0, 1)).toBe(TARGET.min);
  });

  test.each(['Tab', 'Enter', 'Escape', 'a', ' '])('%s is left to the page', (key) => {
    expect(handleKeyIntent(plot, key, 60, false)).toBeNull();
  });
});

test.each([
  [60.4, 60, 60],
  [60.6, 60, 61],
  [10.4, null, 10],
  [9.44, 9, 9.4],
  // on the way down from where there are no tenths
  [9.44, 12, 9],
  [9.44, null, 9.4],
  [0, 0.2, TARGET.min],
  [1e9, 60, TARGET.max],
])('%d after %j is the target %d', (value, before, target) => {
  expect(settableTarget(value, before)).toBe(target);
});

describe('keys on the chart', () => {
  test.each([
    ['ArrowRight', 'a', 0, 'a', 1],
    ['ArrowRight', 'a', 2, 'a', 2],
    ['ArrowLeft', 'a', 1, 'a', 0],
    ['ArrowLeft', 'a', 0, 'a', 0],
    // the nearest in speed, not the same one in the row
    ['ArrowUp', 'a', 2, 'b', 1],
    ['ArrowUp', 'a', 0, 'b', 0],
    ['ArrowDown', 'b', 1, 'a', 1],
    // beyond the first and the last curve there is none
    ['ArrowUp', 'b', 1, 'b', 1],
    ['ArrowDown', 'a', 2, 'a', 2],
  ])('%s from %s %d: %s %d', (key, own, index, other, to) => {
    const intent = chartKeyIntent(plot, key, { key: own, index }, false);
    expect(intent).toEqual({ hit: { key: other, index: to } });
  });

  test.each([
    ['ArrowRight', 'b', 0],
    ['ArrowLeft', 'b', 0],
    ['ArrowDown', 'b', 0],
    ['ArrowUp', 'a', 0],
  ])('%s from no point: %s %d', (key, own, index) => {
    expect(chartKeyIntent(plot, key, null, false)).toEqual({ hit: { key: own, index } });
  });

  test('Enter picks the row that is looked at, and without one means nothing', () => {
    expect(chartKeyIntent(plot, 'Enter', { key: 'a', index: 1 }, false)).toEqual({ pick: 'a' });
    expect(chartKeyIntent(plot, 'Enter', null, false)).toBeNull();
  });

  test('Escape looks at no point, and shows the whole chart where that shows a part', () => {
    const hit = { key: 'a', index: 1 };
    expect(chartKeyIntent(plot, 'Escape', hit, false)).toEqual({ hit: null });
    expect(chartKeyIntent(plot, 'Escape', hit, true)).toEqual({ hit: null, zoom: null });
  });

  test.each(['Tab', 'Home', 'a', ' '])('%s is left to the page', (key) => {
    expect(chartKeyIntent(plot, key, { key: 'a', index: 1 }, true)).toBeNull();
  });
});
