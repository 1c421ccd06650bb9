import { RANK_METRICS } from '../../core/ranking/rank-metrics.ts';
import type { RankMetricName } from '../../core/ranking/rank-metrics.ts';
import type { Ranking, RankRow, RowFigures } from '../../core/ranking/ranking-types.ts';
import type { RankLinks } from '../rank-links.ts';
import type { Words } from '../words/words.ts';
import { sourceCells } from './source-cells.ts';
import { csvText } from './csv.ts';
import type { Cell } from './csv.ts';
import { rankConcurrencyOrigin } from './rank-concurrency.ts';

/**
 * A ranking as CSV (RFC 4180, CRLF, one header line): one row for each configuration, in order.
 *
 * Unknown is an empty field; what is only known as a bound stands in columns of its own, never among
 * the numbers. Text that a spreadsheet would run as a formula has an apostrophe before it.
 */
export function rankingCsv(
  r: Ranking,
  { pinned }: Pick<RankLinks, 'pinned'>,
  words: Words['ranking'],
): string {
  const rows = r.rows.map((row) => cellsOf(r, row, pinned, words));
  const head = Object.keys(rows[0] ?? cellsOf(r, NO_ROW, pinned, words));
  return csvText([head, ...rows.map(Object.values<Cell>)]);
}

/** Columns of the metrics, unit included. */
const COLUMNS: Readonly<Record<RankMetricName, string>> = {
  cost: 'cost_usd_per_million_total_tokens',
  throughput: 'throughput_total_tok_s_gpu',
  output: 'throughput_output_tok_s_gpu',
  'tokens-per-usd': 'total_tokens_per_usd',
  mw: 'throughput_total_tok_s_mw',
  energy: 'energy_j_per_total_token',
  users: 'users_per_gpu',
};

/** Every metric of a row, or of its bound, in a column each. */
function metricCells(prefix: string, read: RowFigures | null): Record<string, Cell> {
  const cells = RANK_METRICS.map(({ name, key }) => [prefix + COLUMNS[name], read && read[key]]);
  return Object.fromEntries(cells) as Record<string, Cell>;
}

/** A row by the names of its columns, in order; units stand in the names. */
function cellsOf(
  r: Ranking,
  row: RankRow,
  pinned: string,
  words: Words['ranking'],
): Record<string, Cell> {
  const { value, bound, range, reachLikely, sources } = row;
  return {
    model: r.model.key,
    workload: r.workload.key,
    rank: row.rank,
    is_tied: row.isTied,
    configuration: row.key,
    hardware: row.hardware,
    precision: row.precision,
    spec_method: row.specMethod,
    framework: row.framework,
    deployment: row.deployment,
    run: row.run,
    run_date: row.date,
    basis: r.basis,
    interactivity_basis: r.interactivityBasis,
    target_tok_s_user: r.at,
    limit_usd_per_million_total_tokens: r.cost,
    status: row.status,
    interactivity_tok_s_user: value && value.interactivity,
    interactivity_likely_low: reachLikely && reachLikely[0],
    interactivity_likely_high: reachLikely && reachLikely[1],
    throughput_low_tok_s_gpu: value && value.low,
    throughput_high_tok_s_gpu: value && value.high,
    throughput_likely_low_tok_s_gpu: value && value.likely[0],
    throughput_likely_high_tok_s_gpu: value && value.likely[1],
    ...metricCells('', value),
    bound_from_tok_s_user: bound && bound.interactivity,
    ...metricCells('bound_', bound),
    ranked_by: r.by,
    ratio: row.ratio,
    ratio_against: r.against,
    concurrency: value && value.concurrency,
    is_concurrency_approximate: value && value.concurrency && value.isConcurrencyApproximate,
    concurrency_origin: rankConcurrencyOrigin(row),
    gpus_left_knot: value && value.gpus[0],
    gpus_right_knot: value && value.gpus[1],
    parallelism_left_knot: value && value.parallelism[0],
    parallelism_right_knot: value && value.parallelism[1],
    ttft_left_knot_s: value?.ttft?.[0] ?? null,
    ttft_right_knot_s: value?.ttft?.[1] ?? null,
    range_from_tok_s_user: range && range.min,
    range_to_tok_s_user: range && range.max,
    knots: row.knots.length,
    usd_per_gpu_hour: row.usdPerGpuHour,
    power_kw_per_gpu: row.powerKw,
    utilisation: r.util,
    rate_card: r.rates.id,
    price_tier: r.rates.tier,
    release: r.release.id,
    ...sourceCells(sources, words),
    address: pinned,
  };
}

/** Stands for the rows of a ranking without any, whose head is still that of one. */
const NO_ROW: RankRow = {
  key: '',
  hardware: '',
  precision: null,
  specMethod: null,
  framework: null,
  deployment: null,
  rank: null,
  isTied: false,
  status: 'late',
  value: null,
  bound: null,
  reachLikely: null,
  ratio: null,
  range: null,
  knots: [],
  usdPerGpuHour: null,
  powerKw: null,
  run: null,
  date: null,
  sources: [],
};
