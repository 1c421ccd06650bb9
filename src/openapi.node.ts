import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Writes openapi.json, which the Worker serves, from the table of routes and the schemas.
// `--check` writes nothing, and fails if the file is not what would be written.
const file = fileURLToPath(new URL('openapi.json', import.meta.url));
const before = readFileSync(file, 'utf8');
const isCheck = process.argv.includes('--check');
// One of the routes imports the file, so that it has to be JSON, as it is not amid a merge.
if (!isCheck && !isJson(before)) writeFileSync(file, '{}\n');
const { openapiDocument } = await import('./openapi.ts');
const text = `${JSON.stringify(openapiDocument(), null, 2)}\n`;

if (!isCheck) {
  writeFileSync(file, text);
} else if (before !== text) {
  process.stderr.write('src/openapi.json is stale: run node src/openapi.node.ts\n');
  process.exitCode = 1;
}

function isJson(content: string): boolean {
  try {
    JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}
