/** A row of the public API has 1.4 kB; something a thousand times as long is no row. */
const MAX_OBJECT_CHARS = 2_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * The text of every top-level object of a JSON array (or of objects one after the other), in
 * batches, one batch a chunk of input. Holds one object and one chunk at a time.
 *
 * Only braces and strings are looked at; whether an object is JSON is for its reader to find out.
 * What stands between objects, other than white space, commas and the array's brackets, comes out
 * as a piece of its own, so that nothing is skipped in silence; so does an object that never ends.
 */
export async function* jsonObjects(chunks: AsyncIterable<string>): AsyncIterable<string[]> {
  const splitter = new ObjectSplitter();
  for await (const chunk of chunks) yield splitter.take(chunk);
  yield splitter.end();
}

class ObjectSplitter {
  #begun = '';
  #depth = 0;
  #inString = false;
  #escaped = false;

  take(chunk: string): string[] {
    const pieces: string[] = [];
    let from = 0; // where the current object, or the text between two, begins in this chunk
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
      } else if (code === QUOTE) {
        this.#inString = this.#depth > 0;
      } else if (code === OPEN) {
        if (this.#depth === 0) {
          pieces.push(...strayText(this.#begun + chunk.slice(from, i)));
          this.#begun = '';
          from = i;
        }
        this.#depth++;
      } else if (code === CLOSE && this.#depth > 0) {
        this.#depth--;
        if (this.#depth === 0) {
          pieces.push(this.#begun + chunk.slice(from, i + 1));
          this.#begun = '';
          from = i + 1;
        }
      }
    }
    this.#begun += chunk.slice(from);
    if (this.#begun.length > MAX_OBJECT_CHARS) {
      const start = JSON.stringify(this.#begun.slice(0, 40));
      throw new Error(
        `a row longer than ${MAX_OBJECT_CHARS} characters, from ${start}: the input is not an array of rows, or a quote or brace is missing`,
      );
    }
    return pieces;
  }

  end(): string[] {
    return this.#depth > 0 ? [this.#begun] : strayText(this.#begun);
  }
}

/** Text between objects: none if it is only what an array puts there. */
function strayText(text: string): string[] {
  const stray = text.replaceAll(/[\s,[\]\uFEFF]+/g, ' ').trim();
  return stray === '' ? [] : [stray];
}
