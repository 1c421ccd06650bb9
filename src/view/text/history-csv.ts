import type { History, HistoryRun } from '../../core/history/history-types.ts';
import { roundEstimate } from '../../core/round.ts';
import { concurrencyOrigin, isConcurrencyApproximate } from '../../core/values.ts';
import type { HistoryLinks } from '../history-links.ts';
import type { Words } from '../words/words.ts';
import { csvText } from './csv.ts';
import type { Cell } from './csv.ts';
import { sourceCells } from './source-cells.ts';
import { changeOf } from './history-summary.ts';

/**
 * A history as CSV (RFC 4180, CRLF, one header line): one row for each run, the oldest first.
 *
 * Unknown is an empty field. Text that a spreadsheet would run as a formula has an apostrophe before
 * it.
 */
export function historyCsv(
  h: History,
  { pinned }: Pick<HistoryLinks, 'pinned'>,
  words: Words['ranking'],
): string {
  const rows = h.runs.map((run) => cellsOf(h, run, pinned, words));
  return csvText([Object.keys(rows[0]!), ...rows.map(Object.values<Cell>)]);
}

/** A run by the names of its columns, in order; units stand in the names. */
function cellsOf(
  h: History,
  { token, side, isShown, isPartial, value, change }: HistoryRun,
  pinned: string,
  words: Words['ranking'],
): Record<string, Cell> {
  const [low, high] = value?.likely?.map(roundEstimate) ?? [];
  const moved = change && changeOf(change, side.key);
  const [changeLow, changeHigh] = moved?.range.map(roundEstimate) ?? [];
  return {
    model: h.model.key,
    workload: h.workload.key,
    configuration: h.row,
    run: side.run,
    run_date: side.date,
    run_token: token,
    run_label: side.label,
    is_shown: isShown,
    is_partial: isPartial,
    basis: h.basis,
    interactivity_basis: h.interactivityBasis,
    interactivity_tok_s_user: h.at,
    status: value && value.status,
    throughput_total_tok_s_gpu: value && value.throughput,
    throughput_low_tok_s_gpu: value && value.low,
    throughput_high_tok_s_gpu: value && value.high,
    throughput_likely_low_tok_s_gpu: low,
    throughput_likely_high_tok_s_gpu: high,
    cost_usd_per_million_total_tokens: value && value.costPerMillionTokens,
    throughput_total_tok_s_mw: value && value.throughputPerMw,
    energy_j_per_total_token: value && value.joulesPerToken,
    concurrency: value && value.concurrency,
    is_concurrency_approximate: value && value.concurrency && isConcurrencyApproximate(side, value),
    concurrency_origin: value && concurrencyOrigin(side, value),
    ttft_left_knot_s: value?.ttft?.[0],
    ttft_right_knot_s: value?.ttft?.[1],
    change_outcome: moved && moved.kind,
    change_ratio: moved && moved.ratio,
    change_later_to_earlier_low: changeLow,
    change_later_to_earlier_high: changeHigh,
    range_from_tok_s_user: side.range && side.range.min,
    range_to_tok_s_user: side.range && side.range.max,
    knots: side.knots.length,
    usd_per_gpu_hour: side.usdPerGpuHour,
    power_kw_per_gpu: side.powerKw,
    utilisation: h.util,
    rate_card: h.rates.id,
    price_tier: h.rates.tier,
    release: h.release.id,
    ...sourceCells(side.sources, words),
    address: pinned,
  };
}
