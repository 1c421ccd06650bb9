import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { drawingFont } from './drawing-font.ts';

// Writes the fonts that cards are drawn with, from those of the package: run it after an update of that.
// `--check` writes nothing, and fails if a file is not what would be written.
const isCheck = process.argv.includes('--check');
for (const name of ['latin-400', 'latin-600', 'latin-ext-400']) {
  const source = `@fontsource/inter/files/inter-${name}-normal.woff`;
  const font = drawingFont(readFileSync(fileURLToPath(import.meta.resolve(source))), inflateSync);
  const file = fileURLToPath(new URL(`inter-${name}.woff`, import.meta.url));
  if (!isCheck) writeFileSync(file, font);
  else if (!readFileSync(file).equals(font)) {
    process.stderr.write(`${file} is stale: run node src/render/fonts/fonts.node.ts\n`);
    process.exitCode = 1;
  }
}
