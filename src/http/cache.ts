/** Cache-Control by what an address means. The only place that writes one. */
export const CACHE = {
  /** the name holds a hash of the content */
  hashed: 'public, max-age=31536000, immutable',
  /** data under `?release=`: they cannot change, but their form may with a deploy */
  pinnedData: 'public, max-age=86400',
  /** live data, and every page */
  live: 'public, max-age=60, stale-while-revalidate=300',
  /** a 308: the grammar is stable, the presets behind old addresses nearly so */
  moved: 'public, max-age=3600',
  /** 4xx: the next release may have what this one lacks */
  refused: 'public, max-age=30',
  /** an older release in place of the live one */
  stale: 'public, max-age=5',
  /** nothing was answered */
  never: 'no-store',
} as const;

export type Caching = keyof typeof CACHE;

/** The life of an answer made of a release: pages are live even when their data are pinned. */
export function releaseCaching(
  release: { readonly isPinned: boolean; readonly isStale: boolean },
  kind: 'data' | 'page',
): Caching {
  if (release.isStale) return 'stale';
  return release.isPinned && kind === 'data' ? 'pinnedData' : 'live';
}
