import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file under another name and gives it its own when it is whole, so that nobody reads half
 * of it. Directories on the way are made.
 *
 * @throws Error of the operating system that names the file, also where the disk is full
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined); // the first error tells more
    throw withPath(error, path);
  }
}

/**
 * Writes to a path that may be no file of its own, such as `/dev/stdout`.
 *
 * @throws Error of the operating system that names the path
 */
export async function writeTo(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    throw withPath(error, path);
  }
}

/** The error with the path that it is about: where a disk is full the system names none. */
function withPath(error: unknown, path: string): unknown {
  return error instanceof Error ? Object.assign(error, { path }) : error;
}
