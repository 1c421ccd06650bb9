import type * as z from 'zod/mini';
import { createApp } from '../../src/app.ts';
import type { AppOptions } from '../../src/app.ts';
import { comparisonDocumentSchema } from '../../src/schema/document.ts';
import type { ReleaseName } from '../release-fixtures.ts';
import { FakeKv } from './fake-kv.ts';

export const ORIGIN = 'https://matchpoint.example';
export const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** One isolate with its KV and a clock that stands until a test moves it. */
export class Site {
  readonly kv = new FakeKv();
  nowMs = 0;
  /** cards that a client may still have drawn */
  rendersLeft = Infinity;
  readonly #app: ReturnType<typeof createApp>;

  constructor(names: readonly ReleaseName[] = ['shipped'], options: AppOptions = {}) {
    this.#app = createApp({ now: () => this.nowMs, ...options });
    if (names.length > 0) this.kv.publish(...names);
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const limit = async () => ({ success: this.rendersLeft-- > 0 });
    const env = { KV: this.kv.binding, RENDER_LIMIT: { limit } };
    return this.#app.fetch(new Request(`${ORIGIN}${path}`, init), env);
  }

  /** A comparison document, which has to be 200 and to have the shape that is documented. */
  async document(path: string): Promise<z.output<typeof comparisonDocumentSchema>> {
    const response = await this.fetch(path);
    if (response.status !== 200) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return comparisonDocumentSchema.parse(await response.json());
  }
}
