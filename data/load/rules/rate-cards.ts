import { shownValue } from '../data-set.ts';
import { MAX_TIER_LENGTH } from '../../../src/core/limits.ts';
import { KEY } from '../../../src/core/tokens.ts';
import type { DataSet, Problem } from '../data-set.ts';

/**
 * kW a GPU, all that serves it included. A GPU of a phone takes less, a whole rack of 72 takes more:
 * what lies outside is another unit, or not of one GPU.
 */
const [LEAST_KW, MOST_KW] = [0.01, 50];

/** No rate card, two of one id, unknown hardware, power that is not in kW, tiers that cannot be asked for. */
export function rateCardProblems({ rates, vocabulary }: DataSet): Problem[] {
  if (rates.length === 0) {
    const rule = 'there is at least one rate card';
    return [{ file: 'rates', path: '.', value: 'absent', rule, remedy: 'write rates/<id>.json' }];
  }
  const hardwareKeys = new Set(vocabulary.hardware.map(({ key }) => key));
  return rates.flatMap(({ id, hardware }, index) => {
    const file = `rates/${id}.json`;
    const problems: Problem[] = [];
    if (rates.findIndex((card) => card.id === id) < index) {
      const rule = 'an id stands once';
      problems.push({ file, path: 'id', value: shownValue(id), rule, remedy: 'choose another' });
    }
    for (const key of Object.keys(hardware).filter((k) => !hardwareKeys.has(k))) {
      problems.push({
        file,
        path: `hardware.${key}`,
        value: shownValue(key),
        rule: 'hardware of a rate card stands in vocabulary.json',
        remedy: 'add it there, or correct it',
      });
    }
    for (const [key, { usdPerGpuHour, powerKw }] of Object.entries(hardware)) {
      if (powerKw !== null && (powerKw < LEAST_KW || powerKw > MOST_KW)) {
        problems.push({
          file,
          path: `hardware.${key}.powerKw`,
          value: shownValue(powerKw),
          rule: `power is in kW a GPU, ${LEAST_KW} to ${MOST_KW}`,
          remedy: `write watts as kW (${powerKw} W is ${powerKw / 1000}), and that of a rack by its GPUs`,
        });
      }
      for (const tier of Object.keys(usdPerGpuHour).filter((name) => !isTier(name))) {
        problems.push({
          file,
          path: `hardware.${key}.usdPerGpuHour.${tier}`,
          value: shownValue(tier),
          rule: `a price tier is lower-case letters and digits with single hyphens between, at most ${MAX_TIER_LENGTH}`,
          remedy: 'name it so, as ?tier= asks for it',
        });
      }
    }
    return problems;
  });
}

function isTier(name: string): boolean {
  return KEY.test(name) && name.length <= MAX_TIER_LENGTH;
}
