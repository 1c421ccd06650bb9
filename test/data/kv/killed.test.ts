import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const DATA = fileURLToPath(new URL('../../../data/cli/data.ts', import.meta.url));

/** Ids of the running processes with this text in their command line. */
function running(text: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const isIt = readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text);
      return /^\d+$/.test(name) && isIt ? [Number(name)] : [];
    } catch {
      return []; // it has ended, or is nobody's
    }
  });
}

// Where there is no /proc, nothing says which processes there are.
test.runIf(process.platform === 'linux')(
  'a publication that is killed leaves no workerd behind',
  async () => {
    const state = await mkdtemp(join(tmpdir(), 'matchpoint-killed-'));
    try {
      const options = ['--local', '--state', state, '--data', state, '--only'];
      const child = spawn(process.execPath, [DATA, 'publish', ...options], { stdio: 'ignore' });
      const workerd = () => childrenOf(child.pid!).filter((pid) => isWorkerd(pid));
      await expect.poll(workerd, { interval: 20 }).not.toEqual([]);
      const [pid] = workerd();
      child.kill('SIGKILL');
      await once(child, 'exit');
      await expect.poll(() => isWorkerd(pid!)).toBe(false);
      expect(running(state)).toEqual([]);
    } finally {
      await rm(state, { recursive: true, force: true });
    }
  },
);

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.split(' ').filter(Boolean).map(Number);
}

function isWorkerd(pid: number): boolean {
  return running('workerd').includes(pid);
}
