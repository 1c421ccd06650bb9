import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { generatedRuns } from './generated-runs-env.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const provide = { generatedRuns: generatedRuns(process.env) };
/** Only what fails takes as long: a busy machine is slow, and no test measures its speed. */
const patience = {
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 60_000 } },
};

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
          ...patience,
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
          isolate: false, // half of the time would go into loading the same modules for each file
          ...patience,
          provide,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/made-once-setup.ts'],
          maxWorkers: 2, // a page waits more than it works, and more of them would want more memory
          sequence: { groupOrder: 1 }, // alone, after the others: a browser wants the processor
          ...patience,
        },
      },
    ],
  },
});
