/**
 * What a number of an operating point can be measured as; beyond it a unit was mistaken, such as ms
 * for s.
 */
interface Measurable {
  readonly unit: string;
  readonly range: readonly [least: number, most: number];
}

/** Interactivity and throughput, the two numbers that every operating point has. */
export const POINT_AXES = {
  interactivity: { unit: 'tok/s/user', range: [1, 10_000] },
  throughput: { unit: 'tok/s/GPU', range: [0.1, 1_000_000] },
} as const satisfies Readonly<Record<string, Measurable>>;

/**
 * How a concurrency is said to have been come by where there is none, for requests were sent whether or
 * not others had been answered; their rate or number follows where it is known.
 */
export const OPEN_LOOP = 'open loop';

/** What a fact of an operating point is. */
type FactKind = {
  /** in words, as the list of CSV columns says it */
  readonly meaning: string;
  /** what InferenceX rows and the columns of a CSV call it; `null` where it follows from several */
  readonly column: string | null;
} & (
  | { readonly kind: 'text'; readonly unit: null }
  /** a finite and positive number; a count is whole */
  | ({ readonly kind: 'amount' | 'count' } & Measurable)
);

const RATE = { kind: 'amount', unit: 'tok/s/GPU', range: [0.001, 1_000_000] } as const;
const FIRST_TOKEN = { kind: 'amount', unit: 's', range: [0.0005, 36_000] } as const;
const END_TO_END = { kind: 'amount', unit: 's', range: [0.001, 360_000] } as const;

/**
 * Every fact that is kept of an operating point beside its two axes, where it is known.
 *
 * This is the one place where a fact is declared: the files' schemas, the importer with its ranges
 * and columns, the rounding of numbers and the order of stored text follow from it.
 */
export const POINT_FACTS = {
  outputThroughput: {
    ...RATE,
    column: 'output_tput_per_gpu',
    meaning: 'output tokens per second and GPU; disaggregated: per decode GPU',
  },
  inputThroughput: {
    ...RATE,
    column: 'input_tput_per_gpu',
    meaning: 'input tokens per second and GPU; disaggregated: per prefill GPU',
  },
  concurrency: {
    kind: 'amount',
    unit: 'requests',
    range: [0.001, 10_000_000],
    column: 'conc',
    meaning: 'requests in flight over the whole deployment',
  },
  concurrencyOrigin: {
    kind: 'text',
    unit: null,
    column: 'concurrency_origin',
    meaning:
      'approximate or observed mean, where conc is not the load that was set; open loop, where there is none',
  },
  gpus: {
    kind: 'count',
    unit: 'GPUs',
    range: [1, 1_000_000],
    column: null,
    meaning: 'GPUs of the whole deployment',
  },
  ttft: { ...FIRST_TOKEN, column: 'median_ttft', meaning: 'median time to first token' },
  ttftMean: { ...FIRST_TOKEN, column: 'mean_ttft', meaning: 'mean time to first token' },
  ttftP99: {
    ...FIRST_TOKEN,
    column: 'p99_ttft',
    meaning: '99th percentile of the time to first token',
  },
  tpot: {
    kind: 'amount',
    unit: 's',
    range: [0.0001, 1000],
    column: 'median_tpot',
    meaning: 'median time per output token after the first; not the inter-token latency',
  },
  e2el: { ...END_TO_END, column: 'median_e2el', meaning: 'median end-to-end latency' },
  e2elP99: {
    ...END_TO_END,
    column: 'p99_e2el',
    meaning: '99th percentile of the end-to-end latency',
  },
  /** not the provisioned power of a rate card */
  powerW: {
    kind: 'amount',
    unit: 'W',
    range: [1, 100_000],
    column: 'avg_power_w',
    meaning: 'measured power per GPU',
  },
  repeats: {
    kind: 'count',
    unit: 'runs',
    range: [2, 1_000_000],
    column: null,
    meaning:
      'runs of this configuration that it is the median of; not known where it was measured once',
  },
  spread: {
    kind: 'amount',
    unit: '×',
    range: [1, 1000],
    column: null,
    meaning: 'factor by which these runs differ at most, on the axis where they differ more',
  },
  parallelism: {
    kind: 'text',
    unit: null,
    column: 'parallelism',
    meaning: 'parallelism in words, such as TP8 EP8',
  },
} as const satisfies Readonly<Record<string, FactKind>>;

export type FactName = keyof typeof POINT_FACTS;

/** The facts of a point by name; `null` where not known. */
export type PointFacts = {
  readonly [F in FactName]: FactValue<(typeof POINT_FACTS)[F]['kind']> | null;
};

type FactValue<K extends FactKind['kind']> = K extends 'text' ? string : number;

/** A record made by calling a function for each fact, in the order of the table. */
export function byFact<T>(make: (name: FactName) => T): Readonly<Record<FactName, T>> {
  const names = Object.keys(POINT_FACTS) as FactName[];
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<FactName, T>;
}

/** The facts of a point of which only the axes are known. */
export function unknownFacts(): PointFacts {
  return byFact(() => null);
}

/** Whether a point states the load that it was measured at: its concurrency, or the rate of an open loop. */
export function statesLoad({
  concurrency,
  concurrencyOrigin: origin,
}: Pick<PointFacts, 'concurrency' | 'concurrencyOrigin'>): boolean {
  return concurrency !== null || (origin !== null && origin !== OPEN_LOOP);
}
