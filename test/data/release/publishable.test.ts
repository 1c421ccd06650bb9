import { expect, test } from 'vitest';
import { publishableRelease } from '../../../data/release/publishable.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { POINT, VALID, publishedSweep } from '../load/valid-data-set.ts';

/** A sweep of so many points, all of them beaten by the first two. */
function sweepOf(count: number) {
  const beaten = Array.from({ length: count }, (_, i) => ({
    ...POINT,
    interactivity: 1 + i / 1000,
    throughput: 1,
  }));
  return {
    ...publishedSweep('x1'),
    basis: 'measured' as const,
    points: [
      POINT,
      { ...POINT, interactivity: POINT.interactivity + 100, throughput: 5 },
      ...beaten,
    ],
  };
}

const SMALL = { ...VALID, knownIssues: [], sweeps: [sweepOf(0)] };
const LARGE = { ...SMALL, sweeps: [sweepOf(500)] };

test('what fits is the release as it is built', () => {
  expect(publishableRelease(LARGE)).toEqual(buildRelease(LARGE));
});

test('a sweep that is too large is named with its points and bytes, and nothing else is', () => {
  const { size } = buildRelease(LARGE).points[0]!;
  expect(() => publishableRelease(LARGE, size)).not.toThrow();
  expect(() => publishableRelease(LARGE, size - 1)).toThrow(
    new RegExp(
      `^sweeps/ant.json: .*: 502 points, ${size} bytes: a sweep takes at most ${size - 1} bytes in a release: leave out [^\\n]*$`,
    ),
  );
});

test('so are a model with too many runs and a workload with too many curves', () => {
  const { data } = buildRelease(SMALL).manifest;
  const sizeOf = (start: string) =>
    Object.entries(data).find(([name]) => name.startsWith(start))![1].size;
  const least = Math.min(sizeOf('i/'), sizeOf('w/'));
  expect(() => publishableRelease(SMALL, least - 1)).toThrow(
    `sweeps/ant.json: sweeps: ${sizeOf('i/')} bytes: the index of a model takes at most ${least - 1} bytes`,
  );
  expect(() => publishableRelease(SMALL, least - 1)).toThrow(
    `${sizeOf('w/')} bytes: the frontiers of a workload take`.replace('take', 'takes'),
  );
});
