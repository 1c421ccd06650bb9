import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

/** Something to import: opened once, read as text. */
export interface Input {
  /** as the user wrote it */
  readonly name: string;
  open(): Promise<OpenInput>;
}

export interface OpenInput {
  /** the first 64 kB, or all of it */
  readonly sample: string;
  /** the whole input, the sample included */
  readonly text: AsyncIterable<string>;
}

const SAMPLE_CHARS = 65_536;

/**
 * The input that an argument names: a file, an `http(s)://` address, or `-` for stdin.
 *
 * @param stdin - what `-` reads
 */
export function namedInput(name: string, stdin: AsyncIterable<Buffer> = process.stdin): Input {
  const bytes = () => {
    if (name === '-') return Promise.resolve(stdin);
    if (/^https?:\/\//.test(name)) return fetched(name);
    return Promise.resolve(readFromFile(name));
  };
  return { name, open: async () => opened(decoded(await bytes())) };
}

/** An input that is a text at hand. */
export function textInput(name: string, chunks: Iterable<string>): Input {
  return { name, open: () => opened(iterate(chunks)) };
}

async function fetched(address: string): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(address, {
    headers: { accept: 'application/json, text/csv' },
  }).catch((error: Error) => {
    const { cause } = error as { cause?: Error };
    throw new Error(
      `${address}: cannot be reached (${cause?.message || error.message}); check the network, or save it to a file`,
      { cause: error },
    );
  });
  if (!response.ok || response.body === null) {
    throw new Error(`${address}: HTTP ${response.status}; check the address, or save it to a file`);
  }
  return Readable.fromWeb(response.body);
}

async function* readFromFile(path: string): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path}: cannot be read (${reason}); name a file, an address or - for stdin`, {
      cause: error,
    });
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* iterate(chunks: Iterable<string>): AsyncIterable<string> {
  yield* chunks;
}

async function opened(chunks: AsyncIterable<string>): Promise<OpenInput> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: string[] = [];
  for (let length = 0; length < SAMPLE_CHARS; length += first.at(-1)!.length) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
  }
  return { sample: first.join('').slice(0, SAMPLE_CHARS), text: continued(first, iterator) };
}

async function* continued(
  first: readonly string[],
  rest: AsyncIterator<string>,
): AsyncIterable<string> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
