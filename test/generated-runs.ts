import { inject } from 'vitest';
import type { GeneratedRuns } from './generated-runs-env.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly generatedRuns: GeneratedRuns;
  }
}

/**
 * Parameters of one property.
 *
 * @param numRuns - cases in `npm test`
 * @param seed - of `npm test`, so that it tries the same each time
 */
export function runsOf(
  numRuns: number,
  seed: number,
): { numRuns: number; seed: number; path?: string; endOnFailure?: boolean } {
  const { path, ...asked } = inject('generatedRuns');
  return {
    numRuns: asked.count ?? numRuns,
    seed: asked.seed ?? seed,
    ...(path !== null && { path, endOnFailure: true }),
  };
}

/** So much of the cases that a property has to meet each kind of thing in; 0 for too few to tell. */
export function shareOf({ numRuns, path }: ReturnType<typeof runsOf>, share: number): number {
  return path === undefined && numRuns >= 1000 ? numRuns * share : 0;
}

/** Says what a property tried and met, where someone asked for more than `npm test` tries. */
export function told(what: string, counts: ReadonlyMap<string | number, number>): void {
  if (inject('generatedRuns').count === null) return;
  const each = [...counts].map(([name, count]) => `${name}: ${count.toLocaleString('en')}`);
  console.log(`${what} ${each.join(', ')}`);
}
