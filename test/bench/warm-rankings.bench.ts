import { loadData } from '../../data/load/load.ts';
import { buildRelease } from '../../data/release/release.ts';
import { measuredSweeps } from '../measured-sweeps.ts';
import { median, msPerRequest, siteWorker, staticWorker } from './worker.ts';
import type { Budget } from './run.ts';

const RANKINGS = ['gptoss-120b/1k1k', 'gptoss-120b/8k1k', 'deepseek-r1/1k1k', 'deepseek-r1/8k1k'];
/** Ways to ask. */
const QUERIES = [
  'show=all',
  'by=throughput',
  'precision=fp8',
  'by=users&show=all',
  'vendor=nvidia&usd.b200=3',
  'by=output',
  'by=mw',
  'spec=off&show=all',
  'tier=neocloud',
  'ttft=2',
];
const REQUESTS = 800;
const ROUNDS = 7;

/**
 * The paths of a round: no two requests of the whole run ask the same, and one in ten asks what is
 * reached within a cost.
 */
function pathsOf(round: number): string[] {
  return Array.from({ length: REQUESTS }, (_, i) => {
    const n = round * REQUESTS + i;
    const query = new URLSearchParams(QUERIES[Math.floor(i / RANKINGS.length) % QUERIES.length]);
    // a number that ends in 0 is not as an address says it, which would be a redirect
    if (i % 10 === 3) query.set('cost', String(Number((0.05 + n / 10_000).toFixed(4))));
    else query.set('at', String(Number((20 + n / 50).toFixed(1))));
    query.sort();
    return `/rank/${RANKINGS[i % RANKINGS.length]!}.json?${query}`;
  });
}

/**
 * Rankings in a warm isolate, every request a query that was not asked before, so that nothing that
 * was answered is given again: requests/s against a static Hono route.
 */
export default async function warmRankings(): Promise<Budget[]> {
  const shipped = await loadData([]);
  const dataSet = { ...shipped, sweeps: [...shipped.sweeps, ...measuredSweeps()] };
  const site = await siteWorker(buildRelease(dataSet));
  const first = pathsOf(0);
  const sizes: number[] = [];
  for (const path of first.slice(0, 80)) {
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual' });
    if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
    sizes.push((await response.arrayBuffer()).byteLength);
  }
  const constant = await staticWorker(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  try {
    await msPerRequest(site, first, REQUESTS);
    await msPerRequest(constant, ['/static'], REQUESTS);
    const ratios: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      // neighbours in time, so that what else the machine does weighs on both
      const fixed = await msPerRequest(constant, ['/static'], REQUESTS);
      const ranked = await msPerRequest(site, pathsOf(round), REQUESTS);
      ratios.push(fixed / ranked);
    }
    const name = "warm rankings, no query twice: requests/s over a static route's";
    return [{ name, value: median(ratios), limit: 0.5, isMinimum: true }];
  } finally {
    await site.stop();
    await constant.stop();
  }
}
