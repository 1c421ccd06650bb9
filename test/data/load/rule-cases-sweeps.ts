import type { DataSet } from '../../../data/load/data-set.ts';
import type { Sweep, SweepKey } from '../../../src/core/sweep.ts';
import type { RuleCase } from './rule-case.ts';
import { POINT, VALID, measuredSweep, publishedSweep } from './valid-data-set.ts';

const CARD = VALID.rates[0]!;

export const SWEEP_CASES: readonly RuleCase[] = [
  {
    check: 'rateCardProblems',
    data: { ...VALID, rates: [CARD, CARD] },
    at: 'rates/2025-08.json: id: "2025-08"',
    says: 'stands once',
  },
  {
    check: 'rateCardProblems',
    data: { ...VALID, rates: [{ ...CARD, hardware: { x9: CARD.hardware.x1! } }] },
    at: 'rates/2025-08.json: hardware.x9: "x9"',
    says: 'stands in vocabulary.json',
  },
  {
    check: 'rateCardProblems',
    data: {
      ...VALID,
      rates: [{ ...CARD, hardware: { x1: { powerKw: 1, usdPerGpuHour: { '3 years': 2 } } } }],
    },
    at: 'rates/2025-08.json: hardware.x1.usdPerGpuHour.3 years: "3 years"',
    says: 'a price tier is lower-case letters and digits',
  },
  ...[
    { powerKw: 1370, says: 'power is in kW a GPU, 0.01 to 50: write watts as kW (1370 W is 1.37)' },
    { powerKw: 132, says: 'that of a rack by its GPUs' },
    { powerKw: 0.00137, says: 'power is in kW a GPU' },
  ].map(({ powerKw, says }) => ({
    check: 'rateCardProblems',
    data: {
      ...VALID,
      rates: [{ ...CARD, hardware: { x1: { powerKw, usdPerGpuHour: { neocloud: 2 } } } }],
    },
    at: `rates/2025-08.json: hardware.x1.powerKw: ${powerKw}`,
    says,
  })),
  {
    check: 'sweepKeyProblems',
    data: sweepKey({ hardware: 'x9' }),
    at: 'sweeps/ant.json',
    says: 'a key of hardware',
  },
  {
    check: 'sweepKeyProblems',
    data: sweepKey({ framework: 'engine' }),
    at: 'sweeps/ant.json',
    says: 'a key of framework',
  },
  {
    check: 'sweepKeyProblems',
    data: sweepKey({ model: 'cow' }),
    at: 'sweeps/cow.json: model: "cow"',
    says: 'stands in models.json',
  },
  {
    check: 'sweepKeyProblems',
    data: sweep({ rates: '1999-01' }),
    at: 'sweeps/ant.json',
    says: 'the rate card stands in rates/',
  },
  {
    check: 'sweepKeyProblems',
    data: sweep({ label: 'Not This' }),
    at: 'sweeps/ant.json',
    says: 'a label is',
  },
  {
    check: 'magnitudeProblems',
    data: sweep({ points: [POINT, { ...POINT, interactivity: 30, throughput: 1e308 }] }),
    at: 'sweeps/ant.json',
    says: 'points[1].throughput: 1e+308: within 0.1 to 1000000 tok/s/GPU',
  },
  {
    check: 'magnitudeProblems',
    data: sweep({ points: [{ ...POINT, ttftP99: 1e6 }] }),
    at: 'sweeps/ant.json',
    says: 'points[0].ttftP99: 1000000: within 0.0005 to 36000 s',
  },
  {
    check: 'pooledModelProblems',
    data: sweeps({
      ...measuredSweep('7', null),
      key: { ...publishedSweep('x1').key, model: 'bee' },
    }),
    at: 'sweeps/bee.json',
    says: 'published sweeps only',
  },
  {
    check: 'sourceProblems',
    data: sweep({ sources: [{ ...publishedSweep('x1').sources[0]!, url: null }] }),
    at: 'sweeps/ant.json',
    says: 'the address of its page',
  },
  {
    check: 'sourceProblems',
    data: sweep({ points: [{ ...POINT, source: 1 }] }),
    at: 'sweeps/ant.json',
    says: 'an index below 1',
  },
  {
    check: 'sourceProblems',
    data: sweeps({ ...measuredSweep('7', null), points: [{ ...POINT, rounded: true }] }),
    at: 'sweeps/ant.json',
    says: 'only published figures are rounded',
  },
  {
    check: 'labelProblems',
    data: sweeps(measuredSweep('7', 'before'), measuredSweep('8', 'before')),
    at: 'sweeps/ant.json',
    says: 'run 7 has it too',
  },
];

function sweeps(...more: Sweep[]): DataSet {
  return { ...VALID, sweeps: [...VALID.sweeps, ...more] };
}

function sweep(change: Partial<Sweep>): DataSet {
  return sweeps({ ...publishedSweep('x1'), run: 'other', ...change });
}

function sweepKey(change: Partial<SweepKey>): DataSet {
  return sweep({ key: { ...publishedSweep('x1').key, ...change } });
}
