import type { ReleaseRoute } from '../http/route.ts';
import openapi from '../openapi.json' with { type: 'json' };
import { apiPage } from '../view/page/api-page.ts';
import type { DescribedAddress } from '../view/page/api-page.ts';
import { USD_BY_HARDWARE, USD_KEY } from '../schema/query-parameters.ts';
import { describedParameters } from './described-api.ts';
import type { DescribedParameter } from './described-api.ts';

/** As much of the OpenAPI description as people read. */
interface Described {
  readonly summary: string;
  readonly parameters: readonly DescribedParameter[];
}

/** The addresses, each with its parameters in place of the references to them. */
function describedPaths(
  shared: Readonly<Record<string, DescribedParameter>>,
): [path: string, Described][] {
  return Object.entries(openapi.paths).map(([path, { get }]) => {
    const parameters = get.parameters.map(({ $ref }) => shared[$ref.split('/').at(-1)!]!);
    return [path, { summary: get.summary, parameters }];
  });
}

/** `/api`: every address for people, made of the OpenAPI description. */
export const API: ReleaseRoute = {
  path: '/api',
  examples: ['/api'],
  summary: 'Every address and query key, each address with an answer to look at',
  medium: 'html',
  kind: 'page',
  keys: ['lang'],
  make: async ({ release, request: { origin }, words, toDocument }) => {
    const paths = describedPaths(await describedParameters(release, origin, words));
    const all = paths.flatMap(([, { parameters }]) => parameters);
    const keys = new Map(all.filter((one) => one.in === 'query').map((one) => [one.name, one]));
    const view = {
      canonical: `${origin}/api`,
      addresses: paths.map(([path, described]) => addressOf(path, described)),
      keys: [...keys.values()]
        .map(({ name, description }) => ({ name: keyText(name), description }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
    return toDocument(apiPage(view, words));
  },
};

/** A query key as a reader types it: OpenAPI has one name for the prices of all hardware. */
function keyText(name: string): string {
  return name === USD_BY_HARDWARE ? `${USD_KEY}<hardware>` : name;
}

function addressOf(path: string, { summary, parameters }: Described): DescribedAddress {
  const inQuery = parameters.filter((one) => one.in === 'query');
  return {
    path,
    summary,
    keys: inQuery.map(({ name }) => keyText(name)),
    example: exampleOf(path, parameters),
  };
}

/** The path with its parts and with what its query needs; `null` where one of them has no example. */
function exampleOf(path: string, parameters: Described['parameters']): string | null {
  const needed = parameters.filter(({ required }) => required);
  if (needed.some(({ example }) => example === undefined)) return null;
  const texts = new Map(needed.map(({ name, example }) => [name, String(example)]));
  const filled = path.replaceAll(/\{([a-z]+)\}/g, (_, part: string) => texts.get(part)!);
  const query = needed
    .filter((one) => one.in === 'query')
    .map(({ name }) => `${name}=${encodeURIComponent(texts.get(name)!)}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}
