import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FormatInput, GivenFacts } from './formats/format.ts';

/** Something to import: opened once, read as text. */
export interface Input {
  /** as the user wrote it */
  readonly name: string;
  /** what is known of it from its surroundings */
  readonly given: GivenFacts;
  /** the folder that was imported, which its name is a path in, or in which a named file lies; absent for what is no file */
  readonly root?: string;
  /** came across in a folder, not named by the user: it may be anything */
  readonly isFound?: boolean;
  /** as {@link FormatInput.beside} */
  readonly beside?: FormatInput['beside'];
  open(): Promise<OpenInput>;
}

interface OpenInput {
  /** the first 64 kB, or all of it */
  readonly sample: string;
  /** the whole input, the sample included */
  readonly text: AsyncIterable<string>;
  /** Gives up what has not been read. */
  close(): Promise<void>;
  /** first 12 hex digits of the SHA-256 of its bytes, packed as they may be; `null` until all are read */
  sha256(): string | null;
}

/** Characters by which a format is told. */
export const SAMPLE_CHARS = 65_536;

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
  const open = async () => {
    const digested = new Digested(await bytes());
    return opened(decoded(digested), () => digested.sha256);
  };
  return { name, given: {}, open, ...aroundFile(name) };
}

/** The folder of a file, and what opens others in it; nothing for what is no file. */
function aroundFile(name: string): Pick<Input, 'beside' | 'root'> {
  if (name === '-' || /^https?:\/\//.test(name)) return {};
  const beside = (other: string) => {
    const path = join(dirname(name), other);
    return Promise.resolve(existsSync(path) ? decoded(readFromFile(path)) : null);
  };
  return { beside, root: dirname(name) };
}

/** Bytes as they pass, with their hash once they have. */
class Digested implements AsyncIterable<Uint8Array> {
  sha256: string | null = null;
  readonly #bytes: AsyncIterable<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const chunk of this.#bytes) {
      hash.update(chunk);
      yield chunk;
    }
    this.sha256 = hash.digest('hex').slice(0, 12);
  }
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

/** The text of bytes: unpacked where they are gzip, UTF-16 where they begin with its mark, else UTF-8. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of unpacked(bytes)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  for (let length = 0; length < 2; length += begun.at(-1)!.length) {
    const next = await iterator.next();
    if (next.done) break;
    begun.push(next.value);
  }
  const [first, second] = Buffer.concat(begun.map((chunk) => chunk.subarray(0, 2)));
  const whole = continued(begun, iterator);
  if (first !== 0x1f || second !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  // What goes wrong in either is thrown where the text is read.
  pipeline(Readable.from(whole), gunzip, () => undefined);
  yield* gunzip;
}

async function opened(
  chunks: AsyncIterable<string>,
  sha256: OpenInput['sha256'],
): Promise<OpenInput> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: string[] = [];
  for (let length = 0; length < SAMPLE_CHARS; length += first.at(-1)!.length) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
  }
  return {
    sample: first.join('').slice(0, SAMPLE_CHARS),
    text: continued(first, iterator),
    close: async () => void (await iterator.return?.()),
    sha256,
  };
}

async function* continued<T>(first: readonly T[], rest: AsyncIterator<T>): AsyncIterable<T> {
  try {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
