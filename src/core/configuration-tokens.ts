import type { Configuration } from './ranking/ranking-types.ts';
import type { TokenSet } from './tokens.ts';

/** The tokens of a configuration, without those that its source does not state. */
export function configurationTokens(configuration: Configuration): TokenSet {
  const { hardware, precision, specMethod, framework, deployment } = configuration;
  const named = { hardware, precision, specMethod, framework, deployment };
  return Object.fromEntries(Object.entries(named).filter(([, key]) => key !== null)) as TokenSet;
}
