// Runs a program of the project: node .ci/launch.mjs data/cli/serve.ts …
// Where the packages around it are not whole, it says so instead of showing where they broke.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program = ''] = process.argv.splice(2, 1);
const path = resolve(program);
process.argv[1] = path;

try {
  await import(pathToFileURL(path).href);
} catch (error) {
  const isPackages = /[/\\]node_modules[/\\]/.test(`${error?.message}\n${error?.stack}`);
  const isNode = error?.code === 'ERR_UNKNOWN_FILE_EXTENSION';
  if (!isPackages && !isNode) throw error;
  const [what] = String(error?.message ?? error).split('\n');
  console.error(
    isNode
      ? `${program} needs the Node that the packages bring, this is ${process.version}: run npm ci, then start it through npm`
      : `${program} cannot run, a package is not whole (${what}): run npm ci, then the same command again`,
  );
  process.exitCode = 1;
}
