import type { Command } from 'commander';
import { printAside } from './terminal.ts';

/** What the operating system refuses, in plain words, and what to do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room',
  EDQUOT: 'the disk quota is used up: make room',
  EACCES: 'no permission: change who may write there, or choose another place',
  EPERM: 'no permission: change who may write there, or choose another place',
  EROFS: 'cannot be written, the disk is read-only: choose another place',
  ENOTDIR: 'a file stands where a directory should be: move it, or choose another place',
  EEXIST: 'something else stands there: move it, or choose another place',
  EISDIR: 'a directory stands where a file should be: choose another name',
  ENOENT: 'is not there: check the name',
};

/** Runs a program; what goes wrong is one message on stderr and exit code 1, never a stack trace. */
export async function runProgram(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    printAside(`${failureText(error)}\n`);
    process.exitCode = 1;
  }
}

/** An error in words for whoever ran the command; the operating system's with file and remedy. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const refusal = code === undefined ? undefined : REFUSALS[code];
  if (refusal === undefined || path === undefined) return error.message;
  return `${path}: ${refusal}, then run the same command again (${code})`;
}
