import { parseAddress } from '../../src/core/address.ts';
import { compare } from '../../src/core/compare.ts';
import { matchSides } from '../../src/core/match.ts';
import { catalog, entryOf, sweep } from '../core/fixtures.ts';
import type { Bench } from './run.ts';
import { median } from './worker.ts';
import { DEFAULT_OPTIONS } from '../../src/core/options.ts';
import { titleIn } from '../../src/view/text/title.ts';
import { en } from '../../src/view/words/en/index.ts';

const POINTS = 64;
const CALLS = 500;
const ROUNDS = 15;

/** `compare()` on two sweeps of 64 points, all of them on the frontier; a match is not part of it. */
const compareTime: Bench = async () => {
  const points = (top: number) =>
    Array.from({ length: POINTS }, (_, i) => `${10 + i * 2.5}:${(top * 0.95 ** i).toFixed(3)}`);
  const sweeps = ['g1', 'g2'].map((hardware, i) =>
    sweep({ key: { hardware }, points: points(9000 - i * 3000).join(' ') }),
  );
  const entries = sweeps.map((one) => entryOf(one));
  const parsed = parseAddress('mo-1/fp8/g1-vs-g2', catalog);
  if ('problem' in parsed) throw new Error(parsed.problem.rule);
  const match = matchSides(entries, parsed.value, { basis: null, pool: false, preset: null })!;
  const input = {
    address: parsed.value,
    match,
    preset: null,
    entries,
    sweepOf: (entry: (typeof entries)[number]) => sweeps[entries.indexOf(entry)]!,
    catalog,
    release: { id: '0123456789ab', publishedAt: '2026-11-24T00:00:00Z' },
    titleOf: titleIn(en),
    options: DEFAULT_OPTIONS,
  };
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let i = 0; i < CALLS; i++) compare(input);
    return (performance.now() - start) / CALLS;
  });
  return [
    {
      name: 'compare() on two 64-point sweeps, ms',
      value: median(times),
      limit: 0.1,
      isMinimum: false,
    },
  ];
};

export default compareTime;
