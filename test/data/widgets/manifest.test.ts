import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { elementManifest, elementTypes } from '../../../data/widgets/manifest.ts';
import { ATTRIBUTES } from '../../../widgets/settings.ts';

const manifest = await elementManifest();
const [declaration] = manifest.modules[0].declarations;
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

const folder = new URL('../../../widgets/', import.meta.url);
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('');
/** Each text that the first group of a pattern matches in the element's source, once. */
const inSource = (pattern: RegExp) =>
  new Set([...source.matchAll(pattern)].map(([, text]) => text));

describe('the manifest', () => {
  test('describes every attribute that the element has, and the one of all elements', () => {
    expect(names(declaration.attributes).toSorted()).toEqual([...ATTRIBUTES, 'lang'].toSorted());
    for (const { description, type } of declaration.attributes) {
      expect(description).not.toBe('');
      expect(type?.text).toBeTruthy();
    }
  });

  test('describes every event', () => {
    const emitted = inSource(/#emit\('(\w+)'/g);
    expect(new Set(names(declaration.events))).toEqual(
      new Set([...emitted].map((type) => `matchpoint-${type}`)),
    );
  });

  test('has a property for each attribute of its own, and what a page may read and call', () => {
    const others = ['comparison', 'link', 'refresh', 'toCSV'];
    expect(names(declaration.members).toSorted()).toEqual([...ATTRIBUTES, ...others].toSorted());
  });
});

describe('the types', () => {
  const [root, types] = [fileURLToPath(new URL('../../../', import.meta.url)), 'matchpoint.d.ts'];
  // The one has React among its packages, the other has none.
  const places = { 'with React': mkdtempSync(join(root, 'node_modules/.types-')), alone: '' };
  places.alone = mkdtempSync(join(tmpdir(), 'matchpoint-types-'));
  afterAll(() => {
    for (const place of Object.values(places)) rmSync(place, { recursive: true });
  });

  const PAGE = `
const element = document.querySelector('matchpoint-compare')!;
element.at = '93';
element.addEventListener('matchpoint-error', ({ detail }) => console.log(detail.error));
document.addEventListener('matchpoint-change', ({ detail }) => console.log(detail.link.length));
void element.refresh();
console.log(element.toCSV().length, element.comparison?.title.length, element.link?.length);
// @ts-expect-error no such property
console.log(element.nothing);
export {};
`;
  const REACT = `
export const post = (
  <matchpoint-compare src="x" editable theme="dark" at="93" className="wide">
    <p>Fallback</p>
  </matchpoint-compare>
);
// @ts-expect-error no such theme
export const wrong = <matchpoint-compare theme="blue" />;
`;

  test.each([
    ['with React', { 'page.ts': PAGE, 'post.tsx': REACT }],
    ['alone', { 'page.ts': PAGE }],
  ] as const)('fit a page %s', (place, files) => {
    const written = { [types]: elementTypes(manifest), ...files };
    for (const [name, text] of Object.entries(written)) {
      writeFileSync(join(places[place], name), text);
    }
    const options =
      '--noEmit --ignoreConfig --strict --target es2022 --module preserve --moduleResolution bundler ' +
      '--lib es2022,dom --jsx react-jsx --pretty false --types';
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(
      process.execPath,
      [tsc, ...options.split(' '), '', ...Object.keys(written)],
      { cwd: places[place], encoding: 'utf8' },
    );
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
