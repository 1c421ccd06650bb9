import { POINT_FACTS } from '../../../src/core/point-facts.ts';

/** A column of a CSV of rows. */
interface CsvColumn {
  readonly name: string;
  /** what a cell is */
  readonly kind: 'text' | 'number' | 'yes or no';
  /** of a number */
  readonly unit: string | null;
  readonly meaning: string;
  /** a row is nothing without it, unless it is given with --set */
  readonly isNeeded?: boolean;
}

function text(name: string, meaning: string, isNeeded = false): CsvColumn {
  return { name, kind: 'text', unit: null, meaning, isNeeded };
}

function number(name: string, unit: string, meaning: string, isNeeded = false): CsvColumn {
  return { name, kind: 'number', unit, meaning, isNeeded };
}

function flag(name: string, meaning: string): CsvColumn {
  return { name, kind: 'yes or no', unit: null, meaning };
}

function role(name: 'prefill' | 'decode'): CsvColumn[] {
  return [
    number(`${name}_tp`, 'GPUs', `tensor parallelism of ${name}`),
    number(`${name}_ep`, 'GPUs', `expert parallelism of ${name}`),
    flag(`${name}_dp_attention`, `data-parallel attention in ${name}`),
    number(`${name}_num_workers`, 'workers', `workers of ${name}`),
    number(`num_${name}_gpu`, 'GPUs', `GPUs of ${name}`),
  ];
}

/** Every column that is read, by the name that the header has for it. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  text('model', 'model, by key, name or Hugging Face id', true),
  text('hardware', 'GPU, by key or name', true),
  text('precision', 'precision of the weights, such as fp8', true),
  text('framework', 'engine, such as vllm'),
  text('spec_method', 'speculative decoding: off or its method'),
  flag('disagg', 'prefill and decode on GPUs of their own'),
  flag('is_multinode', 'more than one node'),
  text('workload', 'workload by key, such as 1k1k; or isl and osl'),
  number('isl', 'tokens', 'input length of a request'),
  number('osl', 'tokens', 'output length of a request'),
  number('tput_per_gpu', 'tok/s/GPU', 'input and output tokens per second and GPU', true),
  number(
    'median_intvty',
    'tok/s/user',
    'interactivity: 1 / median_tpot, which may stand instead',
    true,
  ),
  ...Object.values(POINT_FACTS).flatMap(({ column, unit, meaning }) => {
    if (column === null) return [];
    return [unit === null ? text(column, meaning) : number(column, unit, meaning)];
  }),
  ...role('prefill'),
  ...role('decode'),
  text('interactivity_basis', 'median-tpot (as without it), mean-tpot or p90-itl'),
  number('mean_intvty', 'tok/s/user', 'interactivity of the basis mean-tpot'),
  number('mean_tpot', 's', 'mean time per output token, for the basis mean-tpot'),
  number('p90_itl', 's', '90th percentile of the inter-token latency, for the basis p90-itl'),
  text('benchmark_type', 'single_turn (as without it) or agentic_traces'),
  text('offload_mode', 'where the KV cache is offloaded to'),
  text('date', 'day of the run, YYYY-MM-DD'),
  text('image', 'container image, or engine with version'),
  text('run_url', 'address of the run'),
  text('attribution', 'whose figures they are'),
  text('license', 'terms of the figures'),
];

/** The columns by name. */
export const CSV_COLUMN = new Map(CSV_COLUMNS.map((column) => [column.name, column]));

/** A header with all columns and nothing under it, to fill in. */
export function csvTemplate(): string {
  return `${CSV_COLUMNS.map(({ name }) => name).join(',')}\n`;
}

/** All columns with unit and meaning, a line each; needed ones are marked. */
export function csvColumnsText(): string {
  const width = (of: (column: CsvColumn) => string) =>
    Math.max(...CSV_COLUMNS.map((column) => of(column).length));
  const unitOf = ({ unit, kind }: CsvColumn) => unit ?? kind;
  const [names, units] = [width(({ name }) => name), width(unitOf)];
  const lines = CSV_COLUMNS.map((column) => {
    const { name, meaning, isNeeded } = column;
    const mark = isNeeded === true ? '*' : ' ';
    return `${mark} ${name.padEnd(names)}  ${unitOf(column).padEnd(units)}  ${meaning}`;
  });
  return `${[...lines, '', '* needed, in the file or with --set'].join('\n')}\n`;
}
