// Installs what package-lock.json names when it is not there yet. Plain JavaScript for Node 20,
// because the newer Node that runs the rest of the project is itself one of the packages.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function modifiedMs(path) {
  return statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

const lockfile = modifiedMs('package-lock.json');
const installed = modifiedMs('node_modules/.package-lock.json');

if (installed === null || (lockfile !== null && lockfile > installed)) {
  console.log('Installing packages (npm ci) ...');
  // --loglevel=error: npm would warn that some tools want a newer Node, which is being installed.
  const { status, error } = spawnSync('npm ci --include=dev --loglevel=error', {
    cwd: root,
    stdio: 'inherit',
    shell: true, // npm is npm.cmd on Windows
  });
  if (status !== 0) {
    const reason = error?.message ?? `exit code ${status}`;
    console.error(
      `\nnpm ci failed: ${reason}. See the messages above; then run the same command again.`,
    );
    process.exit(status || 1);
  }
}
