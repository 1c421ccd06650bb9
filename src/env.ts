import type { KVNamespace, RateLimit, WorkerVersionMetadata } from '@cloudflare/workers-types';

/** What wrangler.toml binds. */
export interface Env {
  readonly KV: KVNamespace;
  /**
   * Scheme and host of every absolute address, without a slash at the end, whatever host a request
   * came by; without it addresses are relative
   */
  readonly ORIGIN?: string;
  /** `private` keeps the site out of search engines and other sites; `public` and absent do not */
  readonly VISIBILITY?: string;
  /** scheme and host of the sites that may read and frame a private one, with spaces between */
  readonly ALLOWED_ORIGINS?: string;
  /** cards drawn on demand, per client */
  readonly RENDER_LIMIT: RateLimit;
  /** the deployed version, which is the build that an ETag names; local runs have none */
  readonly VERSION?: WorkerVersionMetadata;
}

/** The site's own scheme and host; empty where none is configured, so that addresses are relative. */
export function originOf({ ORIGIN = '' }: Env): string {
  return ORIGIN.replace(/\/+$/, '');
}

/** What names the deployed code in entity tags and card addresses. */
export function buildOf({ VERSION }: Env): string {
  return VERSION?.id ?? 'local';
}

/** The form in which a route refuses: page, frame or picture; a problem document where it is none of them. */
export interface RefusalForm {
  /** a browser gets a page */
  readonly isPage: boolean;
  /** that page may be framed by any other */
  readonly isFramed: boolean;
  /** a picture, so that no image is broken */
  readonly picture: 'svg' | 'png' | 'badge' | null;
}

/** Hono's view of {@link Env}, and what a route says about itself for the answer to an error. */
export interface AppEnv {
  Bindings: Env;
  Variables: { refusalForm?: RefusalForm };
}
