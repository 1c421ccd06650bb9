import { OPEN } from './cors.ts';
import { DATA_CSP, EVERYWHERE, FRAMED, SVG_CSP } from './security.ts';

/** What most answers are: their Content-Type, by a short name. */
export const MEDIA = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  problem: 'application/problem+json',
  csv: 'text/csv; charset=utf-8; header=present',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  js: 'text/javascript; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
} as const;

/**
 * What an answer is: one of {@link MEDIA}, or, where only one form is that, its Content-Type
 * itself.
 */
export type Medium = keyof typeof MEDIA | `${string}/${string}`;

/**
 * The security and sharing headers of an answer: pages have a policy of their own and are not for
 * other sites to read, everything else is open data that can do nothing.
 *
 * @param pagePolicy - Content-Security-Policy of pages
 * @param isFramed - any page may frame a page
 */
export function mediaHeaders(
  medium: Medium,
  pagePolicy: string,
  isFramed = false,
): Record<string, string> {
  if (medium === 'html') {
    return { ...EVERYWHERE, ...(isFramed && FRAMED), 'Content-Security-Policy': pagePolicy };
  }
  const policy = medium === 'svg' ? SVG_CSP : DATA_CSP;
  return { ...EVERYWHERE, ...OPEN, 'Content-Security-Policy': policy };
}

/** The value of the header `Content-Type` for a medium, with its parameters. */
export function contentType(medium: Medium): string {
  return medium in MEDIA ? MEDIA[medium as keyof typeof MEDIA] : medium;
}

/** The media type alone, without parameters. */
export function mediaType(medium: Medium): string {
  return contentType(medium).split(';')[0]!;
}
