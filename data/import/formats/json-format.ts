import { jsonElements } from './json-elements.ts';
import type { Format, FormatInput, GivenFacts, Row } from './format.ts';

/** Result files with one value a request run to tens of megabytes; nothing longer is held. */
const MAX_RESULT_CHARS = 256_000_000;
const MAX_METADATA_CHARS = 1_000_000;

/** A format of JSON objects: one a file, one a line, or an array of them. */
interface JsonFormat extends Omit<Format, 'read'> {
  /** The rows of one object; none where it is no measurement, such as a warm-up. */
  rows(result: unknown, given: GivenFacts, name: string): readonly Row[];
}

/**
 * The format that reads each JSON value of an input with `rows`. Fields that it lacks are those of the
 * object in the `metadata` beside it, where there is such a file.
 */
export function jsonFormat({ rows, metadata, ...format }: JsonFormat): Format {
  return {
    ...format,
    ...(metadata !== undefined && { metadata }),
    async *read({ text, given, name, beside }: FormatInput) {
      const common = metadata === undefined ? {} : await objectBeside(metadata, beside);
      for await (const elements of jsonElements(text, MAX_RESULT_CHARS)) {
        for (const json of elements) {
          const parsed = parseResult(json);
          if ('problem' in parsed) yield parsed;
          else if (!isObject(parsed.result)) yield notAnObject(parsed.result);
          else yield* rows(withFields(parsed.result, common), given, name);
        }
      }
    },
  };
}

/** The object in a file beside the results; an empty one where there is no such file. */
async function objectBeside(name: string, beside: FormatInput['beside']): Promise<object> {
  const chunks = (await beside?.(name)) ?? null;
  if (chunks === null) return {};
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > MAX_METADATA_CHARS) {
      throw new Error(`${name} beside it is longer than ${MAX_METADATA_CHARS} characters`);
    }
  }
  const parsed = parseResult(text);
  if ('problem' in parsed) throw new Error(`${name} beside it is ${parsed.problem.detail}`);
  return isObject(parsed.result) ? parsed.result : {};
}

/** An object with the fields of another that it lacks. */
function withFields(result: object, fields: object): object {
  return { ...fields, ...result };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands among results and is none: nothing that is asked for would make one of it. */
function notAnObject(value: unknown): Row {
  const kind = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
  return { problem: { reason: 'malformed', detail: `${kind}, not a JSON object` } };
}

/** Whether a sample has all of these keys of a JSON object, at any depth. */
export function hasKeys(sample: string, ...keys: readonly string[]): boolean {
  return keys.every((key) => new RegExp(`"${key}"\\s*:`).test(sample));
}

function parseResult(
  json: string,
): { readonly result: unknown } | Extract<Row, { problem: unknown }> {
  try {
    return { result: parsedPythonJson(json) };
  } catch (error) {
    return { problem: { reason: 'malformed', detail: `not JSON: ${parseErrorText(error)}` } };
  }
}

/**
 * A JSON value as Python writes it: `NaN` and `Infinity`, which are not JSON, become `null`.
 *
 * @throws SyntaxError for what is no such value
 */
export function parsedPythonJson(json: string): unknown {
  return JSON.parse(withoutNonFinite(json));
}

/** Why a text cannot be parsed, on one line. */
export function parseErrorText(error: unknown): string {
  const text = error instanceof Error ? error.message : 'cannot be parsed';
  return text.replaceAll(/\s+/g, ' ').slice(0, 80);
}

function withoutNonFinite(json: string): string {
  if (!/NaN|Infinity/.test(json)) return json;
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (token) =>
    token.startsWith('"') ? token : 'null',
  );
}
