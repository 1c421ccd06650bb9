import { loadData } from '../../data/load/load.ts';
import { madeRelease } from './made-release.ts';
import type { Budget } from './run.ts';
import { median, msPerRequest, siteWorker } from './worker.ts';
import type { BenchWorker } from './worker.ts';

const ROWS = [100, 10_000, 1_000_000];
const ADDRESS = '/compare/deepseek-r1/fp8-1k1k-off-sglang/b200-vs-mi300x.json';
const REQUESTS = 800;
const ROUNDS = 9;

/** Time of a comparison that nobody asked for before, as the release grows from 10² to 10⁶ rows. */
export default async function releaseGrowth(): Promise<Budget[]> {
  const shipped = await loadData([]);
  const workers: BenchWorker[] = [];
  try {
    for (const rows of ROWS) workers.push(await siteWorker(madeRelease(shipped, rows)));
    let asked = 0;
    // another price each time, so that no finished answer is given again
    const fresh = () =>
      Array.from({ length: REQUESTS }, () => `${ADDRESS}?usd=${(1 + asked++ / 1000).toFixed(3)}`);
    for (const worker of workers) await msPerRequest(worker, fresh(), REQUESTS);
    const ratios = ROWS.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      const times: number[] = [];
      for (const worker of workers) times.push(await msPerRequest(worker, fresh(), REQUESTS));
      for (const [i, time] of times.entries()) ratios[i]!.push(time / times[0]!);
    }
    return ROWS.slice(1).map((rows, i) => ({
      name: `time of a new comparison at ${rows} rows over that at ${ROWS[0]}`,
      value: median(ratios[i + 1]!),
      limit: 1.2,
      isMinimum: false,
    }));
  } finally {
    for (const worker of workers) await worker.stop();
  }
}
