import { inject } from 'vitest';
import type { ElementScript } from '../../data/widgets/script.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** where the process that runs the tests gives what it has made */
    readonly madeOnce: string;
  }
}

/** The built Worker in workerd, with the data that ship and the element's scripts. */
export interface ServedSite {
  /** by address: `http://127.0.0.1:<port>` */
  readonly url: string;
  /** as it is configured: `http://localhost:<port>`, to `url` another site and not just another port */
  readonly origin: string;
  /** id of its one release */
  readonly release: string;
}

/** The site that all test files of a run share: they read it, and none of them stops it. */
export function servedSite(): Promise<ServedSite> {
  return made<ServedSite>('/site');
}

/** The script of `<matchpoint-compare>`, built once for all test files of a run. */
export function elementScript(): Promise<ElementScript> {
  return made<ElementScript>('/script');
}

/** @throws Error that says why it could not be made */
async function made<T>(path: string): Promise<T> {
  const response = await fetch(`${inject('madeOnce')}${path}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as T;
}
