import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { loadData } from '../../data/load/load.ts';
import { buildRelease } from '../../data/release/release.ts';
import { buildElementScript, elementFiles } from '../../data/widgets/script.ts';
import { once } from '../../src/core/once.ts';
import { siteWorker } from '../bench/worker.ts';
import type { BenchWorker } from '../bench/worker.ts';
import type { ServedSite } from './made-once.ts';

/**
 * Makes what several files of browser tests need and takes seconds to make, when the first of them
 * asks for it: a file that needs none of it does not wait.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let worker: BenchWorker | null = null;
  const site = once(async (): Promise<ServedSite> => {
    const built = buildRelease(await loadData([]));
    worker = await siteWorker(built, await elementFiles());
    const { url } = worker;
    const origin = url.replace('127.0.0.1', 'localhost');
    return { url, origin, release: built.manifest.id };
  });
  const makers: Readonly<Record<string, () => Promise<object>>> = {
    '/site': site,
    '/script': once(buildElementScript),
  };
  const server = createServer((request, response) => {
    makers[request.url!]!().then(
      (made) => response.end(JSON.stringify(made)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  project.provide('madeOnce', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await worker?.stop();
  };
}
