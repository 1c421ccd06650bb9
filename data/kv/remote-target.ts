import { unstable_readConfig as readConfig } from 'wrangler';
import * as z from 'zod/mini';
import { CONFIG_PATH } from '../project-paths.ts';

const configSchema = z.object({
  kv_namespaces: z.array(z.object({ binding: z.string(), id: z.optional(z.string()) })),
});

/**
 * Refuses to go to the account's KV while the configuration names none.
 *
 * @throws Error that says how to come by an id
 */
export function requireRemoteTarget(configPath = CONFIG_PATH): void {
  const { kv_namespaces: namespaces } = configSchema.parse(readConfig({ config: configPath }));
  const id = namespaces.find(({ binding }) => binding === 'KV')?.id ?? '';
  if (/[1-9a-f]/.test(id)) return;
  throw new Error(
    'wrangler.toml does not name the KV namespace to publish to: make one with `npx wrangler kv namespace create KV`, put the id that it prints under [[kv_namespaces]], then run the same command again',
  );
}
