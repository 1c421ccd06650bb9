import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { unknownFacts } from '../../../src/core/point-facts.ts';
import { UNSTATED_SOURCE, sweepId } from '../../../src/core/sweep.ts';
import { DataPlace } from '../data-place.ts';

let place: DataPlace;
beforeEach(async () => {
  place = await DataPlace.create();
});
afterEach(async () => place.remove());

/** The sweeps that come from the further directory. */
async function added() {
  const { sweeps, origins } = await loadData([place.extra], { root: place.root });
  return sweeps.filter((sweep) => origins.get(sweepId(sweep))!.file.startsWith(place.extra));
}

const SWEEP = {
  hardware: 'x1',
  precision: 'fp8',
  workload: '1k1k',
  interactivityBasis: 'median-tpot',
  basis: 'measured',
  run: '7',
  sources: [{ url: 'https://example.org/runs/7' }],
  points: [{ interactivity: 50, throughput: 900, source: 0 }],
};

describe('further sweep directories', () => {
  test('are merged, absent fields null', async () => {
    await place.writeExtra('a.json', SWEEP);
    expect(await added()).toEqual([
      {
        key: {
          model: 'ant',
          hardware: 'x1',
          precision: 'fp8',
          specMethod: null,
          framework: null,
          deployment: null,
          workload: '1k1k',
          interactivityBasis: 'median-tpot',
          offload: null,
        },
        basis: 'measured',
        run: '7',
        label: null,
        date: null,
        rates: null,
        issue: null,
        passedOver: [],
        sources: [{ ...UNSTATED_SOURCE, url: 'https://example.org/runs/7' }],
        points: [
          {
            interactivity: 50,
            throughput: 900,
            ...unknownFacts(),
            rounded: false,
            source: 0,
          },
        ],
      },
    ]);
  });

  test('the same run twice with the same points is one', async () => {
    await place.writeExtra('a.json', SWEEP);
    await place.writeExtra('b.json', SWEEP);
    expect(await added()).toHaveLength(1);
  });

  test('another run of the key is another sweep', async () => {
    await place.writeExtra('a.json', SWEEP, { ...SWEEP, run: '8' });
    expect(await added()).toHaveLength(2);
  });

  test('the same run with different points is an error', async () => {
    await place.writeExtra('a.json', SWEEP);
    const points = [{ interactivity: 50, throughput: 901, source: 0 }];
    await place.writeExtra('b.json', SWEEP, { ...SWEEP, points });
    expect(await place.complaints([place.extra])).toEqual([
      expect.stringContaining(
        `one run of one key has one set of points; ${join(place.extra, 'a.json')}: sweeps[0] has others`,
      ),
    ]);
  });

  test('a rule names the file and the place', async () => {
    await place.writeExtra('a.json', SWEEP, { ...SWEEP, run: '8', framework: 'trtllm' });
    expect(await place.complaints([place.extra])).toEqual([
      `${join(place.extra, 'a.json')}: sweeps[1].framework: "trtllm": a key of framework in vocabulary.json: add it there, or use the key of which it is an alias`,
    ]);
  });

  test('one that is not there is an error', async () => {
    const missing = join(place.extra, 'nothing');
    expect(await place.complaints([missing])).toEqual([
      expect.stringContaining(`${missing}: .: absent: a directory of JSON files`),
    ]);
  });
});
