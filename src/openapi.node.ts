import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openapiDocument } from './openapi.ts';

// Writes openapi.json, which the Worker serves, from the routes' descriptions and the schemas.
// `--check` writes nothing, and fails if the file is not what would be written.
const file = fileURLToPath(new URL('openapi.json', import.meta.url));
const text = `${JSON.stringify(openapiDocument(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('src/openapi.json is stale: run node src/openapi.node.ts\n');
  process.exitCode = 1;
}
