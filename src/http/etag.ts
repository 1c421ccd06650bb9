/** The parts that an answer is determined by: where all are equal, so are the answers. */
interface Validators {
  /** the deployed version of the code */
  readonly build: string;
  readonly release: string;
  /** canonical path and query, printable ASCII without a quote */
  readonly address: string;
  /** what sets apart the answers of one address, such as `text/html` and `text/markdown` */
  readonly representation: string;
}

/**
 * The entity tag of an answer, known before the answer is. Weak, because compression on the way
 * changes the bytes.
 */
export function entityTag({ build, release, address, representation }: Validators): string {
  return `W/"${build}.${release}.${representation}.${address}"`;
}

/** Whether the client's `If-None-Match` names the tag; compared weakly (RFC 9110, 8.8.3.2). */
export function isNotModified(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const opaque = (text: string) => text.replace(/^W\//, '');
  const tags = ifNoneMatch.match(/(W\/)?"[^"]*"/g) ?? [];
  return tags.some((candidate) => opaque(candidate) === opaque(tag));
}
