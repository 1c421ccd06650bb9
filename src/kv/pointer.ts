import type { Pointer } from '../core/release.ts';
import { pointerSchema } from '../schema/release.ts';
import type { Clock } from './clock.ts';
import { orFail, parseContent } from './content.ts';
import { CURRENT } from './keys.ts';
import type { Patience } from './patience.ts';
import type { KvReader } from './reader.ts';
import { ContentError, StoreError } from './store-error.ts';

/** How long a pointer is good, in the isolate and again in the network: seconds. */
const POINTER_S = 30;
/** How long after a failure KV is left alone while there is a pointer in memory: ms. */
const RETRY_MS = 2_000;

/** What `current` held when it was read last. */
export interface PointerReading {
  /** the same object until its content changes */
  readonly pointer: Pointer;
  /** why KV could not be asked, so that this is what it said last; `null` where it could */
  readonly whyStale: string | null;
}

/** Reads the one key that changes, at most once in 30 s for all requests, and keeps what it said. */
export class PointerMemory {
  readonly #clock: Clock;
  #known: { readonly pointer: Pointer; readonly text: string } | null = null;
  #whyStale: string | null = null;
  #freshUntilMs = -Infinity;
  #running: Promise<string> | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The pointer without asking KV, `null` when it is time to ask again. */
  peek(): PointerReading | null {
    if (this.#known === null || this.#clock.now() >= this.#freshUntilMs) return null;
    return { pointer: this.#known.pointer, whyStale: this.#whyStale };
  }

  /**
   * The pointer: from memory, from KV, or what KV said last.
   *
   * @throws StoreError if KV gives none and never did in this isolate
   */
  async read(reader: KvReader, patience: Patience): Promise<PointerReading> {
    const known = this.peek();
    if (known !== null) return known;
    const running = (this.#running ??= this.#started(reader));
    try {
      const text = await patience.wait(CURRENT, running);
      if (this.#running === running) this.#keep(text);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      if (this.#known === null) {
        if (this.#running === running) this.#running = null;
        throw new StoreError({ kind: 'unavailable', detail: error.message });
      }
      if (this.#running === running) this.#keepOld(error.message);
    }
    return { pointer: this.#known!.pointer, whyStale: this.#whyStale };
  }

  #started(reader: KvReader): Promise<string> {
    const reading = orFail(CURRENT, reader.read(CURRENT, POINTER_S)).then((bytes) => {
      if (bytes === null) throw new ContentError('no release has been published yet');
      return new TextDecoder().decode(bytes);
    });
    reader.keepAlive(reading.catch(() => null));
    return reading;
  }

  /** The first of those who waited for a reading keeps what it gave; a late one is nobody's. */
  #keep(text: string): void {
    if (text !== this.#known?.text) this.#known = { pointer: parsedPointer(text), text };
    this.#whyStale = null;
    this.#freshUntilMs = this.#clock.now() + POINTER_S * 1000;
    this.#running = null;
  }

  #keepOld(why: string): void {
    this.#whyStale = why;
    this.#freshUntilMs = this.#clock.now() + RETRY_MS;
    this.#running = null;
  }
}

function parsedPointer(text: string): Pointer {
  try {
    return parseContent(CURRENT, new TextEncoder().encode(text), pointerSchema);
  } catch (cause) {
    const detail = `${CURRENT} is not what this version reads: publish again, with its own tool`;
    throw new ContentError(detail, { cause });
  }
}
