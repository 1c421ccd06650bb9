import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code, or some of it, is in what the Worker is deployed as. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** as its manifest names it (SPDX); `null` for a part of another one's bundle */
  readonly license: string | null;
  /** the package that has it in its bundle; `null` for one that is installed by itself */
  readonly bundledBy: string | null;
}

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** What the Worker draws cards with is bundled before it is published; its source map says of what. */
const BUNDLES = [{ by: 'satori', map: 'dist/standalone.js.map' }];
const INSTALLED = 'node_modules/';
/** In a source map, a package and its version as pnpm lays them out. */
const BUNDLED = /\.pnpm\/(@?[^@/]+)@([^_/]+)/;
/** Sources that are a copy of a package's, without a version; what its files say is `vendor/<name>/`. */
const VENDORED = /\/vendor\/([^/]+)\//;

/**
 * The production packages of the lockfile, and those that are bundled into them, by name.
 *
 * @param root - where package-lock.json and node_modules are
 */
export function shippedPackages(root: string): ShippedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const installed = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path.startsWith(INSTALLED) && dev !== true)
    .map(([path, { version, license }]): ShippedPackage => {
      const name = path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length);
      return { name, version, license: license ?? null, bundledBy: null };
    });
  const known = new Set(installed.map(({ name }) => name));
  const bundled = BUNDLES.flatMap(({ by, map }) =>
    bundledIn(join(root, INSTALLED, by, map)).map(([name, version]): ShippedPackage => ({
      name,
      version,
      license: null,
      bundledBy: by,
    })),
  ).filter(({ name }) => !known.has(name));
  return [...installed, ...bundled].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names and versions (`''` for a copy without one) of the packages in a bundle, each once. */
function bundledIn(map: string): [name: string, version: string][] {
  const { sources } = JSON.parse(readFileSync(map, 'utf8')) as { readonly sources: string[] };
  const found = new Map<string, string>();
  for (const source of sources) {
    const [, name, version] = BUNDLED.exec(source) ?? [];
    const vendored = VENDORED.exec(source)?.[1];
    if (name !== undefined) found.set(name, version!);
    else if (vendored !== undefined && !found.has(vendored)) found.set(vendored, '');
  }
  return [...found];
}
