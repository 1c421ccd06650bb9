import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { elementManifest, elementTypes } from '../../../data/widgets/manifest.ts';
import { RANK_STYLE_TEXT } from '../../../widgets/rank-style-text.ts';
import { ATTRIBUTES } from '../../../widgets/settings.ts';

const manifest = await elementManifest();
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

const folder = new URL('../../../widgets/', import.meta.url);
/** Source of the modules of the folder, or of one of them. */
const sourceOf = (pattern: RegExp) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('');
/** Each text that the first group of a pattern matches in a source, once. */
const inSource = (source: string, pattern: RegExp) =>
  new Set([...source.matchAll(pattern)].map(([, text]) => text));

/** What each element has by its source, and by what a page may read and call beside its attributes. */
const ELEMENTS = [
  {
    tag: 'matchpoint-compare',
    path: 'matchpoint.js',
    attributes: [...ATTRIBUTES, 'lang'],
    members: [...ATTRIBUTES, 'comparison', 'link', 'refresh', 'toCSV'],
    source: sourceOf(/^(?!rank-).*\.ts$/),
  },
  {
    tag: 'matchpoint-rank',
    path: 'matchpoint-rank.js',
    // the last is read once, when the element comes into the page
    attributes: [...rankAttributes(), 'loading'],
    members: ['link', 'ranking'],
    source: sourceOf(/^rank-.*\.ts$/),
  },
];

/** The attributes whose changes the class of rankings is told: it needs a browser to be loaded. */
function rankAttributes(): string[] {
  const [, list] = /observedAttributes = \[([^\]]*)\]/.exec(sourceOf(/^rank-element\.ts$/))!;
  return [...list!.matchAll(/'(\w+)'/g)].map(([, name]) => name!);
}

describe.each(ELEMENTS)('the manifest of $tag', ({ tag, path, attributes, members, source }) => {
  const module = manifest.modules.find(({ declarations: [one] }) => one.tagName === tag)!;
  const [declaration] = module.declarations;

  test('names its script', () => {
    expect(module).toMatchObject({ path, exports: [{ name: tag }] });
  });

  test('describes every attribute that the element has', () => {
    expect(names(declaration.attributes).toSorted()).toEqual(attributes.toSorted());
    for (const { description, type } of declaration.attributes) {
      expect(description).toBeTruthy();
      expect(type?.text).toBeTruthy();
    }
  });

  test('describes every event', () => {
    const emitted = inSource(source, /\bemit\('(\w+)'/g);
    expect(new Set(names(declaration.events))).toEqual(
      new Set([...emitted].map((type) => `matchpoint-${type}`)),
    );
  });

  test('has what a page may set, read and call', () => {
    expect(names(declaration.members).toSorted()).toEqual(members.toSorted());
  });
});

test('the README names every attribute, event and part', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const described = manifest.modules.flatMap(({ declarations: [one] }) =>
    names([...one.attributes, ...one.events, ...one.cssParts]),
  );
  expect(described.filter((name) => !new RegExp(`\`${name}[\`=]`).test(readme))).toEqual([]);
});

test('every part and colour of a ranking is described, and no other', () => {
  const { cssParts, cssProperties } = manifest.modules[1]!.declarations[0];
  const colours = RANK_STYLE_TEXT.match(/--matchpoint-[\w-]+/g);
  expect(new Set(names(cssProperties))).toEqual(new Set(colours));
  const drawn = inSource(ELEMENTS[1]!.source, /\bpart: '([\w-]+)'/g);
  expect(new Set(names(cssParts))).toEqual(drawn);
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
element.addEventListener('matchpoint-load', ({ detail }) => console.log(detail.comparison.title));
const ranking = document.querySelector('matchpoint-rank')!;
ranking.addEventListener('matchpoint-load', ({ detail }) => console.log(detail.ranking.rows[0]?.rank));
ranking.addEventListener('matchpoint-change', ({ detail }) => console.log(detail.answer?.answer.length));
ranking.addEventListener('click', ({ clientX }) => console.log(clientX.toFixed()));
console.log(ranking.ranking?.at?.toFixed(), ranking.link?.length);
// @ts-expect-error a ranking has no comparison
ranking.addEventListener('matchpoint-load', ({ detail }) => console.log(detail.comparison));
document.addEventListener('matchpoint-change', ({ detail }) => {
  console.log(detail.link.length, 'ranking' in detail ? detail.ranking.by : detail.comparison.title);
});
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
export const ranking = (
  <matchpoint-rank src="x" theme="dark" loading="eager" address>
    <p>Fallback</p>
  </matchpoint-rank>
);
// @ts-expect-error no such theme
export const wrongRanking = <matchpoint-rank theme="blue" />;
// @ts-expect-error there it is on whatever it says
export const addressOff = <matchpoint-rank address="false" />;
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
