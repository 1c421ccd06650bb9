import { describe, expect, test } from 'vitest';
import { loadData } from '../../../data/load/load.ts';
import { sweepId } from '../../../src/core/sweep.ts';
import type { Sweep } from '../../../src/core/sweep.ts';

/** What must hold for every measured sweep that ships, however many there are. */
const { sweeps, models, origins } = await loadData([]);
const measured = sweeps.filter(({ basis }) => basis === 'measured');

describe('the measured sweeps that ship', () => {
  test('name whose figures they are, under which terms, and the run, at every source', () => {
    const nameless = measured.flatMap((sweep) =>
      sweep.sources
        .filter(({ attribution, license, url }) => !attribution || !license || !url)
        .map(() => sweepId(sweep)),
    );
    expect(nameless).toEqual([]);
  });

  test('have the run of their address, and no day that its rows do not have', () => {
    const isOfCi = ({ run, sources }: Sweep) =>
      /^\d+$/.test(run) || sources.some(({ url }) => /\/runs\/\d+$/.test(url ?? ''));
    const odd = measured.filter(
      (sweep) =>
        (isOfCi(sweep) && sweep.sources.some(({ url }) => !url?.endsWith(`/runs/${sweep.run}`))) ||
        !sweep.sources.some(({ date }) => date === sweep.date),
    );
    expect(odd.map(sweepId)).toEqual([]);
  });

  test('stand under models of their own, apart from the published ones that pool several', () => {
    const pooled = new Set(models.filter(({ pools }) => pools.length > 0).map(({ key }) => key));
    expect(measured.filter(({ key }) => pooled.has(key.model)).map(sweepId)).toEqual([]);
    for (const model of models.filter(({ key }) => pooled.has(key))) {
      expect(model).toMatchObject({
        key: expect.stringMatching(/-pooled$/),
        label: expect.stringMatching(/ \(pooled\)$/),
      });
    }
  });

  test('stand in a directory of their import', () => {
    const places = measured.map((sweep) => origins.get(sweepId(sweep))!.file);
    expect(places.filter((file) => !/^sweeps[/\\][^/\\]+[/\\][^/\\]+\.json$/.test(file))).toEqual(
      [],
    );
  });
});
