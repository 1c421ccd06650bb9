import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { failureText } from '../../../data/cli/failure.ts';
import { withTimeLimit } from '../../../data/kv/local-limit.ts';

const never = new Promise<never>(() => undefined);

test('what ends in time is given', async () => {
  expect(await withTimeLimit(tmpdir(), Promise.resolve(1))).toBe(1);
  await expect(withTimeLimit(tmpdir(), Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('what never ends is an error that says what to do', async () => {
  await expect(withTimeLimit(tmpdir(), never, 50)).rejects.toThrow(
    /^local KV in \S+ does not answer within 0.05 s: end other commands that use it/,
  );
});

// /proc is a file system without any room.
test.runIf(process.platform === 'linux').each([
  { how: 'never ends', work: () => never },
  { how: 'fails', work: () => Promise.reject(new Error('500')) },
])('on a full disk, what $how is an error that names the place', async ({ work }) => {
  const failure = await withTimeLimit('/proc', work()).catch(failureText);
  expect(failure).toBe(
    '/proc: the disk is full: make room, then run the same command again (ENOSPC)',
  );
});
