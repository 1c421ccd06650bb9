import { expect, test } from 'vitest';
import { ByteCache } from '../../src/kv/byte-cache.ts';

/** A cache of 10 bytes with three values of 3 each. */
function full(): ByteCache<string> {
  const cache = new ByteCache<string>(10);
  for (const key of ['a', 'b', 'c']) cache.set(key, key.toUpperCase(), 3);
  return cache;
}

/** What is left, without making anything more recent than it is. */
const left = (cache: ByteCache<string>, keys: string) =>
  [...keys].filter((key) => cache.get(key) !== null).join('');

test('the value used least recently is forgotten first: reading one keeps it', () => {
  const written = full();
  written.set('d', 'D', 3);
  expect([left(written, 'abcd'), written.bytes]).toEqual(['bcd', 9]);
  const read = full();
  expect(read.get('a')).toBe('A');
  read.set('d', 'D', 3);
  expect([left(read, 'abcd'), read.bytes]).toEqual(['acd', 9]);
});

test('as many are forgotten as it takes, and the newest stays however large', () => {
  const cache = full();
  cache.set('d', 'D', 6);
  expect([left(cache, 'abcd'), cache.bytes]).toEqual(['cd', 9]);
  cache.set('e', 'E', 50);
  expect([left(cache, 'abcde'), cache.bytes]).toEqual(['e', 50]);
});

test('a value that is set again counts once, and is recent', () => {
  const cache = full();
  cache.set('a', 'A2', 4);
  expect([cache.get('a'), cache.bytes]).toEqual(['A2', 10]);
  cache.set('d', 'D', 3);
  expect([left(cache, 'abcd'), cache.bytes]).toEqual(['acd', 10]);
  cache.clear();
  expect([left(cache, 'abcd'), cache.bytes]).toEqual(['', 0]);
});
