import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namedInput } from '../../../data/import/inputs.ts';

const TEXT = `é${'x'.repeat(200_000)}é`;

let server: Server;
let origin = '';
let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'matchpoint-inputs-'));
  server = createServer(({ url }, response) => {
    response.statusCode = url === '/rows' ? 200 : 404;
    response.end(url === '/rows' ? TEXT : 'no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address !== null) origin = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.close();
  await rm(directory, { recursive: true });
});

async function read(input: ReturnType<typeof namedInput>) {
  const { sample, text } = await input.open();
  const parts: string[] = [];
  for await (const part of text) parts.push(part);
  return { sample, text: parts.join('') };
}

test('a file, an address and stdin read alike, characters never cut', async () => {
  const file = join(directory, 'rows.txt');
  await writeFile(file, TEXT);
  async function* bytewise() {
    const bytes = Buffer.from(TEXT);
    yield bytes.subarray(0, 1); // half of é
    yield bytes.subarray(1);
  }
  const inputs = [namedInput(file), namedInput(`${origin}/rows`), namedInput('-', bytewise())];
  for (const input of inputs) {
    const found = await read(input);
    expect(found.text === TEXT).toBe(true);
    expect(found.sample).toHaveLength(65_536);
  }
});

test('what cannot be read is named', async () => {
  await expect(read(namedInput(`${origin}/other`))).rejects.toThrow(`${origin}/other: HTTP 404`);
  const missing = join(directory, 'missing.json');
  await expect(read(namedInput(missing))).rejects.toThrow(`${missing}: cannot be read (ENOENT`);
});
