import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { contentType } from '../../src/http/media.ts';
import { SCHEMAS, openapiDocument } from '../../src/openapi.ts';
import written from '../../src/openapi.json' with { type: 'json' };
import { ROUTES } from '../../src/routes/routes.ts';
import { SITE_NAME } from '../../src/view/brand.ts';
import { Site } from './site.ts';
import { EXAMPLE_FILES, addFiles } from './widget-files.ts';

test('openapi.json is what the routes and schemas say', () => {
  // when this fails: node src/openapi.node.ts
  expect(written).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
});

test('a client takes fields that a version gets later, and has a type for what documents share', () => {
  const { schemas } = written.components;
  expect(JSON.stringify(schemas)).not.toContain('"additionalProperties":false');
  const text = JSON.stringify([schemas.Comparison, schemas.History, schemas.Ranking]);
  for (const name of ['Lead', 'Knot', 'Source', 'FilterValues']) {
    expect(text).toContain(`"$ref":"#/components/schemas/${name}"`);
  }
});

const servedSchema = z.object({
  paths: z.record(
    z.string(),
    z.object({ get: z.object({ parameters: z.array(z.object({ $ref: z.string() })) }) }),
  ),
  components: z.object({
    parameters: z.record(
      z.string(),
      z.object({
        name: z.string(),
        in: z.string(),
        example: z.union([z.string(), z.record(z.string(), z.string())]),
      }),
    ),
  }),
});

/** The parameters of an address as they are served, each with an example of the release. */
async function served(site: Site, path: string) {
  const { paths, components } = servedSchema.parse(
    await (await site.fetch('/openapi.json')).json(),
  );
  return paths[path]!.get.parameters.map(
    ({ $ref }) => components.parameters[$ref.split('/').at(-1)!]!,
  );
}

test.each(ROUTES.map((route) => [route.path, route] as const))(
  '%s answers as described, with each of its query examples',
  async (_, route) => {
    const site = new Site();
    await addFiles(site, EXAMPLE_FILES);
    const { medium, schema } = route;
    const parameters = await served(site, route.path);
    const path = route.path.replaceAll(/\{([a-z]+)\}/g, (_part, part: string) =>
      String(parameters.find(({ name }) => name === part)!.example),
    );
    const needed = ['url', 'from'].flatMap((key) => {
      const found = parameters.find(({ name }) => name === key);
      return found === undefined ? [] : [`${key}=${encodeURIComponent(String(found.example))}`];
    });
    const queries = parameters
      .filter(
        ({ name, in: place }) =>
          place === 'query' && name !== 'release' && name !== 'url' && name !== 'from',
      )
      .flatMap(({ name, example }) =>
        typeof example === 'string' ? [[name, example] as const] : Object.entries(example),
      )
      .map(([name, example]) => `${name}=${encodeURIComponent(example)}`);
    for (const query of ['', ...queries]) {
      const all = [...needed, query].filter((one) => one !== '').join('&');
      const address = all === '' ? path : `${path}?${all}`;
      const first = await site.fetch(address);
      const moved = first.headers.get('Location');
      const response = moved === null ? first : await site.fetch(moved);
      expect([address, response.status]).toEqual([address, 200]);
      expect(response.headers.get('Content-Type')).toBe(contentType(medium));
      if (schema !== undefined) {
        const parsed = z.safeParse(SCHEMAS[schema]!, await response.json());
        expect(parsed.error).toBeUndefined();
      }
    }
  },
  120_000, // a card is drawn for each query that it takes
);

test('every parameter is explained as it is served, also where it has another meaning', async () => {
  const { components } = await (
    await new Site().fetch('/openapi.json')
  ).json<{
    components: { parameters: Record<string, { in: string; description: string }> };
  }>();
  const all = Object.values(components.parameters);
  for (const { description } of all) expect(description).toMatch(/^[A-Z]\S+ .+/i);
  const queries = all.filter(({ in: place }) => place === 'query');
  for (const { description } of queries) expect(description).toMatch(/ value is .+\.$/);
  const saysOf = (name: string) => components.parameters[name]!.description;
  expect(saysOf('at')).toMatch(/^Target in tok.* The value is one number/);
  expect(saysOf('at.3')).toMatch(/^Targets in tok.* The value is 1 to 5 numbers/);
});

test('every route is described, under the name of the site and the origin it was asked of', async () => {
  const response = await new Site().fetch('/openapi.json');
  const { info, servers, paths } = z
    .object({
      info: z.object({ title: z.string() }),
      servers: z.array(z.object({ url: z.string() })),
      paths: z.record(z.string(), z.unknown()),
    })
    .parse(await response.json());
  expect(info.title).toBe(SITE_NAME);
  expect(servers).toEqual([{ url: 'https://matchpoint.example' }]);
  expect(Object.keys(paths)).toEqual(ROUTES.map(({ path }) => path));
});

/** Places in a JSON schema where anything may stand. */
function loosePlaces(schema: unknown, place: string): string[] {
  if (schema === true) return [place];
  if (typeof schema !== 'object' || schema === null) return [];
  const says = ['type', '$ref', 'enum', 'const', 'anyOf', 'oneOf', 'allOf'];
  const own = says.some((word) => word in schema) ? [] : [place];
  const members = { ...schema } as Record<string, unknown>;
  const isObject = members['type'] === 'object';
  const isShapeless = isObject && !('properties' in schema) && !('patternProperties' in schema);
  const shapeless = isShapeless && !members['additionalProperties'] ? [place] : [];
  const inner = ['properties', 'patternProperties', '$defs'].flatMap((word) =>
    Object.entries((members[word] ?? {}) as object).flatMap(([name, part]) =>
      loosePlaces(part, `${place}.${name}`),
    ),
  );
  const listed = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap((word) =>
    ((members[word] ?? []) as unknown[]).flatMap((part, i) =>
      loosePlaces(part, `${place}.${word}[${i}]`),
    ),
  );
  const each = ['items', 'additionalProperties'].flatMap((word) =>
    word in schema ? loosePlaces(members[word], `${place}[]`) : [],
  );
  return [...own, ...shapeless, ...inner, ...listed, ...each];
}

test.each(Object.entries(written.components.schemas))(
  'the schema %s says of everything what it is',
  (name, schema) => expect(loosePlaces(schema, name)).toEqual([]),
);

test('the check of shapes can say no', () => {
  const loose = { type: 'object', properties: { a: {}, b: { type: 'object' } } };
  expect(loosePlaces(loose, 's')).toEqual(['s.a', 's.b']);
  expect(loosePlaces({ type: 'object', additionalProperties: {} }, 's')).toEqual(['s[]']);
});
