import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureText } from '../../../data/cli/failure.ts';
import { writeTo, writeWhole } from '../../../data/write-files.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'matchpoint-failure-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function failure(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'nothing', failureText);
}

describe('what the operating system refuses names the file and what to do', () => {
  test('a file where a directory should be', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const path = join(file, 'more', 'a.json');
    expect(await failure(writeWhole(path, ''))).toMatch(`${path}: a file stands where a directory`);
  });

  test.runIf(process.platform === 'linux')('a full disk', async () => {
    expect(await failure(writeTo('/dev/full', 'x'))).toBe(
      '/dev/full: the disk is full: make room, then run the same command again (ENOSPC)',
    );
  });

  test('an error of our own is said as it is', () => {
    expect(failureText(new Error('no row was accepted'))).toBe('no row was accepted');
  });
});
