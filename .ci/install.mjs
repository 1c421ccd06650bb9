// Makes node_modules what package-lock.json names: installs what is missing, mends what is broken.
// For any Node that someone may have (hence no newer syntax), because the Node that runs the rest of
// the project is itself one of the packages.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs'; // as a whole: an old Node lacks some of it, and is told so below
import { fileURLToPath } from 'node:url';

const OLDEST = 20;
/** 705 MB of packages, and room for the local KV and the caches of pictures. */
const NEEDED_MB = 900;
const root = fileURLToPath(new URL('..', import.meta.url));

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  fail(
    `Node ${process.versions.node} is too old to install this project: Node ${OLDEST} or newer is ` +
      'needed (see https://nodejs.org); then run the same command again.',
  );
}

const reason = whyToInstall();
if (reason !== null) {
  console.error(`${reason}: installing packages with npm ci, about half a minute ...`);
  const problem = obstacle() || npmCi();
  if (problem !== null) fail(`npm ci failed: ${problem}; then run the same command again.`);
  const left = missing();
  if (left.length > 0) {
    fail(
      `npm ci ended well, and still there is no ${left.slice(0, 3).join(', no ')}. ` +
        'Delete the directory node_modules and run the same command again.',
    );
  }
}

/** Why packages must be installed, in words; `null` where they need not be. */
function whyToInstall() {
  const lockfile = modifiedMs('package-lock.json');
  const installed = modifiedMs('node_modules/.package-lock.json');
  if (!fs.existsSync(`${root}node_modules`)) return 'First start';
  if (installed === null) return 'The last install was not finished';
  if (lockfile > installed) return 'package-lock.json has changed';
  const lacks = missing();
  if (lacks.length === 0) return null;
  const more = lacks.length > 3 ? ` and ${lacks.length - 3} more` : '';
  return `The last install is not whole (no ${lacks.slice(0, 3).join(', no ')}${more})`;
}

/** What should be in node_modules and is not: packages, and the Node that one of them brings. */
function missing() {
  const { packages } = JSON.parse(fs.readFileSync(`${root}package-lock.json`, 'utf8'));
  const paths = Object.keys(packages)
    .filter((path) => path !== '' && isFor(packages[path]))
    .map((path) => `${path}/package.json`);
  // Fetched by an install script: it lacks after an install without scripts.
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return [...paths, `node_modules/node/bin/${program}`].filter(
    (path) => !fs.existsSync(root + path),
  );
}

/** Whether an install on this machine has the package; of optional ones only those for machines like it. */
function isFor({ optional = false, os = [], cpu = [], libc = [] }) {
  if (!optional) return true;
  return libc.length === 0 && os.includes(process.platform) && cpu.includes(process.arch);
}

/** What would stop an install half-way, where npm's own words would mislead; `null` for nothing. */
function obstacle() {
  try {
    fs.accessSync(root, fs.constants.W_OK);
  } catch {
    return `no permission to write in ${root}: change who may, or clone it elsewhere`;
  }
  const { bavail, bsize } = fs.statfsSync(root);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  return freeMb < NEEDED_MB
    ? `${root} has ${freeMb} MB free and needs ${NEEDED_MB}: make room`
    : null;
}

/** Installs everything; what went wrong and what to do about it, `null` for nothing. */
function npmCi() {
  // All kinds of packages and their scripts, whatever the user's own settings leave out;
  // --loglevel=error: npm would warn that some tools want a newer Node, which is being installed.
  const command = 'npm ci --include=dev --include=optional --ignore-scripts=false --loglevel=error';
  // A shell, because npm is npm.cmd on Windows.
  const { status, stderr, error } = spawnSync(command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: true,
  });
  if (status === 0) return null;
  const said = stderr || String(error);
  const [, code = ''] = /npm error code (\w+)/.exec(said) || [];
  if (
    /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|FETCH)/.test(code)
  ) {
    return `the package registry cannot be reached (${code}): check the network, or npm's proxy settings`;
  }
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) {
    return `no permission (${code}): ${root} and npm's cache must be writable for you`;
  }
  if (/^(ENOSPC|EDQUOT)$/.test(code)) return `the disk is full (${code}): make room`;
  const lines = said.split('\n').filter((line) => line !== '' && !/^npm error {5}at /.test(line));
  return `it said\n${lines.join('\n')}\nMend that`;
}

function modifiedMs(path) {
  return fs.existsSync(root + path) ? fs.statSync(root + path).mtimeMs : null;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
