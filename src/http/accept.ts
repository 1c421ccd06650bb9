import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { AppEnv } from '../env.ts';

const HTML = 'text/html';

/** Media that a client may ask for at the address of a page. */
export type NegotiatedMedium = 'json' | 'md';
const NEGOTIATED = { 'text/markdown': 'md', 'application/json': 'json' } as const;

/** Whether a browser is asking: its `Accept` names HTML. */
export function wantsHtml(c: Context<AppEnv>): boolean {
  return preferred(c, [HTML]) === HTML;
}

/**
 * The medium that is named, and at least as welcome as HTML; `null` for the page. Browsers name none
 * of them.
 */
export function negotiatedMedium(c: Context<AppEnv>): NegotiatedMedium | null {
  const type = preferred(c, [...Object.keys(NEGOTIATED), HTML]);
  return type === null || type === HTML ? null : NEGOTIATED[type as keyof typeof NEGOTIATED];
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
