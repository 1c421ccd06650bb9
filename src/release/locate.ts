import { parseAddress, parseOldAddress, printAddress } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import type { AddressProblem } from '../core/tokens.ts';
import type { ReleaseIndex } from '../core/release-index.ts';

/** What follows the last token: the form that is asked for; empty for the page. */
export const EXTENSIONS = ['', '.json', '.csv', '.md', '.chart.svg', '.svg', '.png'] as const;
export type Extension = (typeof EXTENSIONS)[number];

/** First segments of addresses of the older kind. */
export const OLD_KINDS = [
  'compare-spec-decode',
  'compare-precision',
  'compare-per-dollar',
] as const;

/** A comparison address, read. */
export interface Located {
  readonly address: Address;
  /** canonical comparison id */
  readonly id: string;
  readonly extension: Extension;
  /** canonical path */
  readonly path: string;
}

/**
 * Reads the path of a comparison in any of its spellings: canonical or not, of the older kind, the
 * older kind under `/zh`, in each case with an extension.
 *
 * @param path - percent-decoded, first segment `compare`, `embed` or of the older kind
 */
export function locateComparison(
  path: string,
  release: ReleaseIndex,
): { readonly value: Located } | { readonly problem: AddressProblem } {
  const plain = path
    .toLowerCase()
    .replace(/^\/zh(?=\/)/, '')
    .replace(/\/+$/, '');
  const extension = extensionOf(plain);
  const bare = plain.slice(0, plain.length - extension.length);
  const [, kind = '', ...rest] = bare.split('/');

  const id = comparisonId(bare, kind, rest, release);
  if ('problem' in id) return id;
  const parsed = parseAddress(id.value, release.manifest.catalog);
  if ('problem' in parsed) return parsed;
  const address = parsed.value;
  const canonical = printAddress(address);
  const root = kind === 'embed' ? '/embed' : '/compare';
  return {
    value: { address, id: canonical, extension, path: `${root}/${canonical}${extension}` },
  };
}

/** The extension of a path, whether or not anything is served under it. */
export function extensionOf(path: string): Extension {
  const lower = path.toLowerCase();
  const fitting = EXTENSIONS.filter((extension) => lower.endsWith(extension));
  return fitting.toSorted((a, b) => b.length - a.length)[0]!; // the empty one always fits
}

function comparisonId(
  bare: string,
  kind: string,
  rest: readonly string[],
  release: ReleaseIndex,
): { readonly value: string } | { readonly problem: AddressProblem } {
  const isOld = OLD_KINDS.some((old) => old === kind) || rest.length === 1;
  if (!isOld) return { value: rest.join('/') };
  const preset = release.presetByOldPath(bare);
  if (preset !== null) return { value: preset.id };
  return parseOldAddress(rest.join('/'), release.manifest.catalog);
}
