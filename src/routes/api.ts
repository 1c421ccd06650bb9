import type { ReleaseRoute } from '../http/route.ts';
import openapi from '../openapi.json' with { type: 'json' };
import { apiPage } from '../view/page/api-page.ts';
import type { DescribedAddress } from '../view/page/api-page.ts';

/** As much of the OpenAPI description as people read. */
interface Described {
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description: string;
    readonly example?: unknown;
  }[];
}

/** The addresses, each with its parameters in place of the references to them. */
function describedPaths(): [path: string, Described][] {
  const shared = openapi.components.parameters as unknown as Readonly<
    Record<string, Described['parameters'][number]>
  >;
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
  keys: [],
  make: ({ request: { origin }, words, toDocument }) => {
    const paths = describedPaths();
    const all = paths.flatMap(([, { parameters }]) => parameters);
    const keys = new Map(all.filter((one) => one.in === 'query').map((one) => [one.name, one]));
    const view = {
      canonical: `${origin}/api`,
      addresses: paths.map(([path, described]) => addressOf(path, described, origin)),
      keys: [...keys.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
    return toDocument(apiPage(view, words));
  },
};

function addressOf(
  path: string,
  { summary, parameters }: Described,
  origin: string,
): DescribedAddress {
  const filled = path.replaceAll(/\{([a-z]+)\}/g, (_, part: string) =>
    String(parameters.find(({ name }) => name === part)?.example),
  );
  const inQuery = parameters.filter((one) => one.in === 'query');
  const needed = inQuery
    .filter(({ required }) => required)
    .map(({ name, example }) => {
      const own = String(example).replace(/^https?:\/\/[^/]+/, origin); // only this site is answered for
      return `${name}=${encodeURIComponent(own)}`;
    });
  return {
    path,
    summary,
    keys: inQuery.map(({ name }) => name),
    example: needed.length === 0 ? filled : `${filled}?${needed.join('&')}`,
  };
}
