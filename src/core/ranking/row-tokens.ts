import type { TokenSet } from '../tokens.ts';
import type { Configuration } from './ranking-types.ts';

/** The tokens that a row of a ranking is known by: its key, printed. Pooled, hardware and precision. */
export function rowTokens(configuration: Configuration, isPooled: boolean): TokenSet {
  const { hardware, precision, specMethod, framework, deployment } = configuration;
  const named = isPooled
    ? { hardware, precision }
    : { hardware, precision, specMethod, framework, deployment };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null));
}
