import { parseAddress, parseOldAddress, printAddress } from '../core/address.ts';
import type { Address } from '../core/address.ts';
import type { AddressProblem } from '../core/tokens.ts';
import type { CatalogIndex } from '../core/release-index.ts';

/** First segments of addresses of the older kind. */
export const OLD_KINDS = [
  'compare-spec-decode',
  'compare-precision',
  'compare-per-dollar',
] as const;

/** A comparison address after parsing. */
export interface LocatedComparison {
  readonly address: Address;
  /** canonical comparison id */
  readonly id: string;
}

/**
 * Reads the path of a comparison in any of its spellings: canonical or not, of the older kind, the
 * older kind under `/zh`.
 *
 * @param path - percent-decoded, without an extension; its first segment is a root of ours, or of
 *   the older kind
 */
export function locateComparison(
  path: string,
  release: CatalogIndex,
): { readonly value: LocatedComparison } | { readonly problem: AddressProblem } {
  const bare = path
    .toLowerCase()
    .replace(/^\/zh(?=\/)/, '')
    .replace(/\/+$/, '');
  const [, kind = '', ...rest] = bare.split('/');
  const id = comparisonId(bare, kind, rest, release);
  if ('problem' in id) return id;
  const parsed = parseAddress(id.value, release.manifest.catalog);
  if ('problem' in parsed) return parsed;
  return { value: { address: parsed.value, id: printAddress(parsed.value) } };
}

function comparisonId(
  bare: string,
  kind: string,
  rest: readonly string[],
  release: CatalogIndex,
): { readonly value: string } | { readonly problem: AddressProblem } {
  const isOld = OLD_KINDS.some((old) => old === kind) || rest.length === 1;
  if (!isOld) return { value: rest.join('/') };
  const preset = release.presetByOldPath(bare);
  if (preset !== null) return { value: preset.id };
  return parseOldAddress(rest.join('/'), release.manifest.catalog);
}
