import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const CI = fileURLToPath(new URL('../../.ci/', import.meta.url));
const PROGRAM = process.platform === 'win32' ? 'node.exe' : 'node';
const NODE = `node_modules/node/bin/${PROGRAM}`;

/** A project whose lockfile names the packages a, node and two for other machines; all installed. */
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'matchpoint-install-'));
  for (const name of ['install.mjs', 'launch.mjs']) {
    write(`.ci/${name}`, '');
    copyFileSync(join(CI, name), join(root, '.ci', name));
  }
  const packages = {
    '': {},
    'node_modules/a': {},
    'node_modules/node': {},
    'node_modules/own': { optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/other': { optional: true, os: ['plan9'], cpu: [process.arch] },
    'node_modules/peer': { optional: true },
  };
  write('package-lock.json', JSON.stringify({ packages }));
  for (const name of ['a', 'node', 'own']) write(`node_modules/${name}/package.json`, '{}');
  write(NODE, '');
  write('node_modules/.package-lock.json', '{}');
  utimesSync(join(root, 'package-lock.json'), 1, 1);
  npmThat('echo npm "$@"');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

/** Puts a program in npm's place. */
function npmThat(script: string): void {
  mkdirSync(join(root, 'bin'), { recursive: true });
  writeFileSync(join(root, 'bin/npm'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, join(root, '.ci', program)],
    {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(root, 'bin')}:${process.env['PATH']}` },
    },
  );
  return { status, stdout, stderr };
}

const install = (...args: string[]) => run('install.mjs', ...args);

describe.skipIf(process.platform === 'win32')('installing', () => {
  test('a whole install is left alone', () => {
    expect(install()).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    { lacks: 'node_modules/a/package.json', why: 'no node_modules/a/package.json' },
    { lacks: 'node_modules/own/package.json', why: 'no node_modules/own/package.json' },
    { lacks: NODE, why: `no ${NODE}` }, // as after --ignore-scripts
    { lacks: 'node_modules/.package-lock.json', why: 'The last install was not finished' },
    { lacks: 'node_modules', why: 'First start' },
  ])('without $lacks it says so and installs', ({ lacks, why }) => {
    rmSync(join(root, lacks), { recursive: true });
    const whole = `cd "${root}" && mkdir -p node_modules/a node_modules/own node_modules/node/bin`;
    const files = [
      'a/package.json',
      'own/package.json',
      'node/package.json',
      `node/bin/${PROGRAM}`,
    ];
    const touch = files.map((file) => `node_modules/${file}`).join(' ');
    npmThat(`${whole} && touch ${touch} && echo npm "$@"`);
    const { status, stdout, stderr } = install();
    expect(status).toBe(0);
    expect(stderr).toContain(why);
    expect(stdout).toMatch(/^npm ci .*--ignore-scripts=false/);
  });

  test('after a change of the lockfile it installs', () => {
    utimesSync(join(root, 'package-lock.json'), 1e10, 1e10);
    expect(install().stderr).toContain('package-lock.json has changed');
  });

  test('what an install leaves open is named', () => {
    rmSync(join(root, NODE));
    const { status, stderr } = install();
    expect(status).toBe(1);
    expect(stderr).toContain(`still there is no ${NODE}`);
  });

  test.each([
    { code: 'ENOTFOUND', says: 'the package registry cannot be reached (ENOTFOUND)' },
    { code: 'EACCES', says: 'no permission (EACCES)' },
    { code: 'ENOSPC', says: 'the disk is full (ENOSPC)' },
    { code: 'EINTEGRITY', says: 'npm error code EINTEGRITY' },
  ])('npm fails with $code: what to do, and no stack trace', ({ code, says }) => {
    rmSync(join(root, NODE));
    npmThat(`echo "npm error code ${code}\nnpm error     at f (g.js:1:2)" >&2; exit 7`);
    const { status, stderr } = install();
    expect(status).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/then run the same command again\.\n$/);
    expect(stderr).not.toContain('g.js');
  });

  test('a Node that is too old is told so', () => {
    const old = 'Object.defineProperty(process, "versions", { value: { node: "18.1.0" } })';
    const { status, stderr } = install(
      '--import',
      `data:text/javascript,${encodeURIComponent(old)}`,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Node 18\.1\.0 is too old.*Node 20 or newer/);
  });
});

describe('launching', () => {
  const launch = (program: string, ...more: string[]) => {
    const args = [join(root, '.ci/launch.mjs'), join(root, program), ...more];
    return spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
  };

  test('a program gets its arguments as if it were run itself', () => {
    write('program.mjs', 'console.log(process.argv.slice(1).join())');
    expect(launch('program.mjs', '--a', 'b').stdout).toBe(`${join(root, 'program.mjs')},--a,b\n`);
  });

  test('a package without its files is named, with what mends it', () => {
    write('node_modules/a/package.json', '{ "main": "gone.js" }');
    write('program.mjs', "import 'a'");
    const { status, stderr } = launch('program.mjs');
    expect(status).toBe(1);
    expect(stderr).toMatch(/a package is not whole \(.*gone\.js.*run npm ci/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a mistake of the program is shown whole', () => {
    write('program.mjs', "throw new Error('ours')");
    expect(launch('program.mjs').stderr).toMatch(/Error: ours\n +at /);
  });
});
