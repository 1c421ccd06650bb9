import { expect, test } from 'vitest';
import { defaultRun, keyText, newestFirst } from '../../src/core/sweep.ts';
import { sweep } from './fixtures.ts';

/** `'7@2026-05-20:4'` is run 7 of that day with 4 knots. */
function run(text: string) {
  const [, name = '', date = null, knots] = /^(\w+)(?:@(.*))?:(\d+)$/.exec(text) ?? [];
  return { run: name, date: date ?? null, knots: Number(knots) };
}

const cases = [
  { name: 'the newest', runs: '1@2026-01-01:4 2@2026-02-01:4', is: '2', thinner: '' },
  {
    name: 'half of the fullest is enough',
    runs: '1@2026-01-01:8 2@2026-02-01:4',
    is: '2',
    thinner: '',
  },
  { name: 'less is passed over', runs: '1@2026-01-01:8 2@2026-02-01:3', is: '1', thinner: '2' },
  {
    name: 'same day: the larger number',
    runs: '9@2026-01-01:4 10@2026-01-01:4',
    is: '10',
    thinner: '',
  },
  { name: 'an unknown date is the oldest', runs: 'a:8 1@2026-01-01:8', is: '1', thinner: '' },
  {
    name: 'several are named',
    runs: '1@2026-01-01:9 2@2026-02-01:1 3@2026-03-01:2',
    is: '1',
    thinner: '3 2',
  },
];
test.each(cases)('default run: $name', ({ runs, is, thinner }) => {
  const chosen = defaultRun(runs.split(' ').map(run));
  expect(chosen.run.run).toBe(is);
  expect(chosen.thinner.map((r) => r.run).join(' ')).toBe(thinner);
});

test('no runs are refused', () => expect(() => defaultRun([])).toThrow(RangeError));

test.each([
  {
    name: 'by date, then number',
    runs: '1@2026-01-01:1 2@2026-01-01:1 1@2026-02-01:1',
    sorted: '1@2026-02-01 2@2026-01-01 1@2026-01-01',
  },
  {
    name: 'a CI run without a date stands where its number puts it',
    runs: '10@2026-01-01:1 12:1 20@2026-02-01:1 21:1 9:1',
    sorted: '21 20@2026-02-01 12 10@2026-01-01 9',
  },
  {
    name: 'dates come before numbers',
    runs: '30@2026-01-01:1 31:1 20@2026-02-01:1 25:1',
    sorted: '25 20@2026-02-01 31 30@2026-01-01',
  },
  {
    name: 'a name without a date is oldest',
    runs: 'nightly:1 10@2026-01-01:1 5:1',
    sorted: '10@2026-01-01 nightly 5',
  },
])('newest first: $name', ({ runs, sorted }) => {
  const texts = newestFirst(runs.split(' ').map(run)).map((r) =>
    r.date === null ? r.run : `${r.run}@${r.date}`,
  );
  expect(texts.join(' ')).toBe(sorted);
});

test('keys differ where any field or the basis differs', () => {
  const keys = [
    sweep({ points: '1:1' }),
    sweep({ points: '1:1', key: { framework: null } }),
    sweep({ points: '1:1', key: { offload: 'cpu' } }),
  ];
  const texts = keys.flatMap(({ key }) => [keyText(key, 'measured'), keyText(key, 'published')]);
  expect(new Set(texts).size).toBe(6);
});
