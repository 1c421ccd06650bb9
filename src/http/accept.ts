import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { AppEnv } from '../env.ts';

const HTML = 'text/html';
const MARKDOWN = 'text/markdown';

/** Whether a browser is asking: its `Accept` names HTML. */
export function wantsHtml(c: Context<AppEnv>): boolean {
  return preferred(c, [HTML]) === HTML;
}

/** Whether Markdown is named, and at least as welcome as HTML. Browsers never name it. */
export function wantsMarkdown(c: Context<AppEnv>): boolean {
  return preferred(c, [MARKDOWN, HTML]) === MARKDOWN;
}

/**
 * The media type that the client names itself, not by a wildcard, and wants most; of several that
 * are equally welcome the first of ours. `null` if it names none.
 */
function preferred(c: Context<AppEnv>, types: readonly string[]): string | null {
  const chosen = accepts(c, {
    header: 'Accept',
    supports: [...types],
    default: '',
    match: (asked, { supports }) => {
      const weight = (type: string) =>
        asked.find((range) => range.type.toLowerCase() === type)?.q ?? 0;
      const most = Math.max(...supports.map(weight));
      return (most > 0 && supports.find((type) => weight(type) === most)) || '';
    },
  });
  return chosen === '' ? null : chosen;
}
