import { readFileSync, readdirSync } from 'node:fs';
import { loadData } from '../../data/load/load.ts';
import { indexName } from '../../src/kv/keys.ts';
import { madeRelease } from './made-release.ts';
import type { Budget } from './run.ts';
import { siteWorker } from './worker.ts';

const ROWS = 100_000;
const COLD_REQUESTS = 50;
const MODEL = 'deepseek-r1';
const ADDRESS = `/compare/${MODEL}/fp8-1k1k-off-sglang/b200-vs-mi300x.json`;
const LOOK_EVERY_MS = 5;

/**
 * What a release of 100,000 rows costs an isolate that knows nothing yet: bytes that one comparison
 * parses to know what there is, and memory while fifty requests come at once (where there is `/proc`
 * only). Rows of many models, and rows of one model that was run again and again.
 */
export default async function coldMemory(): Promise<Budget[]> {
  const shipped = await loadData([]);
  const budgets: Budget[] = [];
  for (const growth of ['models', 'runs'] as const) {
    const release = madeRelease(shipped, ROWS, growth);
    const { data } = release.manifest;
    const manifest = Buffer.byteLength(JSON.stringify(release.manifest));
    const what = growth === 'models' ? 'of many models' : 'of one model, run again and again';
    budgets.push({
      name: `bytes of manifest and index that a comparison parses, ${ROWS} rows ${what}`,
      value: manifest + data[indexName(MODEL)]!.size,
      limit: 256_000,
      isMinimum: false,
    });
    if (process.platform !== 'linux') continue;
    budgets.push({
      name: `MB above idle for ${COLD_REQUESTS} cold requests at once, ${ROWS} rows ${what}`,
      value: await megabytesOfColdRequests(release),
      limit: 100,
      isMinimum: false,
    });
  }
  return budgets;
}

async function megabytesOfColdRequests(release: ReturnType<typeof madeRelease>): Promise<number> {
  const before = new Set(workerds());
  const site = await siteWorker(release);
  try {
    const pid = workerds().find((one) => !before.has(one))!;
    const idle = residentBytes(pid);
    let peak = idle;
    const looking = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), LOOK_EVERY_MS);
    const requests = Array.from({ length: COLD_REQUESTS }, async (_, i) => {
      const response = await fetch(`${site.url}${ADDRESS}?at=${20 + i}`);
      if (response.status !== 200) throw new Error(`${ADDRESS}: ${response.status}`);
      await response.arrayBuffer();
    });
    await Promise.all(requests);
    clearInterval(looking);
    return (Math.max(peak, residentBytes(pid)) - idle) / 1e6;
  } finally {
    await site.stop();
  }
}

/** Ids of the workerds that this process has started. */
function workerds(): number[] {
  return readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    .filter((pid) => pid !== '' && commandOf(pid).includes('workerd'))
    .map(Number);
}

function commandOf(pid: string): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
