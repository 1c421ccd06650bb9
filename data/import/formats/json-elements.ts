/** A row of the public API has 1.4 kB; something a thousand times as long is no row. */
const MAX_ELEMENT_CHARS = 2_000_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/**
 * The text of every element of a JSON array (or of values one after the other, a line each), in
 * batches, one batch a chunk of input. Holds one element and one chunk at a time.
 *
 * Only brackets and strings are looked at; whether an element is JSON is for its reader to find
 * out. Whatever stands where an element should comes out as one, so that nothing is skipped in
 * silence; so does an element that never ends.
 */
export async function* jsonElements(chunks: AsyncIterable<string>): AsyncIterable<string[]> {
  const splitter = new ElementSplitter();
  for await (const chunk of chunks) yield splitter.take(chunk);
  yield splitter.end();
}

class ElementSplitter {
  /** the current element as far as earlier chunks had it */
  #begun = '';
  #inArray = false;
  /** brackets open within the current element */
  #depth = 0;
  #inString = false;
  #escaped = false;

  take(chunk: string): string[] {
    const elements: string[] = [];
    let from = 0; // where the current element begins in this chunk
    const cut = (end: number, next: number) => {
      const element = (this.#begun + chunk.slice(from, end)).replace('\uFEFF', '').trim();
      if (element !== '') elements.push(element);
      this.#begun = '';
      from = next;
    };
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inString = false;
      } else if (code === QUOTE) {
        this.#inString = true;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
        if (this.#depth === 0) cut(i, i);
        if (this.#depth > 0 || this.#inArray || code === OPEN_BRACE) {
          this.#depth++;
        } else {
          this.#inArray = true;
          from = i + 1;
        }
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (this.#depth > 0) {
          this.#depth--;
          if (this.#depth === 0) cut(i + 1, i + 1);
        } else if (code === CLOSE_BRACKET && this.#inArray) {
          this.#inArray = false;
          cut(i, i + 1);
        }
      } else if (this.#depth === 0 && (code === COMMA || code === NEWLINE)) {
        cut(i, i + 1);
      }
    }
    this.#begun += chunk.slice(from);
    if (this.#begun.length > MAX_ELEMENT_CHARS) {
      const start = JSON.stringify(this.#begun.slice(0, 40));
      throw new Error(
        `a row longer than ${MAX_ELEMENT_CHARS} characters, from ${start}: the input is not an array of rows, or a quote or bracket is missing`,
      );
    }
    return elements;
  }

  end(): string[] {
    const element = this.#begun.trim();
    return element === '' ? [] : [element];
  }
}
