import { expect, test } from 'vitest';
import { parseAddress } from '../../src/core/address.ts';
import { nearbyComparisons } from '../../src/release/nearby.ts';
import { catalog } from '../core/fixtures.ts';
import { indexOf } from './release-contents.ts';

test('near a comparison without data are those with a shared token less, the last token first', async () => {
  const index = indexOf(
    ['off', 'mtp'].flatMap((specMethod) => [
      { specMethod, framework: 'sglang', workload: '1k1k' },
      { specMethod, framework: 'vllm', workload: '8k1k' },
    ]),
  );
  const asked = parseAddress('mo-1/g1-fp8-vllm-1k1k/mtp-vs-off', catalog);
  if ('problem' in asked) throw new Error(asked.problem.rule);
  const release = { manifest: index.manifest, withSweeps: async () => index };
  const near = await nearbyComparisons(release as never, asked.value);
  expect(near.map(({ id }) => id)).toEqual([
    'mo-1/g1-fp8-vllm/mtp-vs-off',
    'mo-1/g1-fp8-1k1k/mtp-vs-off',
  ]);
});
