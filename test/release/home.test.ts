import { expect, test } from 'vitest';
import { offeredByHardware } from '../../src/core/offered-comparisons.ts';
import { homeContent } from '../../src/release/home.ts';
import { pickerGroups } from '../../src/release/picker.ts';
import { indexOf } from './release-contents.ts';

test('without presets each question is featured once, whichever side it is offered from', () => {
  const index = indexOf([{ hardware: 'g1' }, { hardware: 'g2' }]);
  const offered = offeredByHardware(index, 'mo-1').flatMap(({ ids }) => ids);
  expect(offered).toEqual(['mo-1/fp8/g1-vs-g2', 'mo-1/fp8/g2-vs-g1']);
  const { featured } = homeContent(index, (model) => (model === 'mo-1' ? ['1k1k'] : []));
  expect(featured.map(({ comparisons }) => comparisons.map(({ id }) => id))).toEqual([
    ['mo-1/fp8/g1-vs-g2'],
  ]);
});

test('the picker lists the first twelve of what a GPU can be compared in', () => {
  const keys = ['g1', 'g2', 'g2-rack', 'm3', 'm4'].flatMap((hardware) =>
    ['fp4', 'fp8'].flatMap((precision) =>
      ['off', 'mtp'].flatMap((specMethod) =>
        ['sglang', 'vllm'].map((framework) => ({ hardware, precision, specMethod, framework })),
      ),
    ),
  );
  const index = indexOf(keys);
  const [first] = offeredByHardware(index, 'mo-1');
  expect(first!.ids.length).toBeGreaterThan(12);
  const [group] = pickerGroups(index, 'mo-1');
  expect(group!.comparisons.map(({ id }) => id)).toEqual(first!.ids.slice(0, 12));
});
