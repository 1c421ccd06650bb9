import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';
import { build, transform } from 'esbuild';
import type { Plugin } from 'esbuild';
import { RANK_STYLE_TEXT } from '../../widgets/rank-style-text.ts';
import { STYLE_TEXT } from '../../widgets/style-text.ts';
import { elementManifest, elementTypes } from './manifest.ts';

/** A script as it is served: one ES module that imports nothing. */
export interface ElementScript {
  readonly text: string;
  /** first 12 hex digits of its SHA-256, part of its name */
  readonly hash: string;
  /** for the attribute `integrity` */
  readonly integrity: string;
  /** `matchpoint.<hash>.js`, `resize.<hash>.js` */
  readonly fileName: string;
}

/**
 * Properties of the script's own objects that get short names in the file, those that save most. A
 * name that a document, an attribute or the browser has too would break them: a test looks for it.
 */
export const INTERNAL_NAMES = [
  'askedWords',
  'bracket',
  'views',
  'attrs',
  'behind',
  'ground',
  'box',
  'busy',
  'aborter',
  'costs',
  'credits',
  'decimals',
  'hasChart',
  'hasServer',
  'inner',
  'interactivityUnit',
  'isEditable',
  'isEdited',
  'isHollow',
  'isLog',
  'isLowerBetter',
  'isNarrow',
  'isOnDark',
  'isOnItsWay',
  'isSeen',
  'isSplit',
  'isStale',
  'leader',
  'lens',
  'line',
  'lines',
  'logScale',
  'measures',
  'notKnown',
  'onScreen',
  'ownMeasurements',
  'phase',
  'places',
  'priced',
  'prices',
  'pictureSettings',
  'question',
  'rated',
  'ratioOf',
  'reservedHeight',
  'said',
  'settings',
  'shortAnswer',
  'shortRead',
  'textAt',
  'tierNames',
  'undo',
  'askers',
  'xDomain',
  'xTicks',
  'yScale',
  'yTicks',
];

/** As {@link INTERNAL_NAMES}, for the script of rankings. */
export const RANK_INTERNAL_NAMES = [
  'absolute',
  'ask',
  'atLeast',
  'attrs',
  'behind',
  'chartNote',
  'chartTitle',
  'comparable',
  'competing',
  'contender',
  'curves',
  'decimals',
  'draw',
  'drawing',
  'drawn',
  'dropTarget',
  'emit',
  'expire',
  'fail',
  'filterKeys',
  'filtered',
  'filtersHead',
  'fingers',
  'forget',
  'front',
  'hasBeaten',
  'hasReference',
  'hit',
  'incomparable',
  'interactivityUnit',
  'isBound',
  'isBusy',
  'isCut',
  'isDecided',
  'isDropped',
  'isEnd',
  'isHeld',
  'isHollow',
  'isInFront',
  'isLogX',
  'isLogY',
  'isLowerBetter',
  'isOnDark',
  'isPage',
  'isPassing',
  'isPerUser',
  'isPicked',
  'isResized',
  'isZoomed',
  'labelled',
  'leadsTo',
  'logScale',
  'misfit',
  'moveTarget',
  'noNumber',
  'notTold',
  'noteCount',
  'own',
  'parts',
  'pick',
  'picked',
  'point',
  'pointsShown',
  'question',
  'queue',
  'ranked',
  'reach',
  'reachedEnd',
  'record',
  'rowAt',
  'said',
  'standing',
  'statuses',
  'styleOf',
  'tableNote',
  'tableTitle',
  'usdByHardware',
  'walk',
  'xTicks',
  'xTitle',
  'yTicks',
];

/** The bundled, minified script of `<matchpoint-compare>`; equal sources give equal bytes. */
export async function buildElementScript(): Promise<ElementScript> {
  const text = await bundledScript('define.ts');
  return { text, ...scriptName('matchpoint', text) };
}

/** The script of `<matchpoint-rank>`, made in the same way. */
export async function buildRankScript(): Promise<ElementScript> {
  const text = await bundledScript('rank-define.ts');
  return { text, ...scriptName('matchpoint-rank', text) };
}

/** The script of a page around iframes, which gives them the height that they report. */
async function buildResizer(): Promise<ElementScript> {
  const text = await bundledScript('resize.ts');
  return { text, ...scriptName('resize', text) };
}

/**
 * The scripts of the search box on this site's own pages: a small one that every page loads, and
 * what it asks for by that name when the box is used.
 */
async function searchScripts(): Promise<[string, string][]> {
  const names = ['search', 'suggestions'];
  return Promise.all(
    names.map(
      async (name) => [`${name}.js`, await bundledScript(`${name}.ts`)] as [string, string],
    ),
  );
}

/** The style sheet as minified text, in place of the modules that make it. */
const STYLE_AT_BUILD: Plugin = {
  name: 'style-at-build',
  setup({ onLoad }) {
    for (const [file, name, text] of [
      ['style-text', 'STYLE_TEXT', STYLE_TEXT],
      ['rank-style-text', 'RANK_STYLE_TEXT', RANK_STYLE_TEXT],
    ] as const) {
      onLoad({ filter: new RegExp(`[/\\\\]widgets[/\\\\]${file}\\.ts$`) }, async () => {
        const { code } = await transform(text, { loader: 'css', minify: true, charset: 'utf8' });
        return { contents: `export const ${name} = ${JSON.stringify(code.trim())};` };
      });
    }
  },
};

/** A script of `widgets/` as one minified ES module. */
async function bundledScript(entry: string): Promise<string> {
  return (await minifiedScript(entry)).code;
}

/** The script, with a source map (version 3) that says which module each part of it is from. */
export async function minifiedScript(entry: string): Promise<{ code: string; map?: string }> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [`${root}widgets/${entry}`],
    outdir: root,
    sourcemap: 'external',
    sourcesContent: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    write: false,
    external: ['./suggestions.js', './matchpoint-rank.js'],
    plugins: [STYLE_AT_BUILD],
  });
  const names = { 'define.ts': INTERNAL_NAMES, 'rank-define.ts': RANK_INTERNAL_NAMES }[entry];
  // By another hand, which leaves 3 % less than the bundler's own.
  const [map, script] = outputFiles;
  return minify(script!.text, {
    module: true,
    sourceMap: { content: map!.text } as unknown as boolean, // more than its types say it takes
    // the search box reads documents under the names that they have
    ...(names && { mangle: { props: { regex: `^(${names.join('|')})$` } } }),
    compress: {
      passes: 8,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      unsafe_regexp: true,
      sequences: false,
      unsafe_symbols: true,
      ecma: 2022,
    },
    format: { comments: false, ascii_only: true }, // escapes pack better than the signs, by 28 bytes
  });
}

function scriptName(base: string, text: string): Omit<ElementScript, 'text'> {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
  return { hash, integrity, fileName: `${base}.${hash}.js` };
}

/**
 * The files of `/widgets/` by name, as a release carries them: the element's script and that of
 * pages around iframes, each under its moving name and under its hashed one, which stays for ever,
 * what describes the element, and the scripts of this site's own search box.
 */
export async function elementFiles(): Promise<Map<string, string>> {
  const [{ text, fileName }, rank, resizer, manifest, search] = await Promise.all([
    buildElementScript(),
    buildRankScript(),
    buildResizer(),
    elementManifest(),
    searchScripts(),
  ]);
  return new Map([
    [fileName, text],
    ['matchpoint.js', text],
    [rank.fileName, rank.text],
    ['matchpoint-rank.js', rank.text],
    [resizer.fileName, resizer.text],
    ['resize.js', resizer.text],
    ...search,
    ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['matchpoint.d.ts', elementTypes(manifest)],
  ]);
}
