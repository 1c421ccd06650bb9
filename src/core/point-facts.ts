/**
 * What a fact of an operating point is: an amount (finite and positive), a count (whole and
 * positive), or a text.
 */
interface FactKind {
  readonly kind: 'amount' | 'count' | 'text';
  /** of an amount or a count */
  readonly unit: string | null;
  /** what InferenceX rows and the columns of a CSV call it; `null` where it follows from several */
  readonly column: string | null;
}

/**
 * Every fact that is kept of an operating point beside its two axes, where it is known.
 *
 * This is the one place where a fact is declared: the files' schemas, the importer, the rounding of
 * numbers and the order of stored text follow from it.
 */
export const POINT_FACTS = {
  /** output tokens per second per GPU; when disaggregated, per *decode* GPU */
  outputThroughput: { kind: 'amount', unit: 'tok/s/GPU', column: 'output_tput_per_gpu' },
  /** input tokens per second per GPU; when disaggregated, per *prefill* GPU */
  inputThroughput: { kind: 'amount', unit: 'tok/s/GPU', column: 'input_tput_per_gpu' },
  /** requests in flight over the whole deployment */
  concurrency: { kind: 'amount', unit: 'requests', column: 'conc' },
  /** how the concurrency was come by, as `approximate` or `observed mean`; the load that was set has none */
  concurrencyOrigin: { kind: 'text', unit: null, column: 'concurrency_origin' },
  /** GPUs of the whole deployment */
  gpus: { kind: 'count', unit: 'GPUs', column: null },
  /** median time to first token */
  ttft: { kind: 'amount', unit: 's', column: 'median_ttft' },
  /** mean time to first token */
  ttftMean: { kind: 'amount', unit: 's', column: 'mean_ttft' },
  /** 99th percentile of the time to first token */
  ttftP99: { kind: 'amount', unit: 's', column: 'p99_ttft' },
  /** median time per output token */
  tpot: { kind: 'amount', unit: 's', column: 'median_tpot' },
  /** median end-to-end latency */
  e2el: { kind: 'amount', unit: 's', column: 'median_e2el' },
  /** 99th percentile of the end-to-end latency */
  e2elP99: { kind: 'amount', unit: 's', column: 'p99_e2el' },
  /** measured power per GPU; not the provisioned power of a rate card */
  powerW: { kind: 'amount', unit: 'W', column: 'avg_power_w' },
  /** runs of this configuration that it is the median of; `null` where it was measured once */
  repeats: { kind: 'count', unit: 'runs', column: null },
  /** factor by which these differ at most, on the axis where they differ more; 1 or more */
  spread: { kind: 'amount', unit: '×', column: null },
  /** e.g. `TP8 EP8`, `prefill 2×TP4, decode TP8 DPA` */
  parallelism: { kind: 'text', unit: null, column: 'parallelism' },
} as const satisfies Readonly<Record<string, FactKind>>;

export type FactName = keyof typeof POINT_FACTS;

/** The facts of a point by name; `null` where not known. */
export type PointFacts = {
  readonly [F in FactName]: FactValue<(typeof POINT_FACTS)[F]['kind']> | null;
};

type FactValue<K extends FactKind['kind']> = K extends 'text' ? string : number;

/** Something for every fact, in the order of the table. */
export function byFact<T>(make: (name: FactName) => T): Readonly<Record<FactName, T>> {
  const names = Object.keys(POINT_FACTS) as FactName[];
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<FactName, T>;
}

/** The facts of a point of which only the axes are known. */
export function unknownFacts(): PointFacts {
  return byFact(() => null);
}
