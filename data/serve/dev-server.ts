import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { wranglerProgram } from '../kv/wrangler-call.ts';
import { CONFIG_PATH, PROJECT_DIR } from '../project-paths.ts';

/** A running `wrangler dev`. */
interface DevServer {
  /** settles when it has ended by itself, with its last lines */
  readonly ended: Promise<string>;
  /** ends it and everything that it started */
  stop(): Promise<void>;
}

const REMEDY = 'choose another, e.g. npm start -- --port 8800';
const POLL_MS = 150;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 5000;
const KEPT_LINES = 40;

/**
 * Starts `wrangler dev` and waits until `/health` answers.
 *
 * Its output is kept back: it is shown only if it fails.
 *
 * @param port - free, see {@link refuseUsedPort}
 * @param stateDir - local KV, as for `wrangler --persist-to`
 * @throws Error with wrangler's last lines if it ends or is not ready within a minute
 */
export async function startDevServer(port: number, stateDir: string): Promise<DevServer> {
  const own = ['--port', String(port), '--ip', '127.0.0.1', '--var', `ORIGIN:${originAt(port)}`];
  const options = [...own, '--inspector-port', '0'];
  const command = [wranglerProgram(), 'dev', '--config', CONFIG_PATH, '--persist-to', stateDir];
  const child = spawn(process.execPath, [...command, ...options], {
    cwd: PROJECT_DIR,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a group of its own, to end all of it at once
  });
  const output = lastLines(child);
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', () => resolve(output()));
  });
  const server = { ended, stop: () => stop(child) };
  const outcome = await Promise.race([isReady(port), ended]);
  if (outcome === true) return server;
  await server.stop();
  const said = outcome === false ? `it does not answer /health; ${output()}` : outcome;
  throw new Error(`wrangler dev did not start: ${said}`);
}

/** Scheme and host of the site that runs on a port of this machine. */
export function originAt(port: number): string {
  return `http://localhost:${port}`;
}

/**
 * Finds out early whether a server can listen on a port.
 *
 * @param use - what the port is for, in the error
 * @throws Error if something listens on the port, or it may not be used
 */
export async function refuseUsedPort(port: number, use: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.message})`;
      reject(new Error(`port ${port}, for ${use}, ${why}: ${REMEDY}`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

async function isReady(port: number): Promise<boolean> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    const response = await fetch(`http://127.0.0.1:${port}/health`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return endGroup(child, 'SIGKILL');
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  endGroup(child, 'SIGTERM');
  const late = setTimeout(() => endGroup(child, 'SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(late);
  return endGroup(child, 'SIGKILL'); // what it may have left behind
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

function lastLines(child: ChildProcess): () => string {
  let kept: string[] = [];
  const keep = (chunk: Buffer) => {
    kept = [...kept, ...chunk.toString().split('\n')].slice(-KEPT_LINES);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => kept.filter((line) => line.trim() !== '').join('\n');
}
