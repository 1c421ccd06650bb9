import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { generatedRuns } from './generated-runs-env.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const provide = { generatedRuns: generatedRuns(process.env) };

/**
 * One project for each place where code runs: Node, workerd, and Node driving a browser.
 * What lies outside `worker/` and `browser/` runs in Node, so no test file is left out.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/worker/**', 'test/browser/**'],
          testTimeout: 30_000,
          provide,
        },
      },
      {
        root,
        plugins: [cloudflareTest({ wrangler: { configPath: `${root}wrangler.toml` } })],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          globalSetup: ['test/release-setup.ts'], // releases are built from files, so in Node
          testTimeout: 30_000,
          hookTimeout: 60_000,
          provide,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 }, // alone, after the others: a browser wants the processor
          // Only what fails takes as long: a busy machine is slow, and no test measures its speed.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
