import type {
  Comparison,
  ComparedSide,
  Knot,
  SideSource,
  SideValue,
  TargetValues,
} from '../../core/comparison-types.ts';
import { leaderOf, savingOf } from '../../core/lead.ts';
import type { Lead } from '../../core/lead.ts';
import { round9, roundEstimate } from '../../core/round.ts';
import { isConcurrencyApproximate, valuesAt } from '../../core/values.ts';
import type { Words } from '../words/words.ts';

/** What a cell of a CSV may be; nothing is written for `null` and `undefined`. */
export type Cell = string | number | boolean | null | undefined;

/** What a CSV is made of: a comparison, or the JSON document of one. */
type Described = Pick<
  Comparison,
  'model' | 'basis' | 'util' | 'rates' | 'release' | 'sides' | 'values'
>;

/**
 * A comparison as CSV (RFC 4180, CRLF, one header line): one row for each target and side.
 *
 * Unknown is an empty field. Text that a spreadsheet would run as a formula has an apostrophe
 * before it.
 *
 * @param address - absolute, of the comparison as it is for good
 */
export function comparisonCsv(
  comparison: Described,
  address: string,
  words: Pick<Words['figure'], 'ownMeasurements'>,
): string {
  const { sides, values } = comparison;
  const rowsOf = (target: TargetValues) =>
    target.sides.map((value, i) => cellsOf(comparison, address, target, sides[i]!, value, words));
  // Where there is no target the head is still that of one, be it out of every range.
  const [head] = valuesAt(sides, [0], comparison).flatMap(rowsOf);
  return csvText([Object.keys(head!), ...values.flatMap(rowsOf).map(Object.values<Cell>)]);
}

/** Lines of cells as CSV (RFC 4180, CRLF). */
export function csvText(lines: readonly (readonly Cell[])[]): string {
  return lines.map((cells) => `${cells.map(cellText).join()}\r\n`).join('');
}

/** A row by the names of its columns, in order; units stand in the names. */
function cellsOf(
  { model, basis, util, rates, release }: Described,
  address: string,
  { interactivity, best }: TargetValues,
  side: ComparedSide,
  value: SideValue,
  words: Pick<Words['figure'], 'ownMeasurements'>,
): Record<string, Cell> {
  const said = saidBy(side, value);
  const [likelyLow, likelyHigh] = value.likely?.map(roundEstimate) ?? [];
  return {
    model: model.key,
    side: side.key,
    side_label: side.label,
    hardware: side.hardware,
    precision: side.precision,
    spec_method: side.specMethod,
    framework: side.framework,
    deployment: side.deployment,
    workload: side.workload,
    run: side.run,
    run_date: side.date,
    basis,
    interactivity_basis: side.interactivityBasis,
    interactivity_tok_s_user: interactivity,
    status: value.status,
    throughput_total_tok_s_gpu: value.throughput,
    throughput_low_tok_s_gpu: value.low,
    throughput_high_tok_s_gpu: value.high,
    throughput_likely_low_tok_s_gpu: likelyLow,
    throughput_likely_high_tok_s_gpu: likelyHigh,
    cost_usd_per_million_total_tokens: value.costPerMillionTokens,
    throughput_total_tok_s_mw: value.throughputPerMw,
    energy_j_per_total_token: value.joulesPerToken,
    throughput_output_tok_s_gpu: value.outputThroughput,
    cost_usd_per_million_output_tokens: value.costPerMillionOutputTokens,
    concurrency: value.concurrency,
    is_concurrency_approximate: value.concurrency && isConcurrencyApproximate(side, value),
    concurrency_origin: said((_, knot) => knot.concurrencyOrigin),
    ttft_left_knot_s: value.ttft?.[0],
    ttft_right_knot_s: value.ttft?.[1],
    ...leadCells('throughput', best.throughput, side.key),
    ...leadCells('cost', best.costPerMillionTokens, side.key),
    ...leadCells('output_throughput', best.outputThroughput, side.key),
    ...leadCells('output_cost', best.costPerMillionOutputTokens, side.key),
    usd_per_gpu_hour: side.usdPerGpuHour,
    power_kw_per_gpu: side.powerKw,
    utilisation: util,
    rate_card: rates.id,
    price_tier: rates.tier,
    release: release.id,
    source: said(({ url }) => url),
    file: said(({ file }) => file),
    licence: said(({ license }) => license),
    attribution: said(({ attribution }) => attribution ?? words.ownMeasurements),
    address,
  };
}

/**
 * Who leads in a metric of this name. A side is best or not only where one is ahead; a ratio is of
 * the best to the runner-up by value, with the digits of the JSON document; only a cost has a saving.
 */
function leadCells(metric: string, lead: Lead | null, side: string): Record<string, Cell> {
  const leader = leaderOf(lead);
  const [low, high] = lead?.ratioRange.map(roundEstimate) ?? [];
  return {
    [`is_best_${metric}`]: leader && leader === side,
    [`${metric}_outcome`]: lead?.outcome,
    [`${metric}_ratio`]: lead?.ratio,
    [`${metric}_ratio_low`]: low,
    [`${metric}_ratio_high`]: high,
    ...(metric.endsWith('cost') && { [`${metric}_saving`]: savingOf(lead) }),
  };
}

/** What the neighbouring knots say, or all of the side where there are none; each text once. */
function saidBy({ knots, sources }: ComparedSide, { between }: SideValue) {
  const read = between?.map((i) => knots[i]!) ?? knots;
  return (fact: (source: SideSource, knot: Knot) => string | null | undefined): string =>
    [...new Set(read.map((knot) => fact(sources[knot.source]!, knot)))].filter(Boolean).join(' ');
}

/** What a spreadsheet reads as a formula; some read the full-width signs as the plain ones. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

function cellText(cell: Cell): string {
  const text =
    typeof cell === 'number' ? String(round9(cell)) : String(cell ?? '').replace(FORMULA, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
