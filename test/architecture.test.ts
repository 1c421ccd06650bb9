import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forbiddenImports, importCircles, importedFiles, importsOf } from './import-rules.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const NOT_OURS = new Set(['node_modules', '.git', '.wrangler', '.cache', 'dist', 'coverage']);
const files = projectFiles();
const code = files.filter((file) => /^(src|widgets|data)\/.*\.tsx?$/.test(file));

describe('imports', () => {
  test.each(code)('%s', (file) => expect(forbiddenImports(file, text(file))).toEqual([]));

  const bad = [
    { file: 'src/core/cost.ts', source: "import { html } from '../view/page.ts';" },
    { file: 'src/core/cost.ts', source: "import { z } from 'zod/mini';" },
    { file: 'src/core/cost.ts', source: "export * from '../schema/query.ts';" },
    { file: 'src/core/cost.ts', source: "const fs = await import('node:fs');" },
    { file: 'src/view/json.ts', source: "import type { Context } from 'hono';" },
    { file: 'src/view/json.ts', source: "import {\n  readSweeps,\n} from '../kv/store.ts';" },
    { file: 'src/view/text/json.ts', source: "import { en } from '../words/en/index.ts';" },
    { file: 'src/kv/store.ts', source: "import '../routes/home.ts';" },
    { file: 'src/routes/home.ts', source: "import satori from 'satori/standalone';" },
    { file: 'src/render/png.ts', source: "import satori from 'satori';" },
    { file: 'src/app.ts', source: "import { load } from '../data/load/load.ts';" },
    { file: 'src/utils/strings.ts', source: '' },
    { file: 'widgets/element.ts', source: "import { z } from '../src/schema/query.ts';" },
    { file: 'data/publish/publish.ts', source: "import { Store } from '../../src/kv/store.ts';" },
  ];
  test.each(bad)('$file is refused $source', ({ file, source }) => {
    expect(forbiddenImports(file, source)).toHaveLength(1);
  });

  test('files do not import each other in a circle, types included', () => {
    expect(importCircles(new Map(code.map((f) => [f, importedFiles(f, text(f))])))).toEqual([]);
  });

  test('a circle is found', () => {
    const imports = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b']],
    ]);
    expect(importCircles(imports)).toEqual(['b > c > d > b']);
    expect(importedFiles('x/a.ts', "import type { B } from '../y/b.ts';")).toEqual(['y/b.ts']);
  });

  test('comments and plain strings are no imports', () => {
    expect(importsOf("// import 'a';\n/* import 'b' */\nimport c from 'c';")).toEqual(['c']);
  });
});

describe('what the project says about where it was made', () => {
  // In pieces, so that this file does not contain what it looks for.
  const forbidden = [
    ['/wo', 'rk/'],
    ['/ro', 'ot/'],
    ['/ho', 'me/'],
    ['/Us', 'ers/'],
    ['registry.', 'npmjs'],
    ['registry.', 'yarnpkg'],
    ['npm.', 'pkg.github'],
    ['.artifact', 'ory'],
    ['127.0.0.1:', '4873'],
  ].map((pieces) => pieces.join(''));

  const readable = files.filter((file) => !/\.(png|woff2?|wasm|gz|ico|jpe?g)$/.test(file));

  test('no machine path, no registry', () => {
    const found = readable.flatMap((file) => {
      const content = text(file);
      return forbidden.filter((word) => content.includes(word)).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  test('no address in the lockfile', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved":/);
  });
});

/** All files but installed, built and cached ones. Git is not asked: an unpacked archive has none. */
function projectFiles(folder = ''): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (NOT_OURS.has(entry.name)) return []; // .git is a file in a linked work tree
    if (entry.isDirectory()) return projectFiles(`${path}/`);
    return entry.isFile() && !path.endsWith('.tsbuildinfo') ? [path] : [];
  });
}

function text(file: string): string {
  return readFileSync(`${root}${file}`, 'utf8');
}
