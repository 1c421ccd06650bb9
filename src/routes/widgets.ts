import type { BlobRef } from '../core/release.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Ask, ReleaseRoute, Route } from '../http/route.ts';
import type { Release } from '../kv/store.ts';
import {
  COMPARISON_SCRIPT,
  RANKING_SCRIPT,
  RESIZER_SCRIPT,
  SEARCH_SCRIPT,
  widgetPath,
} from '../view/links.ts';

/** The hashed name of a script holds the first 12 hex digits of its SHA-256. */
const HASHED = /^(matchpoint|matchpoint-rank|resize)\.[0-9a-f]{12}\.js$/;

const file: ReleaseRoute<BlobRef> = {
  path: '/widgets/{file}',
  patterns: ['/widgets/:file'],
  examples: [
    COMPARISON_SCRIPT,
    RANKING_SCRIPT,
    RESIZER_SCRIPT,
    SEARCH_SCRIPT,
    '/widgets/custom-elements.json',
    '/widgets/matchpoint.d.ts',
  ],
  summary:
    "The elements' scripts and the iframe's resizer under their moving names and their hashed ones, what describes the elements, and the scripts of this site's search box",
  medium: 'js',
  kind: 'data',
  keys: [],
  isLenient: true,
  async find(ask) {
    const { path } = ask.request;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const value = await publishedFile(ask, name);
    return {
      value,
      path,
      // the content's own hash, so that the moving script costs nothing where it has not moved
      tag: `${widgetPath(name)}#${value.hash}`,
      medium: name.endsWith('.js') ? 'js' : name.endsWith('.json') ? 'json' : 'text',
      isHashed: HASHED.test(name),
    };
  },
  make: ({ release }, ref) => release.bytes(ref),
};

/**
 * `/widgets/…`: all of it is in KV, so that a script that was once published answers after any
 * deploy.
 */
export const WIDGETS: readonly Route[] = [
  {
    path: '/widgets/versions.json',
    examples: ['/widgets/versions.json'],
    summary: "Every published version of the elements' scripts, with its integrity",
    schema: 'ScriptVersions',
    medium: 'json',
    kind: 'data',
    keys: [],
    isLenient: true,
    make: async ({ release, request }) => JSON.stringify(await versions(release, request.origin)),
  },
  file,
];

/** A file of this release; a hashed script of whatever release. */
async function publishedFile({ release }: Ask, name: string): Promise<BlobRef> {
  const { scripts } = release.manifest;
  if (Object.hasOwn(scripts, name)) return scripts[name]!;
  const published = HASHED.test(name) ? await release.scripts() : {};
  if (Object.hasOwn(published, name)) return published[name]!;
  throw new ProblemError('not-found', `${name}: no such file; see ${widgetPath('versions.json')}`);
}

/** Every published script of both elements, that of rankings by itself. */
async function versions(release: Release, origin: string) {
  const [comparison, ranking] = await Promise.all([
    versionsOf(release, origin, COMPARISON_SCRIPT),
    versionsOf(release, origin, RANKING_SCRIPT),
  ]);
  return { ...comparison, ranking };
}

/** Every published version with its `integrity`, and which of them the moving path stands for. */
async function versionsOf(
  { manifest, scripts: every, bytes }: Release,
  origin: string,
  path: string,
) {
  const isMoving = (name: string) => widgetPath(name) === path;
  const current = Object.entries(manifest.scripts).find(([name]) => isMoving(name))?.[1].hash;
  const scripts = await every();
  const names = Object.keys(scripts).filter(
    (name) => HASHED.test(name) && isMoving(name.replace(/[^.]+\.js$/, 'js')),
  );
  const listed = await Promise.all(
    names.map(async (name) => {
      const ref = scripts[name]!;
      return {
        name,
        url: `${origin}${widgetPath(name)}`,
        integrity: await integrityOf(await bytes(ref)),
        bytes: ref.size,
        isCurrent: ref.hash === current,
      };
    }),
  );
  return { moving: `${origin}${path}`, versions: listed };
}

/** For the attribute `integrity` of a script. */
export async function integrityOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-384', new Uint8Array(bytes));
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
