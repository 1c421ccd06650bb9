import { expect, test } from 'vitest';
import readme from '../../README.md?raw';
import { Site } from './site.ts';

const HOST = 'https://HOST';

/** `curl -s '<address>' | jq -r .<field>`, and on the next line what that prints. */
const CALLS = [...readme.matchAll(/^curl -s '([^']+)' \| jq -r \.(\w+)\n# → (.+)$/gm)].map(
  ([, url, field, printed]) => ({ url: url!, field: field!, printed: printed! }),
);

test('no call of the README stands without what it prints', () => {
  expect(CALLS).toHaveLength(readme.match(/^curl /gm)!.length);
  expect(CALLS.length).toBeGreaterThan(4);
});

test.each(CALLS)('$url answers as the README says', async ({ url, field, printed }) => {
  expect(url.startsWith(`${HOST}/`)).toBe(true);
  const response = await new Site().fetch(url.slice(HOST.length));
  expect(response.status).toBe(200); // curl without -L follows no redirect
  const document: Record<string, unknown> = await response.json();
  expect(document[field]).toBe(printed);
});
