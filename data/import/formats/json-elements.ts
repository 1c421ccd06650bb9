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
 *
 * @param maxChars - of one element
 */
export async function* jsonElements(
  chunks: AsyncIterable<string>,
  maxChars: number,
): AsyncIterable<string[]> {
  const splitter = new ElementSplitter(maxChars);
  for await (const chunk of chunks) yield splitter.take(chunk);
  yield splitter.end();
}

class ElementSplitter {
  readonly #maxChars: number;
  /** the current element as far as earlier chunks had it */
  #begun = '';
  #inArray = false;
  /** brackets open within the current element */
  #depth = 0;
  #inString = false;
  #escaped = false;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

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
    if (this.#begun.length > this.#maxChars) {
      const start = JSON.stringify(this.#begun.slice(0, 40));
      throw new Error(
        `a row longer than ${this.#maxChars} characters, from ${start}: the input is not an array of rows, or a quote or bracket is missing`,
      );
    }
    return elements;
  }

  end(): string[] {
    const element = this.#begun.trim();
    return element === '' ? [] : [element];
  }
}
