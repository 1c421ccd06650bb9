import { readFileSync, readdirSync } from 'node:fs';
import { loadData } from '../data/load/load.ts';
import { buildRelease } from '../data/release/release.ts';
import { siteWorker } from './bench/worker.ts';
import { randomFrom } from './random.ts';

export interface LoadOptions {
  readonly seconds: number;
  /** requests at a time */
  readonly lanes: number;
  readonly seed: number;
}

/** What a Worker under load answered, and how soon. */
export interface LoadResult {
  readonly requests: number;
  /** by status */
  readonly statuses: ReadonlyMap<number, number>;
  /** ms, ascending */
  readonly times: readonly number[];
  /** answers that had to be others, at most ten */
  readonly wrong: readonly string[];
  /** MB of the workerd processes after a tenth of the time and at the end; `null` where not known */
  readonly memory: readonly [number | null, number | null];
}

/** Everything that readers, programs and the careless ask for, weighted; pictures have their own turns. */
const KINDS = [
  { weight: 30, path: (id: string, n: number) => `/compare/${id}.json?at=${20 + (n % 180)}` },
  { weight: 20, path: (id: string) => `/compare/${id}` },
  { weight: 8, path: (id: string) => `/compare/${id}.csv` },
  { weight: 8, path: (id: string) => `/compare/${id}.md` },
  { weight: 8, path: (id: string) => `/compare/${id}.chart.svg` },
  { weight: 8, path: (id: string) => `/embed/${id}` },
  { weight: 6, path: (id: string, n: number) => `/compare/${id}.json?ttft=${1 + (n % 5)}` },
  { weight: 6, path: (_: string, n: number) => `/rank/gptoss-120b/8k1k.json?at=${40 + (n % 200)}` },
  { weight: 2, path: () => '/' },
  { weight: 2, path: () => '/catalog.json' },
  {
    weight: 2,
    path: (id: string, _: number, origin: string) =>
      `/oembed?url=${encodeURIComponent(`${origin}/compare/${id}`)}`,
  },
  { weight: 2, path: (id: string, n: number) => `/compare/${id}x${n}.json`, isRefused: true },
] as const;

/** Loads a built Worker with the data that ship, from so many lanes at a time. */
export async function mixedLoad({ seconds, lanes, seed }: LoadOptions): Promise<LoadResult> {
  const dataSet = await loadData([]);
  const ids = dataSet.presets.map(({ id }) => id);
  const site = await siteWorker(buildRelease(dataSet));
  const total = KINDS.reduce((sum, { weight }) => sum + weight, 0);
  const random = randomFrom(seed);
  const statuses = new Map<number, number>();
  const [times, wrong]: [number[], string[]] = [[], []];
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  let early: number | null = null;
  let sent = 0;
  const lane = async () => {
    while (elapsed() < seconds * 1000) {
      let left = random() * total;
      const kind = KINDS.find(({ weight }) => (left -= weight) < 0) ?? KINDS[0];
      const id = ids[Math.floor(random() * ids.length)]!;
      const path = kind.path(id, sent++, site.url.replace('127.0.0.1', 'localhost'));
      const sentAt = performance.now();
      const response = await fetch(`${site.url}${path}`);
      const body = await response.text();
      times.push(performance.now() - sentAt);
      const { status } = response;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const isExpected = 'isRefused' in kind ? status === 400 || status === 404 : status === 200;
      if ((!isExpected || body === '') && wrong.length < 10) wrong.push(`${status} ${path}`);
      if (early === null && elapsed() > seconds * 100) early = workerdMegabytes();
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
    return {
      requests: sent,
      statuses,
      times: times.toSorted((a, b) => a - b),
      wrong,
      memory: [early, workerdMegabytes()],
    };
  } finally {
    await site.stop();
  }
}

/** The result in a few lines: ratios, for machines differ. */
export function loadText({ requests, statuses, times, wrong, memory }: LoadResult): string {
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const each = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  const [early, late] = memory;
  const lines = [
    `${requests} requests: ${each}`,
    `p99 ${(at(0.99) / at(0.5)).toFixed(1)} × p50, the longest ${(at(1) / at(0.5)).toFixed(1)} × p50`,
    early !== null && `workerd ${early} MB after a tenth of the time, ${late} MB at the end`,
    wrong.length === 0 ? 'every answer was the expected one' : `wrong: ${wrong.join('; ')}`,
  ];
  return lines.flatMap((line) => (line === false ? [] : `load: ${line}`)).join('\n');
}

/** Resident memory of the largest workerd that runs; `null` where /proc does not say. */
function workerdMegabytes(): number | null {
  try {
    const sizes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          const status = readFileSync(`/proc/${pid}/status`, 'utf8');
          if (!/^Name:\tworkerd$/m.test(status) || !isChild(status)) return [];
          return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
        } catch {
          return []; // it has ended meanwhile
        }
      });
    return sizes.length === 0 ? null : Math.round(Math.max(...sizes));
  } catch {
    return null;
  }
}

function isChild(status: string): boolean {
  return Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]) === process.pid;
}
