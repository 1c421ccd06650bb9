/** Where a file may import from: the table of the layout, one line a place. */
interface Place {
  /** Path prefix of the importing files, the most particular first. */
  readonly from: string;
  /** Path prefixes of files in the project. */
  readonly files: readonly string[];
  /** Path prefix among them that may not be imported after all. */
  readonly not?: string;
  /** Packages, with what lies below them. `node:` stands for all of Node. */
  readonly packages: readonly string[];
}

const ANY_SOURCE = ['src/'];
const RENDER_PACKAGES = ['satori', '@resvg/resvg-wasm'];

const PLACES: readonly Place[] = [
  { from: 'src/core/', files: ['src/core/'], packages: [] },
  { from: 'src/view/words/', files: ['src/core/', 'src/view/'], packages: [] },
  // views are given their words: a language is no view's business
  { from: 'src/view/', files: ['src/core/', 'src/view/'], not: 'src/view/words/en/', packages: [] },
  // which languages there are, words say
  {
    from: 'src/schema/',
    files: ['src/core/', 'src/schema/', 'src/view/words/words.ts'],
    packages: ['zod'],
  },
  {
    from: 'src/kv/',
    files: ['src/core/', 'src/schema/', 'src/kv/'],
    packages: ['@cloudflare/workers-types'],
  },
  {
    from: 'src/release/',
    files: ['src/core/', 'src/schema/', 'src/kv/', 'src/release/'],
    packages: [],
  },
  {
    from: 'src/render/wasm.node.ts',
    files: ['src/render/'],
    packages: ['node:', ...RENDER_PACKAGES],
  },
  { from: 'src/render/fallback.node.ts', files: [], packages: ['node:'] },
  {
    from: 'src/render/fonts/fonts.node.ts',
    files: ['src/render/fonts/'],
    packages: ['node:', '@fontsource/inter'],
  },
  {
    from: 'src/render/',
    files: ['src/core/', 'src/view/', 'src/render/'],
    packages: ['#wasm', ...RENDER_PACKAGES],
  },
  { from: 'src/env.ts', files: [], packages: ['@cloudflare/workers-types'] },
  {
    from: 'src/form.ts',
    files: ['src/core/', 'src/http/', 'src/release/', 'src/schema/', 'src/view/'],
    packages: [],
  },
  { from: 'src/forms.ts', files: ANY_SOURCE, packages: [] },
  { from: 'src/modules.d.ts', files: [], packages: [] },
  { from: 'src/openapi.node.ts', files: ['src/openapi.ts'], packages: ['node:'] },
  { from: 'src/openapi.ts', files: ANY_SOURCE, packages: ['zod'] },
  { from: 'src/http/', files: ANY_SOURCE, packages: ['hono', '#fallback'] },
  { from: 'src/routes/', files: ANY_SOURCE, packages: ['hono'] },
  { from: 'src/app.ts', files: ANY_SOURCE, packages: ['hono'] },
  { from: 'src/index.ts', files: ANY_SOURCE, packages: ['hono'] },
  { from: 'widgets/', files: ['widgets/', 'src/core/', 'src/view/'], packages: [] },
  // the Worker itself, run in Node
  {
    from: 'data/serve/memory-site.ts',
    files: ['data/', 'src/app.ts', 'src/env.ts'],
    packages: [],
  },
  { from: 'data/render/', files: ['data/', 'src/forms.ts', 'src/view/'], packages: ['node:'] },
  {
    from: 'data/',
    files: [
      'data/',
      'src/core/',
      'src/schema/',
      'src/kv/keys.ts',
      'src/render/',
      'src/view/',
      'widgets/rank-style-text.ts',
      'widgets/settings.ts',
      'widgets/style-text.ts',
    ],
    packages: [
      'node:',
      'cli-progress',
      'commander',
      'csv-parse',
      'yaml',
      'esbuild',
      'pngjs',
      '@custom-elements-manifest/analyzer',
      '@swc/core',
      'wrangler',
      'zod',
    ],
  },
];

/** Each heavy library has one file that imports it. */
const SOLE_IMPORTERS: Readonly<Record<string, RegExp>> = {
  satori: /^src\/render\/(svg|wasm\.\w+)\.ts$/,
  '@resvg/resvg-wasm': /^src\/render\/(png|wasm\.\w+)\.ts$/,
};

const IMPORT =
  /(?:^|[;}\n])\s*(?:import|export)\s+(?:[\w*{][^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\b(?:import|require|import\.meta\.resolve)\(\s*['"`]([^'"`]+)['"`]/g;

/** What the source text imports, in order; comments are left out. */
export function importsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** One sentence for each import of `path` that its place does not allow. */
export function forbiddenImports(path: string, source: string): string[] {
  const place = PLACES.find(({ from }) => path.startsWith(from));
  if (place === undefined) return [`${path}: no rule for files here`];
  return importsOf(source).flatMap((specifier) => {
    const allowed = specifier.startsWith('.')
      ? isFileAllowed(place, resolved(path, specifier))
      : place.packages.some((name) => isWithin(specifier, name)) && isSoleImporter(path, specifier);
    return allowed ? [] : [`${path}: may not import ${specifier} (rule for ${place.from})`];
  });
}

function isFileAllowed({ files, not }: Place, file: string): boolean {
  if (not !== undefined && file.startsWith(not)) return false;
  return files.some((prefix) => file.startsWith(prefix));
}

/** The first circle of imports that each file leads into, as a path of files; types count too. */
export function importCircles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    else if (!done.has(file)) {
      for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}

/** The files of the project that a file imports, as paths. */
export function importedFiles(path: string, source: string): string[] {
  return importsOf(source)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolved(path, specifier));
}

function resolved(path: string, specifier: string): string {
  return new URL(specifier, `file:///${path}`).pathname.slice(1);
}

function isWithin(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`);
}

function isSoleImporter(path: string, specifier: string): boolean {
  const name = Object.keys(SOLE_IMPORTERS).find((library) => isWithin(specifier, library));
  return name === undefined || (SOLE_IMPORTERS[name]?.test(path) ?? true);
}
