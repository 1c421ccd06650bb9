import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chosenData } from '../../data/cli/options.ts';
import { importRows } from '../../data/import/import.ts';
import { reportText } from '../../data/import/report.ts';
import { latestDay } from '../../data/latest-day.ts';
import type { DataError } from '../../data/load/data-set.ts';
import { loadData } from '../../data/load/load.ts';
import { DataPlace } from './data-place.ts';
import { NAMES, row } from './import/rows.ts';
import { textInput } from './import/text-input.ts';
import { publishedSweep } from './load/valid-data-set.ts';

test.each([
  ['2026-11-26T00:00:00Z', '2026-11-27'],
  ['2026-11-26T23:59:59Z', '2026-11-27'],
  ['2026-12-31T12:00:00Z', '2027-01-01'],
])('at %s the last day that has begun somewhere is %s', (now, day) => {
  expect(latestDay(new Date(now))).toBe(day);
});

describe('rows', () => {
  const imported = (latest: string | undefined, ...dates: readonly (string | null)[]) => {
    const rows = dates.map((date, i) => row({ date, run_url: null, conc: 2 ** i }));
    const input = textInput('rows.json', [JSON.stringify(rows)]);
    return importRows([input], NAMES, {
      label: null,
      ...(latest !== undefined && { latestDay: latest }),
    });
  };

  test('of a day that has begun somewhere are taken, later ones refused', async () => {
    const { report } = await imported('2026-11-27', '2026-11-27', '2026-11-28', '2027-01-02', null);
    expect(report).toMatchObject({ accepted: 2, rejected: { byReason: { 'future-date': 2 } } });
    expect(report.rejectedRows.map(({ detail }) => detail)).toEqual(['2026-11-28', '2027-01-02']);
    expect(reportText(report, false)).toContain(
      "future-date: nothing can have been measured after this machine's today: correct the date",
    );
  });

  test('are not judged where nobody says what day it is', async () => {
    expect((await imported(undefined, '2099-01-01')).report.accepted).toBe(1);
  });
});

describe('sweeps', () => {
  let place: DataPlace;
  beforeEach(async () => {
    place = await DataPlace.create();
  });
  afterEach(async () => place.remove());

  const measured = (date: string) => ({
    ...JSON.parse(JSON.stringify(publishedSweep('x1'))),
    key: undefined,
    issue: undefined,
    passedOver: undefined,
    ...publishedSweep('x1').key,
    model: undefined,
    basis: 'measured',
    rates: null,
    run: date,
    date,
    sources: [{ ...publishedSweep('x1').sources[0], date }],
  });
  const problems = async (latest: string) => {
    const load = loadData([place.extra], { root: place.root, latestDay: latest });
    const error = await load.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error === null
      ? []
      : (error as DataError).problems.map(({ path, value }) => [path, value]);
  };

  test('of a directory that are dated later than any place has are refused', async () => {
    await place.writeExtra('ant.json', measured('2026-11-28'));
    expect(await problems('2026-11-28')).toEqual([]);
    expect(await problems('2026-11-27')).toEqual([
      ['sweeps[0].date', '"2026-11-28"'],
      ['sweeps[0].sources[0].date', '"2026-11-28"'],
    ]);
  });

  test('that ship are those of a release, whatever the clock says', async () => {
    await place.change('sweeps/ant.json', '"date":null', '"date":"2026-11-28"');
    expect(await problems('2026-11-27')).toEqual([]);
  });

  test('are judged by the clock on the command line', async () => {
    const text = JSON.stringify({ model: 'dsr1', sweeps: [{ ...measured('2999-01-01') }] });
    await writeFile(join(place.extra, 'dsr1.json'), text);
    const said = await chosenData({ data: [place.extra] }).catch((error: Error) => error.message);
    expect(said).toMatch(
      /sweeps\[0\]\.date: "2999-01-01": nothing was measured after \d{4}-\d\d-\d\d, .*: correct the date, or the clock/,
    );
  });
});
