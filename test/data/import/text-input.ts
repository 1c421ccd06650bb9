import { namedInput } from '../../../data/import/inputs.ts';
import type { Input } from '../../../data/import/inputs.ts';
import type { GivenFacts } from '../../../data/import/formats/format.ts';

/** An input that is a text at hand, without a hash of its bytes. */
export function textInput(name: string, chunks: Iterable<string>, given: GivenFacts = {}): Input {
  const { open } = namedInput('-', bytesOf(chunks));
  return { name, given, open: async () => ({ ...(await open()), sha256: () => null }) };
}

async function* bytesOf(chunks: Iterable<string>): AsyncIterable<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
