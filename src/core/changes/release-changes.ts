import { releaseIndex } from '../release-index.ts';
import type { Manifest, SweepEntry } from '../release.ts';
import { compareText, sweepId } from '../sweep.ts';
import { changeBetween, comparisonReading } from './comparison-changes.ts';
import type { ChangingIndex, ComparisonChange } from './comparison-changes.ts';
import { watchedAddresses } from './watched-addresses.ts';
import type { WatchedAddress } from './watched-addresses.ts';

/** The parts of a release that are compared with another one, whether published or only built. */
export interface ReleaseContents {
  readonly manifest: Pick<Manifest, 'id' | 'catalog' | 'data'>;
  /** of the models that are looked at */
  readonly sweeps: readonly SweepEntry[];
}

/** What differs between two releases for their readers. */
export interface Changes {
  readonly before: string;
  readonly after: string;
  readonly sweeps: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** blobs with other content */
  readonly blobs: readonly string[];
  /**
   * comparisons that moved: presets before others; of them other assignments first, then by how far
   * their values moved
   */
  readonly comparisons: readonly ComparisonChange[];
  /** comparisons that say the same */
  readonly unchanged: number;
}

/**
 * The difference that a reader sees of presets, of what the catalog lists and of shortened addresses,
 * from the indexes alone.
 *
 * @param models - that are looked at, whose sweeps are given; all unless told otherwise
 */
export function releaseChanges(
  before: ReleaseContents,
  after: ReleaseContents,
  models: readonly string[] = modelsOf(before, after),
): Changes {
  const [old, fresh] = [indexOf(before), indexOf(after)];
  const isSameTerms = termsOf(before) === termsOf(after);
  const changes = models
    .flatMap((model) => bothWatched(watchedAddresses(old, model), watchedAddresses(fresh, model)))
    .map((watched) => {
      const [was, is] = [comparisonReading(old, watched.id), comparisonReading(fresh, watched.id)];
      if (isSameTerms && was?.ground === is?.ground) return { isThere: was !== null, change: null };
      // nobody has an address that was never there, unless it is offered
      const isNews = was !== null || watched.isListed;
      return { isThere: true, change: isNews ? changeBetween(watched, was, is) : null };
    });
  const moved = changes.flatMap(({ change }) => change ?? []);
  const [data, newData] = [before.manifest.data, after.manifest.data];
  const names = new Set([...Object.keys(data), ...Object.keys(newData)]);
  return {
    before: before.manifest.id,
    after: after.manifest.id,
    sweeps: {
      added: missingFrom(before, after),
      removed: missingFrom(after, before),
    },
    blobs: [...names]
      .filter((name) => data[name]?.hash !== newData[name]?.hash)
      .toSorted(compareText),
    comparisons: moved.toSorted(
      (a, b) =>
        Number(b.isPreset) - Number(a.isPreset) ||
        Number(b.kind !== 'values') - Number(a.kind !== 'values') ||
        compareLargest(b.largest, a.largest) ||
        compareText(a.id, b.id),
    ),
    unchanged: changes.filter(({ isThere, change }) => isThere && change === null).length,
  };
}

/**
 * Prices, power and token shares of a release as one text: equal for releases whose values can
 * differ by their sweeps and presets only.
 */
export function termsOf({ manifest: { catalog } }: Pick<ReleaseContents, 'manifest'>): string {
  return JSON.stringify([catalog.rates, catalog.vocabulary]);
}

function indexOf({ manifest, sweeps }: ReleaseContents): ChangingIndex {
  const undated = { ...manifest, publishedAt: '' }; // nothing here says when
  const defaults = sweeps.filter(({ isDefault }) => isDefault);
  const { entriesOf: defaultsOf } = releaseIndex(undated, defaults);
  return { ...releaseIndex(undated, sweeps), defaultsOf };
}

function modelsOf(...releases: readonly ReleaseContents[]): string[] {
  return [...new Set(releases.flatMap(({ sweeps }) => sweeps.map(({ key }) => key.model)))];
}

/** Each address once, as the later release has it where both do. */
function bothWatched(
  old: readonly WatchedAddress[],
  fresh: readonly WatchedAddress[],
): WatchedAddress[] {
  const watched = new Map<string, WatchedAddress>();
  for (const one of [...old, ...fresh]) {
    const { isPreset = false, isListed = false } = watched.get(one.id) ?? {};
    watched.set(one.id, {
      id: one.id,
      isPreset: isPreset || one.isPreset,
      isListed: isListed || one.isListed,
    });
  }
  return [...watched.values()];
}

/** `Infinity` is as large as itself. */
function compareLargest(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function missingFrom(release: ReleaseContents, other: ReleaseContents): string[] {
  const own = new Set(release.sweeps.map(sweepId));
  return other.sweeps.map(sweepId).filter((id) => !own.has(id));
}
