import { expect, test, vi } from 'vitest';
import type { Pointer } from '../../src/core/release.ts';
import { CURRENT } from '../../src/kv/keys.ts';
import type { Site } from './site.ts';

const CARD = '/compare/qwen-3-5/b300-fp4/mtp-vs-off.png';
const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

/** Puts a picture into the live release, as publishing does. */
async function addCard({ kv }: Site, name: string, picture: Uint8Array): Promise<void> {
  const base64 = btoa(String.fromCharCode(...picture));
  const { release } = JSON.parse(kv.values.get(CURRENT)!) as Pointer;
  const ref = await kv.blob(base64);
  await kv.republish(release, (manifest) => ({
    ...manifest,
    cards: { ...manifest.cards, [name]: ref },
  }));
}

test('a preset comes from KV without satori or resvg, another question does not', async () => {
  vi.resetModules(); // as in a new isolate, where no card was drawn before
  const { Site } = await import('./site.ts');
  using instantiate = vi.spyOn(WebAssembly, 'instantiate');
  const site = new Site();
  site.rendersLeft = 0;
  await addCard(site, 'qwen-3-5/b300-fp4/mtp-vs-off.light.png', PICTURE);
  const published = await site.fetch(CARD);
  expect(published.status).toBe(200);
  expect(new Uint8Array(await published.arrayBuffer())).toEqual(PICTURE);
  expect(instantiate).not.toHaveBeenCalled();

  site.rendersLeft = 1;
  const drawn = await site.fetch(`${CARD}?usd=3`);
  expect((await drawn.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  expect(instantiate).toHaveBeenCalledTimes(2); // yoga for satori, and resvg
});
