import { statfs } from 'node:fs/promises';

/** No operation on a KV of this machine takes longer, unless it never ends: ms. */
const LIMIT_MS = 60_000;
/** Less room than the runtime's database needs for anything: bytes. */
const NO_ROOM = 1_000_000;
const LOOK_EVERY_MS = 2000;

/**
 * The result of an operation on local KV, or an error where it does not come: the runtime under it never
 * answers once the disk is full, so the disk is looked at meanwhile.
 *
 * @param stateDir - where local KV is kept
 * @param work - the operation, under way
 * @throws Error with `code` and `path` as the system's where the disk is full, else that it takes too long
 */
export async function withTimeLimit<T>(
  stateDir: string,
  work: Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T> {
  const until = performance.now() + limitMs;
  for (;;) {
    const isOver = Symbol('over');
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<typeof isOver>((resolve) => {
      timer = setTimeout(() => resolve(isOver), Math.min(LOOK_EVERY_MS, limitMs));
    });
    try {
      const outcome = await Promise.race([work, pause]);
      if (outcome !== isOver) return outcome as T;
    } catch (error) {
      throw (await isFull(stateDir)) ? fullDisk(stateDir) : error;
    } finally {
      clearTimeout(timer);
    }
    if (await isFull(stateDir)) throw fullDisk(stateDir);
    if (performance.now() >= until) {
      throw new Error(
        `local KV in ${stateDir} does not answer within ${limitMs / 1000} s: end other commands that use it, then run the same command again`,
      );
    }
  }
}

async function isFull(stateDir: string): Promise<boolean> {
  const disk = await statfs(stateDir).catch(() => null);
  return disk !== null && disk.bavail * disk.bsize < NO_ROOM;
}

function fullDisk(path: string): Error {
  return Object.assign(new Error(`${path}: the disk is full`), { code: 'ENOSPC', path });
}
