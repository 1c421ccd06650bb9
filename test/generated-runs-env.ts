/** What a property is tried with: little in `npm test`, more in `npm run fuzz` and `npm run chaos`. */
export interface GeneratedRuns {
  /** `null` for the test's own */
  readonly seed: number | null;
  /** cases of each property; `null` for the test's own */
  readonly count: number | null;
  /** the case that failed, as fast-check names it, to be tried alone; `null` for all */
  readonly path: string | null;
}

/** The environment variables that carry them to where tests run. */
export const RUNS_ENV = { seed: 'RUNS_SEED', count: 'RUNS_COUNT', path: 'RUNS_PATH' } as const;

/** As the environment has them. */
export function generatedRuns(env: Readonly<Record<string, string | undefined>>): GeneratedRuns {
  const [seed, count, path] = [env[RUNS_ENV.seed], env[RUNS_ENV.count], env[RUNS_ENV.path]];
  return {
    seed: seed === undefined ? null : Number(seed),
    count: count === undefined ? null : Number(count),
    path: path ?? null,
  };
}
