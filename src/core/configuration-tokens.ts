import type { Configuration } from './ranking/ranking-types.ts';
import type { TokenSet } from './tokens.ts';

/** What tells a configuration from others, without its figures. */
export function configuration(of: Configuration): Configuration {
  const { hardware, precision, specMethod, framework, deployment } = of;
  return { hardware, precision, specMethod, framework, deployment };
}

/** The tokens of a configuration, without those that its source does not state. */
export function configurationTokens(of: Configuration): TokenSet {
  const stated = Object.entries(configuration(of)).filter(([, key]) => key !== null);
  return Object.fromEntries(stated) as TokenSet;
}
