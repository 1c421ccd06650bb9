/** Characters of a query that are read; more than any question needs. */
export const MAX_QUERY_LENGTH = 200;

/** A name as it is looked up: its letters and digits, in lower case. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The words, numbers and dollar signs of a query in their order, in lower case; of an address its
 * path and query.
 */
export function queryPieces(query: string): string[] {
  const bare = query
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*https?:\/\/[^/\s]*/, '');
  return bare.match(/\$|[\p{L}\p{N}]+(?:\.\p{N}[\p{L}\p{N}]*)*/gu) ?? [];
}
