import * as z from 'zod/mini';
import { MEDIA, mediaType } from './http/media.ts';
import type { ReleaseRoute, Route } from './http/route.ts';
import { ROUTES } from './routes/routes.ts';
import {
  badgeSchema,
  catalogDocumentSchema,
  changesDocumentSchema,
  comparisonDocumentSchema,
  healthSchema,
  oembedSchema,
  problemSchema,
  releasesSchema,
  scriptVersionsSchema,
  searchDocumentSchema,
  sweepsDocumentSchema,
} from './schema/document.ts';
import { leadSchema, knotSchema, sourceSchema } from './schema/document-parts.ts';
import { historyDocumentSchema } from './schema/history-document.ts';
import { rankChartDocumentSchema, sourceColumnsSchema } from './schema/rank-chart-document.ts';
import { rankPointsDocumentSchema } from './schema/rank-points-document.ts';
import { filterValuesSchema, rankingDocumentSchema } from './schema/rank-document.ts';
import { explained } from './schema/parameter.ts';
import { PARAMETERS, USD, USD_BY_HARDWARE, USD_KEY } from './schema/query-parameters.ts';
import type { ParameterName } from './schema/query-parameters.ts';

/** The parts of paths; without an example where it names what only a release has. */
const PARTS: Readonly<Record<string, { readonly description: string; readonly example?: string }>> =
  {
    model: { description: 'Key of a model' },
    shared: { description: 'Tokens that all sides share, joined with "-"; "_" for none' },
    sides: { description: 'Two to four sides, joined with "-vs-"; each is tokens joined with "-"' },
    workload: { description: 'Key of a workload' },
    row: { description: 'Key of a configuration, as the rows of a ranking have it' },
    hash: { description: 'Names the content; a card page gives it', example: '0123456789abcdef' },
    file: { description: 'Name of a published file', example: 'matchpoint.js' },
  };

/** The shapes of answers, by the names that routes give them, and of what several of them consist of. */
export const SCHEMAS: Readonly<Record<string, z.core.$ZodType>> = {
  Lead: leadSchema,
  Knot: knotSchema,
  Source: sourceSchema,
  SourceColumns: sourceColumnsSchema,
  FilterValues: filterValuesSchema,
  Comparison: comparisonDocumentSchema,
  Ranking: rankingDocumentSchema,
  History: historyDocumentSchema,
  RankChart: rankChartDocumentSchema,
  RankPoints: rankPointsDocumentSchema,
  Catalog: catalogDocumentSchema,
  Search: searchDocumentSchema,
  Changes: changesDocumentSchema,
  Sweeps: sweepsDocumentSchema,
  Releases: releasesSchema,
  Health: healthSchema,
  Badge: badgeSchema,
  OEmbed: oembedSchema,
  ScriptVersions: scriptVersionsSchema,
  Problem: problemSchema,
};

/**
 * The OpenAPI 3.1 description of every route, without what the Worker adds as it serves it: what
 * depends on the site, its name and servers and examples that name what a release has, and the
 * explanations of query keys, which it has anyway.
 */
export function openapiDocument(): object {
  const parameters = new SharedParameters();
  return {
    openapi: '3.1.0',
    info: {
      version: '1',
      description:
        'Compares LLM inference benchmarks at the same interactivity. Everything is read with GET; ' +
        'null is unknown, never zero. Addresses that are not canonical answer 308.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [],
    paths: Object.fromEntries(
      ROUTES.map((route) => [route.path, { get: operation(route, parameters) }]),
    ),
    components: {
      parameters: parameters.described,
      schemas: describedSchemas(),
      responses: {
        Problem: {
          description: 'A problem (RFC 9457)',
          content: { [MEDIA.problem]: { schema: reference('schemas', 'Problem') } },
        },
        NotModified: { description: 'The client has it' },
        Moved: { description: 'The canonical address is another' },
      },
    },
  };
}

/** Parameters that many addresses take, each described once: the description ships with the Worker. */
class SharedParameters {
  readonly described: Record<string, Parameter> = {};

  /** The reference that stands for a parameter: to its name, numbered where others have that name. */
  reference(parameter: Parameter): object {
    const text = JSON.stringify(parameter);
    for (let i = 1; ; i++) {
      const name = i === 1 ? parameter.name : `${parameter.name}.${i}`;
      const first = (this.described[name] ??= parameter);
      if (JSON.stringify(first) === text) return reference('parameters', name);
    }
  }
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly [field: string]: unknown;
}

function operation(route: Route, shared: SharedParameters): object {
  const { path, summary, kind } = route;
  const parts = [...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name!);
  const problem = reference('responses', 'Problem');
  const isOfRelease = kind === 'data' || kind === 'page';
  return {
    operationId: operationId(route),
    summary: `${summary[0]!.toUpperCase()}${summary.slice(1)}`,
    parameters: [
      ...parts.map(pathParameter),
      ...('keys' in route ? queryParameters(route.keys, route.meanings) : []),
    ].map((parameter) => shared.reference(parameter)),
    responses: {
      200: { description: 'The answer', content: content(route) },
      ...(isOfRelease && { 304: reference('responses', 'NotModified') }),
      ...(isOfRelease && !route.isLenient && { 308: reference('responses', 'Moved') }),
      400: problem,
      ...(kind !== 'fixed' && { 404: problem, 503: problem }),
      ...('keys' in route && takesPin(route.keys) && { 410: problem }),
      ...('isPicture' in route && { 429: problem }),
      ...('keys' in route && route.keys.includes('format') && { 501: problem }),
    },
  };
}

function takesPin(keys: readonly ParameterName[]): boolean {
  return keys.includes('release') || keys.includes('url');
}

/** The `content` of an operation: the schema of its answer by media type. */
function content(route: Route): object {
  const { path, medium, schema } = route;
  const text = { schema: { type: 'string' } };
  const body = schema === undefined ? text : { schema: reference('schemas', schema) };
  const isNegotiated = 'negotiated' in route && route.negotiated !== undefined;
  const others = isNegotiated && { [mediaType('md')]: text, [mediaType('json')]: otherJson(path) };
  return { [mediaType(medium)]: body, ...others };
}

/** What a page answers as JSON: as the address does that says so. */
function otherJson(path: string): object {
  const { schema = '' } = ROUTES.find((route) => route.path === `${path}.json`) ?? {};
  return { schema: reference('schemas', schema) };
}

function pathParameter(name: string): Parameter {
  return { name, in: 'path', required: true, ...PARTS[name], schema: { type: 'string' } };
}

function queryParameters(
  keys: readonly ParameterName[],
  meanings: ReleaseRoute['meanings'] = {},
): Parameter[] {
  const parameters = keys.map((name): Parameter => {
    const { schema } = PARAMETERS[name];
    const own = meanings[name];
    const { example } = own ?? PARAMETERS[name];
    return {
      name,
      in: 'query',
      required: name === 'url' || name === 'from',
      ...(own !== undefined && { description: explained(own) }),
      ...(example !== null && { example }),
      schema: jsonSchema(schema),
    };
  });
  return keys.includes('usd') ? [...parameters, hardwarePrices()] : parameters;
}

/** `usd.<hardware>`: an exploded object stands for its properties, each a query key of its own. */
function hardwarePrices(): Parameter {
  return {
    name: USD_BY_HARDWARE,
    in: 'query',
    required: false,
    style: 'form',
    explode: true,
    description:
      `Keys ${USD_KEY}<hardware>: as usd, for one hardware of the vocabulary, and before it. ` +
      `Each value ${USD.rule}.`,
    schema: {
      type: 'object',
      patternProperties: {
        [`^${USD_KEY.replace('.', String.raw`\.`)}[a-z0-9]+(-[a-z0-9]+)*$`]: jsonSchema(USD.schema),
      },
      additionalProperties: false,
    },
  };
}

/** Every schema by its name, which stands for it in the others. */
function describedSchemas(): object {
  const names = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) names.add(schema, { id });
  const { schemas } = z.toJSONSchema(names, {
    uri: (id) => reference('schemas', id).$ref,
    io: 'output',
    unrepresentable: 'any',
    // a version of a document may get further fields
    override: ({ jsonSchema: { additionalProperties }, jsonSchema }) => {
      if (additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}

/** The schema of what a query key takes. */
function jsonSchema(schema: z.core.$ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

function reference(kind: 'schemas' | 'responses' | 'parameters', name: string) {
  return { $ref: `#/components/${kind}/${name}` };
}

/** `/sweeps/{model}/{workload}.json` is `getSweepsJson`. */
function operationId({ path }: Route): string {
  const words = path.replaceAll(/\{[^}]*\}/g, '').match(/[a-z]+/g) ?? ['home'];
  return `get${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`;
}
