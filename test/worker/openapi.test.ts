import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { MEDIA } from '../../src/http/media.ts';
import { OPERATIONS, SCHEMAS, openapiDocument } from '../../src/openapi.ts';
import written from '../../src/openapi.json' with { type: 'json' };
import { PARAMETERS } from '../../src/schema/query-parameters.ts';
import { Site } from './site.ts';

test('openapi.json is what the routes and schemas say', () => {
  // when this fails: node src/openapi.node.ts
  expect(written).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
});

test.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
  '%s answers as described, with each of its query examples',
  async (template, { medium, schema, parts = [], keys }) => {
    const site = new Site();
    const path = parts.reduce(
      (text, { name, example }) => text.replace(`{${name}}`, example),
      template,
    );
    const queries = keys
      .filter((key) => key !== 'release')
      .map((key) => `?${key}=${PARAMETERS[key].example}`);
    for (const query of ['', ...queries]) {
      const first = await site.fetch(`${path}${query}`);
      const moved = first.headers.get('Location');
      const response = moved === null ? first : await site.fetch(moved);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Type')).toBe(MEDIA[medium]);
      if (schema !== undefined) {
        const parsed = z.safeParse(SCHEMAS[schema]!, await response.json());
        expect(parsed.error).toBeUndefined();
      }
    }
  },
);

test('every JSON route of the site is described', async () => {
  const response = await new Site().fetch('/openapi.json');
  const { servers, paths } = z
    .object({
      servers: z.array(z.object({ url: z.string() })),
      paths: z.record(z.string(), z.unknown()),
    })
    .parse(await response.json());
  expect(servers).toEqual([{ url: 'https://matchpoint.example' }]);
  expect(Object.keys(paths)).toEqual(OPERATIONS.map(({ path }) => path));
});
