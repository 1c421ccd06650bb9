/** What wrangler.toml binds. */
export interface Env {
  readonly KV: KVNamespace;
  /** cards drawn on demand, per client */
  readonly RENDER_LIMIT: RateLimit;
  /** the deployed version, which is the build that an ETag names; local runs have none */
  readonly VERSION?: WorkerVersionMetadata;
}

/** What names the deployed code in entity tags and card addresses. */
export function buildOf({ VERSION }: Env): string {
  return VERSION?.id ?? 'local';
}

/** Hono's view of {@link Env}. */
export interface AppEnv {
  Bindings: Env;
}
