import { expect, test } from 'vitest';
import { memoryKv } from '../../../data/kv/port.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import { manifestSchema } from '../../../src/schema/release.ts';
import { pointerOf, toyRelease } from '../publish/publishing.ts';
import { elementFiles } from '../../../data/widgets/script.ts';

test('a second published version keeps the script of the first', async () => {
  const entries = new Map<string, string>();
  const publish = (name: string, text: string, hour: number) =>
    publishRelease(
      memoryKv(entries),
      toyRelease(name),
      {
        cards: new Map(),
        scripts: new Map([
          [`matchpoint.${name}.js`, text],
          ['matchpoint.js', text],
        ]),
      },
      { now: new Date(Date.UTC(2026, 0, 1, hour)).toISOString() },
    );
  await publish('a', 'first();', 1);
  await publish('b', 'second();', 2);

  const { release } = pointerOf(entries);
  const { scripts } = manifestSchema.parse(JSON.parse(entries.get(`m/${release}`)!));
  const textOf = (name: string) => entries.get(`b/${scripts[name]!.hash}`);
  expect(textOf('matchpoint.a.js')).toBe('first();');
  expect(textOf('matchpoint.b.js')).toBe('second();');
  expect(textOf('matchpoint.js')).toBe('second();');
});

test('a release carries the script under both names, and what describes it', async () => {
  const files = await elementFiles();
  const [hashed, ...others] = [...files.keys()];
  expect(hashed).toMatch(/^matchpoint\.[0-9a-f]{12}\.js$/);
  expect(others).toEqual(['matchpoint.js', 'custom-elements.json', 'matchpoint.d.ts']);
  expect(files.get('matchpoint.js')).toBe(files.get(hashed!));
  const manifest = JSON.parse(files.get('custom-elements.json')!) as {
    modules: { declarations: { attributes: { name: string }[] }[] }[];
  };
  // every attribute that the element observes is described, and the one that all elements have
  const described = manifest.modules[0]!.declarations[0]!.attributes.map(({ name }) => name);
  const observed = 'src view at metrics usd util theme loading editable tier rates release lang';
  expect(described.toSorted()).toEqual(observed.split(' ').toSorted());
});
