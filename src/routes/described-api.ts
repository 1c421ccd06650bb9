import type { Release } from '../kv/store.ts';
import openapi from '../openapi.json' with { type: 'json' };
import { releaseExamples } from '../release/examples.ts';
import type { ReleaseExamples } from '../release/examples.ts';
import { explained } from '../schema/parameter.ts';
import { PARAMETERS, USD, USD_BY_HARDWARE, USD_KEY } from '../schema/query-parameters.ts';
import type { ParameterName } from '../schema/query-parameters.ts';
import { comparisonPath } from '../view/links.ts';
import type { Words } from '../view/words/words.ts';

/** A parameter as the OpenAPI description has it, without an example where the release has none. */
export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly example?: unknown;
}

/** A parameter as it is written in openapi.json: a query key that has its usual meaning is explained nowhere there. */
type WrittenParameter = Omit<DescribedParameter, 'description'> & { readonly description?: string };

/** The parameters of addresses, by what refers to them, each explained and with an example that answers. */
export async function describedParameters(
  release: Release,
  origin: string,
  words: Words,
): Promise<Readonly<Record<string, DescribedParameter>>> {
  const examples = exampleValues(releaseExamples(await release.withSweeps()), origin, words);
  const own: Readonly<Record<string, unknown>> = { ...examples, release: release.manifest.id };
  const shared: Readonly<Record<string, WrittenParameter>> = openapi.components.parameters;
  return Object.fromEntries(
    Object.entries(shared).map(([reference, parameter]) => {
      const { name, description = explained(PARAMETERS[name as ParameterName]) } = parameter;
      const example = parameter.example ?? own[name];
      const described = { ...parameter, description };
      return [reference, example === undefined ? described : { ...described, example }];
    }),
  );
}

/** By the names of parameters, what the examples of a release give them. */
function exampleValues(
  { model, comparison, ranking, rates }: ReleaseExamples,
  origin: string,
  words: Words,
): Readonly<Record<string, unknown>> {
  const [, shared, sides] = comparison?.id.split('/') ?? [];
  return {
    ...(model !== null && { model }),
    ...(rates !== null && { rates: rates.id }),
    ...(rates !== null && rates.tier !== null && { tier: rates.tier }),
    ...(comparison !== null && { shared, sides, c: comparison.id }),
    // an address on no site is the address of nothing
    ...(comparison !== null &&
      origin !== '' && { url: `${origin}${comparisonPath(comparison.id)}` }),
    ...(ranking !== null && {
      workload: ranking.workload,
      basis: ranking.basis,
      speed: ranking.speed,
      against: ranking.row,
      row: ranking.row,
      rows: ranking.row,
      q: words.search.cheapest(model!, ranking.at),
      [USD_BY_HARDWARE]: { [`${USD_KEY}${ranking.filters.hardware[0]}`]: USD.example },
      ...Object.fromEntries(
        Object.entries(ranking.filters).map(([name, keys]) => [name, keys.join(',')]),
      ),
    }),
  };
}
