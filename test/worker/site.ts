import { createExecutionContext } from 'cloudflare:test';
import type * as z from 'zod/mini';
import { createApp } from '../../src/app.ts';
import type { AppOptions } from '../../src/app.ts';
import type { Env } from '../../src/env.ts';
import { comparisonDocumentSchema } from '../../src/schema/document.ts';
import type { ReleaseName } from '../release-fixtures.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeKv } from './fake-kv.ts';

export const ORIGIN = 'https://matchpoint.example';
export const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** One isolate with its KV and a clock that stands until a test moves it. */
export class Site {
  readonly clock = new FakeClock();
  readonly kv = new FakeKv(this.clock);
  /** the origin that is configured; `null` for none */
  origin: string | null = ORIGIN;
  /** further variables of the configuration */
  vars: Partial<Pick<Env, 'VISIBILITY' | 'ALLOWED_ORIGINS'>> = {};
  /** cards that a client may still have drawn */
  rendersLeft = Infinity;
  /** whom each was counted against */
  readonly rendersCounted: string[] = [];
  /** work that goes on though its request has been answered, or given up */
  readonly keptAlive: Promise<unknown>[] = [];
  readonly #app: ReturnType<typeof createApp>;

  constructor(names: readonly ReleaseName[] = ['shipped'], options: AppOptions = {}) {
    this.#app = createApp({ clock: this.clock, ...options });
    if (names.length > 0) this.kv.publish(...names);
  }

  get nowMs(): number {
    return this.clock.nowMs;
  }

  set nowMs(ms: number) {
    this.clock.nowMs = ms;
  }

  /** @param host - scheme and host that the request came by */
  async fetch(path: string, init: RequestInit = {}, host = ORIGIN): Promise<Response> {
    const limit = async ({ key }: { key: string }) => {
      this.rendersCounted.push(key);
      return { success: this.rendersLeft-- > 0 };
    };
    const env = {
      KV: this.kv.binding,
      RENDER_LIMIT: { limit },
      ...(this.origin !== null && { ORIGIN: this.origin }),
      ...this.vars,
    };
    const context = createExecutionContext();
    const waitUntil = context.waitUntil.bind(context);
    context.waitUntil = (work) => {
      this.keptAlive.push(work);
      waitUntil(work);
    };
    return this.#app.fetch(new Request(`${host}${path}`, init), env, context);
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
