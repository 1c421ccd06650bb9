import type { Pointer } from '../core/release.ts';
import { pointerSchema } from '../schema/release.ts';
import { parseContent, readOrFail } from './content.ts';
import { CURRENT } from './keys.ts';
import type { KvReader } from './reader.ts';
import { ContentError, StoreError } from './store-error.ts';

/** How long a pointer is good, in the isolate and again in the network: seconds. */
const POINTER_S = 30;
/** How long after a failure KV is left alone while there is a pointer in memory: ms. */
const RETRY_MS = 2_000;

export interface PointerReading {
  /** the same object until its content changes */
  readonly pointer: Pointer;
  /** KV could not be asked, and this is what it said last */
  readonly isStale: boolean;
}

/** Reads the one key that changes, at most once in 30 s, and keeps what it said. */
export class PointerMemory {
  readonly #now: () => number;
  #pointer: Pointer | null = null;
  #text = '';
  #isStale = false;
  #freshUntilMs = -Infinity;

  /** @param now - ms; only its differences matter */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The pointer without asking KV, `null` when it is time to ask again. */
  peek(): PointerReading | null {
    if (this.#pointer === null || this.#now() >= this.#freshUntilMs) return null;
    return { pointer: this.#pointer, isStale: this.#isStale };
  }

  /**
   * The pointer: from memory, from KV, or what KV said last.
   *
   * @throws StoreError if KV gives none and never did in this isolate
   */
  async read(reader: KvReader): Promise<PointerReading> {
    const known = this.peek();
    if (known !== null) return known;
    try {
      await this.#refresh(reader);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      if (this.#pointer === null) {
        throw new StoreError({ kind: 'unavailable', detail: error.message });
      }
      this.#isStale = true;
      this.#freshUntilMs = this.#now() + RETRY_MS;
    }
    return { pointer: this.#pointer!, isStale: this.#isStale };
  }

  async #refresh(reader: KvReader): Promise<void> {
    const bytes = await readOrFail(reader, CURRENT, POINTER_S);
    if (bytes === null) throw new ContentError('no release has been published yet');
    const text = new TextDecoder().decode(bytes);
    if (text !== this.#text || this.#pointer === null) {
      this.#pointer = parseContent(CURRENT, bytes, pointerSchema);
      this.#text = text;
    }
    this.#isStale = false;
    this.#freshUntilMs = this.#now() + POINTER_S * 1000;
  }
}
