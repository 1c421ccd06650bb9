import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  run: () => Count;
}

/** What is read of Vitest's JSON report, whose form is Jest's. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; name: string; assertionResults: { status: string }[] }[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

const steps: Step[] = [
  { name: 'Types', run: () => script('types') },
  { name: 'Lint and format', run: () => script('lint') },
  { name: 'Tests in Node', run: () => project('node', '--maxWorkers=100%') },
  { name: 'Tests in workerd', run: () => project('worker', '--maxWorkers=100%') },
  { name: 'Tests in a browser', run: () => project('browser', '') },
];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const { name, run } of steps) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const count = run();
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`=== ${name}: ${summary(count)} in ${seconds} s`);
}
console.log(`\n${summary(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function summary({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** An npm script counts as one test. */
function script(name: string): Count {
  const succeeded = command(`npm run --silent ${name}`) === 0;
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/**
 * The tests of one Vitest project; a run that ends badly without a failed test counts as one.
 *
 * @param more - options: every processor for what runs by itself, for Vitest leaves one idle
 */
function project(name: string, more: string): Count {
  const folder = mkdtempSync(join(tmpdir(), 'matchpoint-test-'));
  const output = join(folder, 'report.json');
  try {
    const status = command(
      `vitest run --config test/vitest.config.ts --project ${name} ${more} ` +
        `--reporter=default --reporter=json --outputFile.json="${output}"`,
    );
    const count = counted(readReport(output));
    const ran = count.passed + count.failed > 0;
    if (!ran) console.log(`No test ran in project ${name}.`);
    if ((status !== 0 || !ran) && count.failed === 0) count.failed = 1;
    return count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function command(line: string): number | null {
  // A shell, because npm and vitest are .cmd files on Windows; npm has put both on the PATH.
  return spawnSync(line, { cwd: root, stdio: 'inherit', shell: true }).status;
}

function readReport(path: string): Report | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return null; // Vitest stopped before it could write one
  }
}

function counted(report: Report | null): Count {
  if (report === null) return { passed: 0, failed: 0, skipped: 0 };
  // A file that cannot be loaded fails without a failed test of its own.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  for (const { name } of broken) console.log(`Could not run: ${relative(root, name)}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
