import { sha256Hex } from '../kv/content.ts';
import { withKeys } from '../view/links.ts';

/**
 * The address of a comparison's PNG that names its content: it holds a hash of the build, the
 * release and the comparison's own address, so that what it answers never changes.
 *
 * @param build - the deployed version of the code
 * @param release - release id
 * @param id - comparison id
 * @param query - canonical query, without `?`; empty for none
 * @returns path and query
 */
export async function cardAddress(
  build: string,
  release: string,
  id: string,
  query: string,
): Promise<string> {
  const pinned = withKeys(query, { release });
  const hash = await sha256Hex(`${build} ${id} ${pinned}`);
  return `/cards/${hash.slice(0, 16)}/${id}.png?${pinned}`;
}
