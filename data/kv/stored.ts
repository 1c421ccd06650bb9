import type * as z from 'zod/mini';
import type { Manifest } from '../../src/core/release.ts';
import { manifestKey } from '../../src/kv/keys.ts';
import { manifestSchema } from '../../src/schema/release.ts';
import type { KvPort } from './port.ts';

/**
 * A value read from KV, checked.
 *
 * @throws Error that names the key if the text is not what belongs there
 */
export function parseStored<T>(key: string, text: string, schema: z.ZodMiniType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`KV key "${key}" holds no JSON (${text.length} characters); publish again`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new Error(`KV key "${key}": ${path.join('.') || 'value'}: ${message}; publish again`);
}

/** The manifests of releases; `null` where there is none. */
export async function readManifests(
  kv: KvPort,
  releases: readonly string[],
): Promise<Map<string, Manifest | null>> {
  const texts = await kv.get(releases.map(manifestKey));
  return new Map(
    releases.map((id) => {
      const text = texts.get(manifestKey(id)) ?? null;
      return [id, text === null ? null : parseStored(manifestKey(id), text, manifestSchema)];
    }),
  );
}
