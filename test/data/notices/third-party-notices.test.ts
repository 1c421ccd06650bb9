import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { thirdPartyNotices } from '../../../data/notices/third-party-notices.ts';

interface Manifest {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WRITTEN = readFileSync(`${ROOT}THIRD_PARTY_NOTICES`, 'utf8');
const HEADINGS = WRITTEN.split(/\n-{80}\n/)
  .slice(1)
  .map((section) => section.split('\n')[0]!);
const scratch = mkdtempSync(join(tmpdir(), 'matchpoint-notices-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function manifest(path: string): Manifest {
  return JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as Manifest;
}

test('THIRD_PARTY_NOTICES is what the installed packages say', () => {
  // when this fails: node data/notices/write.ts
  expect(WRITTEN).toBe(thirdPartyNotices(ROOT));
});

test('every package that the dependencies lead to is there, by name', () => {
  const reached = new Set<string>();
  const reach = (names: readonly string[]): void => {
    for (const name of names) {
      if (reached.has(name)) continue;
      reached.add(name);
      reach(Object.keys(manifest(`${ROOT}node_modules/${name}`).dependencies ?? {}));
    }
  };
  reach(Object.keys(manifest(ROOT).dependencies!));
  const installed = HEADINGS.filter((heading) => !heading.includes('a part of'));
  expect(installed).toHaveLength(26);
  const expected = [...reached].map((name) => {
    const { version, license } = manifest(`${ROOT}node_modules/${name}`);
    return `${name} ${version} (${license})`;
  });
  expect(installed).toEqual(expected.toSorted());
  expect(HEADINGS).toEqual(HEADINGS.toSorted());
});

test('what satori has in its bundle is there too', () => {
  const parts = HEADINGS.filter((heading) => heading.endsWith('(MIT), a part of satori'));
  expect(parts.map((heading) => heading.split(' ')[0])).toEqual([
    'cssesc',
    'parse-css-dimension',
    'postcss-selector-parser',
    'tailwindcss',
    'twrnc',
  ]);
});

test('it says nothing of a machine or a registry, and where the source of MPL code is', () => {
  expect(WRITTEN).not.toMatch(/node_modules|registry|npmjs|\/home\/|\/tmp\/|undefined|null\)/);
  expect(WRITTEN).toContain('(MPL-2.0)\nhttps://github.com/vercel/satori\n');
  expect(WRITTEN).toContain('(MPL-2.0)\nhttps://github.com/yisibl/resvg-js\n');
  expect(WRITTEN).toContain('Mozilla Public License Version 2.0');
  expect(WRITTEN).toContain('SIL OPEN FONT LICENSE');
});

/** A place where satori, with one package in its bundle, and `name` are installed. */
function rootWith(name: string, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(scratch, 'root-'));
  const satori = `${root}/node_modules/satori`;
  mkdirSync(`${satori}/dist`, { recursive: true });
  const sources = ['../src/a.ts', '../.pnpm/cssesc@3.0.0/node_modules/cssesc/cssesc.js'];
  writeFileSync(`${satori}/dist/standalone.js.map`, JSON.stringify({ sources }));
  writeFileSync(`${satori}/package.json`, '{}');
  writeFileSync(`${satori}/LICENSE`, 'Its own.');
  const folder = `${root}/node_modules/${name}`;
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(`${folder}/${file}`, text);
  const packages = {
    '': {},
    'node_modules/satori': { version: '1.0.0', license: 'MPL-2.0' },
    'node_modules/left-out': { version: '1.0.0', dev: true },
    [`node_modules/${name}`]: { version: '1.0.0', license: 'MIT' },
  };
  writeFileSync(`${root}/package-lock.json`, JSON.stringify({ packages }));
  return root;
}

test('a package without a licence is refused, and so is an entry that is not needed any more', () => {
  const made = { 'package.json': '{}', 'LICENSE.md': 'Mine.  \r\nAll mine.\r\n' };
  expect(thirdPartyNotices(rootWith('new', made))).toContain(
    '\nnew 1.0.0 (MIT)\n\nMine.\nAll mine.\n',
  );
  expect(() => thirdPartyNotices(rootWith('new', { 'package.json': '{}' }))).toThrow(
    'new, which ships in the Worker, has no licence file: look up its terms and add it to data/notices/unstated.ts',
  );
  expect(() => thirdPartyNotices(rootWith('yoga-layout', made))).toThrow(
    'data/notices/unstated.ts has an entry for yoga-layout, which has a licence file now: remove it',
  );
});
