import { MAX_ADDRESS_LENGTH } from '../core/limits.ts';

/** A request's address, taken apart. */
export interface RequestAddress {
  /** scheme and host: for a request the site's own, see `originOf`, else as written */
  readonly origin: string;
  /** as written, still encoded */
  readonly writtenPath: string;
  /** as written, with `?`; empty for none */
  readonly writtenQuery: string;
  /** percent-decoded */
  readonly path: string;
  /** decoded, in the order given */
  readonly query: readonly (readonly [string, string])[];
}
type ParsedRequest =
  | { readonly value: RequestAddress }
  | { readonly problem: { readonly detail: string } };

/** Takes the address of a request apart, or says why it cannot be one. */
export function parseRequest(address: string): ParsedRequest {
  const start = address.indexOf('/', address.indexOf('://') + 3);
  const origin = start < 0 ? address : address.slice(0, start);
  const [withoutHash = ''] = (start < 0 ? '/' : address.slice(start)).split('#', 1);
  if (withoutHash.length > MAX_ADDRESS_LENGTH) {
    return refused(
      `an address has at most ${MAX_ADDRESS_LENGTH} characters, not ${withoutHash.length}`,
    );
  }
  const mark = withoutHash.indexOf('?');
  const writtenPath = mark < 0 ? withoutHash : withoutHash.slice(0, mark);
  const writtenQuery = mark < 0 ? '' : withoutHash.slice(mark);
  const path = decoded(writtenPath);
  if (path === null) return refused(`malformed percent-encoding in the path ${writtenPath}`);
  if (decoded(writtenQuery) === null) {
    return refused(`malformed percent-encoding in the query ${writtenQuery}`);
  }
  const query = [...new URLSearchParams(writtenQuery)];
  return { value: { origin, writtenPath, writtenQuery, path, query } };
}

/** A decoded path, encoded so that each character stays in its segment. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function refused(detail: string): { problem: { detail: string } } {
  return { problem: { detail } };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
