import { Hono } from 'hono';
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { releaseAnswer } from '../http/answer.ts';
import type { Form } from '../http/answer.ts';
import { problemAnswer } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import type { BlobRef } from '../core/release.ts';
import { kvReader } from '../kv/reader.ts';
import type { Release } from '../kv/store.ts';

export const widgetExamples = [
  '/widgets/matchpoint.js',
  '/widgets/versions.json',
  '/widgets/custom-elements.json',
  '/widgets/matchpoint.d.ts',
];

/** The name of a script holds the first 12 hex digits of its SHA-256. */
const HASHED = /^matchpoint\.[0-9a-f]{12}\.js$/;
const MOVING = 'matchpoint.js';

/**
 * `/widgets/…`: the element's script under its moving name and its hashed ones, and what describes
 * it. All of it is in KV, so that a script that was once published answers after any deploy.
 */
export function widgetRoutes(services: Services): Hono<AppEnv> {
  const { store } = services;
  return new Hono<AppEnv>()
    .get('/widgets/versions.json', (c) =>
      store.withRelease(kvReader(c.env.KV), null, (release) => {
        const form = { medium: 'json', address: c.req.path, kind: 'data' } as const;
        return releaseAnswer(c, services, release, form, async () =>
          JSON.stringify(await versions(release, new URL(c.req.url).origin)),
        );
      }),
    )

    .get('/widgets/:name', (c) => {
      const name = c.req.param('name');
      return store.withRelease(kvReader(c.env.KV), null, async (release) => {
        const own = refOf(release, name);
        if (own !== null) return fileAnswer(c, services, release, own);
        // Rolled back: the script belongs to a release that is not the live one.
        const others = HASHED.test(name) ? release.pointer.releases : [];
        for (const { id, state } of others.slice(0, 20)) {
          if (state === 'gone' || id === release.manifest.id) continue;
          const answer = await store.withRelease(kvReader(c.env.KV), id, async (other) => {
            const ref = refOf(other, name);
            return ref && fileAnswer(c, services, other, ref);
          });
          if (answer !== null) return answer;
        }
        const detail = `${name}: no such file; see /widgets/versions.json`;
        return problemAnswer(c, services, {
          slug: 'not-found',
          status: 404,
          detail,
          isPage: false,
        });
      });
    });
}

function refOf({ manifest: { scripts } }: Release, name: string): BlobRef | null {
  return Object.hasOwn(scripts, name) ? scripts[name]! : null;
}

function fileAnswer(
  c: Context<AppEnv>,
  services: Services,
  release: Release,
  ref: BlobRef,
): Promise<Response> {
  const { path } = c.req;
  const medium = path.endsWith('.js') ? 'js' : path.endsWith('.json') ? 'json' : 'text';
  // The content's own hash, so that the moving script costs nothing where it has not moved.
  const form: Form = {
    medium,
    address: `${path}#${ref.hash}`,
    kind: 'data',
    isHashed: HASHED.test(path.slice(path.lastIndexOf('/') + 1)),
  };
  return releaseAnswer(c, services, release, form, () => release.bytes(ref));
}

/** Every published script with its `integrity`, and which of them the moving name stands for. */
async function versions(release: Release, origin: string) {
  const { scripts } = release.manifest;
  const current = scripts[MOVING]?.hash ?? null;
  const names = Object.keys(scripts).filter((name) => HASHED.test(name));
  const listed = await Promise.all(
    names.map(async (name) => {
      const ref = scripts[name]!;
      return {
        name,
        url: `${origin}/widgets/${name}`,
        integrity: await integrityOf(await release.bytes(ref)),
        bytes: ref.size,
        isCurrent: ref.hash === current,
      };
    }),
  );
  return { moving: `${origin}/widgets/${MOVING}`, versions: listed };
}

/** For the attribute `integrity` of a script. */
export async function integrityOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-384', new Uint8Array(bytes));
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
