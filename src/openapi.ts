import * as z from 'zod/mini';
import { MEDIA } from './http/media.ts';
import type { Medium } from './http/media.ts';
import {
  comparisonDocumentSchema,
  healthSchema,
  problemSchema,
  releasesSchema,
} from './schema/document.ts';
import { COMPARISON_KEYS, PARAMETERS, PICTURE_KEYS, USD } from './schema/query-parameters.ts';
import type { ParameterName } from './schema/query-parameters.ts';

const MODEL = { name: 'model', example: 'qwen-3-5', description: 'Key of a model' } as const;
const COMPARISON_PATH = [
  MODEL,
  {
    name: 'shared',
    example: 'b300-fp4',
    description: 'Tokens that all sides share, joined with "-"; "_" for none',
  },
  {
    name: 'sides',
    example: 'mtp-vs-off',
    description: 'Two to four sides, joined with "-vs-"; each is tokens joined with "-"',
  },
] as const;

interface Operation {
  readonly path: string;
  readonly summary: string;
  readonly medium: Medium;
  readonly schema?: string;
  readonly parts?: readonly {
    readonly name: string;
    readonly example: string;
    readonly description: string;
  }[];
  readonly keys: readonly ParameterName[];
}

const BASE = '/compare/{model}/{shared}/{sides}';
const compare = { parts: COMPARISON_PATH, keys: COMPARISON_KEYS } as const;

/** Everything that a program may call. A test calls each of them and checks the answer. */
export const OPERATIONS: readonly Operation[] = [
  { path: BASE, summary: 'The comparison as a page', medium: 'html', ...compare },
  {
    path: `${BASE}.json`,
    summary: 'Every number of a comparison, with bounds, sources and notices',
    medium: 'json',
    schema: 'Comparison',
    ...compare,
  },
  { path: `${BASE}.csv`, summary: 'One row per target and side', medium: 'csv', ...compare },
  { path: `${BASE}.md`, summary: 'The comparison as Markdown', medium: 'md', ...compare },
  {
    path: `${BASE}.chart.svg`,
    summary: 'The chart, as SVG with real text',
    medium: 'svg',
    parts: COMPARISON_PATH,
    keys: PICTURE_KEYS,
  },
  {
    path: '/catalog.json',
    summary: 'What can be compared: models, tokens, presets, rate cards',
    medium: 'json',
    schema: 'Catalog',
    keys: ['release'],
  },
  {
    path: '/sweeps/{model}/{workload}.json',
    summary: 'The frontiers of a model and workload, each point with its source',
    medium: 'json',
    schema: 'Sweeps',
    parts: [MODEL, { name: 'workload', example: '1k1k', description: 'Key of a workload' }],
    keys: ['release'],
  },
  {
    path: '/releases.json',
    summary: 'All releases; any listed as live can be pinned',
    medium: 'json',
    schema: 'Releases',
    keys: ['release'],
  },
  {
    path: '/health',
    summary: 'Whether releases can be read',
    medium: 'json',
    schema: 'Health',
    keys: [],
  },
];

/** What each schema name of an operation stands for. */
export const SCHEMAS: Readonly<Record<string, z.core.$ZodType>> = {
  Comparison: comparisonDocumentSchema,
  Catalog: z.looseObject({
    version: z.literal(1),
    models: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        aliases: z.array(z.string()),
        values: z.record(z.string(), z.array(z.nullable(z.string()))),
        sweeps: z.array(z.string()),
      }),
    ),
  }),
  Sweeps: z.looseObject({ version: z.literal(1), model: z.string(), workload: z.string() }),
  Releases: releasesSchema,
  Health: healthSchema,
  Problem: problemSchema,
};

/** The OpenAPI 3.1 description of the site, without its servers. */
export function openapiDocument(): object {
  const schemas = Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [name, jsonSchema(schema)]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Matchpoint',
      version: '1',
      description:
        'Compares LLM inference benchmarks at the same interactivity. Everything is read with GET; ' +
        'null is unknown, never zero. Addresses that are not canonical answer 308.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, path(operation)])),
    components: { schemas },
  };
}

function path({ path: template, summary, medium, schema, parts = [], keys }: Operation): object {
  const body = schema === undefined ? { type: 'string' } : { $ref: ref(schema) };
  const answer = { description: summary, content: { [mediaType(medium)]: { schema: body } } };
  const refused = {
    description: 'A problem (RFC 9457)',
    content: { [MEDIA.problem]: { schema: { $ref: ref('Problem') } } },
  };
  const isComparison = template.startsWith('/compare');
  return {
    get: {
      operationId: operationId(template),
      summary,
      parameters: [
        ...parts.map(({ name, example, description }) => ({
          name,
          in: 'path',
          required: true,
          description,
          example,
          schema: { type: 'string' },
        })),
        ...keys.map(queryParameter),
        ...(isComparison ? [hardwarePrice()] : []),
      ],
      responses: {
        200: answer,
        304: { description: 'The client has it' },
        ...(isComparison && { 308: { description: 'The canonical address is another' } }),
        400: refused,
        404: refused,
        410: refused,
        503: refused,
      },
    },
  };
}

function queryParameter(name: ParameterName): object {
  const { schema, description, rule, example } = PARAMETERS[name];
  return {
    name,
    in: 'query',
    required: false,
    description: `${description}. The value ${rule}.`,
    example,
    schema: jsonSchema(schema, 'input'),
  };
}

function hardwarePrice(): object {
  return {
    name: 'usd.b300',
    in: 'query',
    required: false,
    description: `As usd, for one hardware; any key of the vocabulary. The value ${USD.rule}.`,
    example: USD.example,
    schema: jsonSchema(USD.schema, 'input'),
  };
}

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output' = 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function ref(name: string): string {
  return `#/components/schemas/${name}`;
}

function mediaType(medium: Medium): string {
  return MEDIA[medium].split(';')[0]!;
}

/** `/sweeps/{model}/{workload}.json` is `getSweepsJson`. */
function operationId(template: string): string {
  const words = template.replaceAll(/\{[^}]*\}/g, '').match(/[a-z]+/g) ?? [];
  return `get${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`;
}
