import { expect, test } from 'vitest';
import { watchedAddresses } from '../../src/core/changes/watched-addresses.ts';
import { readChanges } from '../../src/release/changes.ts';
import { catalog } from '../core/fixtures.ts';
import { indexOf } from './release-contents.ts';

test('a model with more addresses than one answer looks at is looked at all the same', async () => {
  const [first] = catalog.vocabulary.hardware;
  const hardware = Array.from({ length: 20 }, (_, i) => ({ ...first!, key: `h${i}` }));
  const keys = hardware.map(({ key }) => ({ hardware: key }));
  const index = indexOf(keys, { ...catalog.vocabulary, hardware });
  const { length } = watchedAddresses(index, 'mo-1');
  expect(length).toBeGreaterThan(250);
  const release = (hash: string) => ({
    manifest: { ...index.manifest, data: { 'i/mo-1': { hash, size: 1 } } },
    withSweeps: async () => index,
  });
  const read = await readChanges(release('a') as never, release('b') as never, null);
  expect(read).toMatchObject({ models: ['mo-1'], left: [], comparisons: [], unchanged: length });
});
