import { parseAllDocuments } from 'yaml';
import { parseErrorText, parsedPythonJson } from './json-format.ts';
import type { Format, FormatInput, GivenFacts, Row } from './format.ts';

/** Reports hold statistics, not requests, except GuideLLM's, whose samples run to tens of megabytes. */
const MAX_REPORT_CHARS = 256_000_000;

/** A format of one report a file, as JSON or YAML. */
interface DocumentFormat extends Omit<Format, 'read'> {
  /** The rows of a report, of which there may be none. */
  rows(report: unknown, given: GivenFacts): readonly Row[];
}

/** The format that reads a whole report with `rows`. */
export function documentFormat({ rows, ...format }: DocumentFormat): Format {
  return {
    ...format,
    async *read({ text, given }: FormatInput) {
      const whole = await joined(text);
      if (whole === null) {
        yield malformed(`longer than ${MAX_REPORT_CHARS} characters`);
        return;
      }
      const reports = parsed(whole);
      if (typeof reports === 'string') yield malformed(reports);
      else for (const report of reports) yield* rows(report, given);
    },
  };
}

/** Whether a sample of JSON or YAML has all of these keys, at any depth. */
export function hasDocumentKeys(sample: string, ...keys: readonly string[]): boolean {
  return keys.every((key) => new RegExp(`(?:^|[\\s{,"'-])${key}["']?\\s*:`, 'm').test(sample));
}

async function joined(chunks: AsyncIterable<string>): Promise<string | null> {
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_REPORT_CHARS) return null;
    parts.push(chunk);
  }
  return parts.join('');
}

/** The reports of a text, or why there are none. */
function parsed(text: string): unknown[] | string {
  try {
    if (/^\s*[{[]/.test(text)) return [parsedPythonJson(text)];
    // A YAML report says every number plainly: references back (which could multiply) are not followed.
    return parseAllDocuments(text).map((document) => {
      const [error] = document.errors;
      if (error) throw error;
      return document.toJS({ maxAliasCount: 0 }) as unknown;
    });
  } catch (error) {
    return parseErrorText(error);
  }
}

function malformed(detail: string): Row {
  return { problem: { reason: 'malformed', detail } };
}
