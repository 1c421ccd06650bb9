import { loadData } from '../../data/load/load.ts';
import { buildRelease } from '../../data/release/release.ts';
import { measuredSweeps } from '../measured-sweeps.ts';
import { median, msPerRequest, siteWorker, staticWorker } from './worker.ts';
import type { Budget } from './run.ts';

const ADDRESSES = 200;
const REQUESTS = 2000;
const ROUNDS = 7;

/** Comparisons in a warm isolate over 200 addresses: requests/s against a static Hono route. */
export default async function warmRequests(): Promise<Budget[]> {
  const shipped = await loadData([]);
  const dataSet = { ...shipped, sweeps: [...shipped.sweeps, ...measuredSweeps()] };
  const site = await siteWorker(buildRelease(dataSet));
  const paths = Array.from({ length: ADDRESSES }, (_, i) => {
    const { id } = shipped.presets[i % shipped.presets.length]!;
    return `/compare/${id}.json?at=${20 + i}`;
  });
  const sample = await (await fetch(`${site.url}${paths[0]}`)).text();
  const constant = await staticWorker(sample.length);
  try {
    await msPerRequest(site, paths, REQUESTS);
    await msPerRequest(constant, ['/static'], REQUESTS);
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // neighbours in time, so that what else the machine does weighs on both
      const fixed = await msPerRequest(constant, ['/static'], REQUESTS);
      const compared = await msPerRequest(site, paths, REQUESTS);
      ratios.push(fixed / compared);
    }
    const name = `warm comparisons over ${ADDRESSES} addresses: requests/s over a static route's`;
    return [{ name, value: median(ratios), limit: 0.8, isMinimum: true }];
  } finally {
    await site.stop();
    await constant.stop();
  }
}
