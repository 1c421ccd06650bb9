import type {
  Comparison,
  ComparedSide,
  SideValue,
  TargetValues,
} from '../../core/comparison-types.ts';
import { leaderOf, savingOf } from '../../core/lead.ts';
import { METRICS } from '../../core/metrics.ts';
import type { MetricKey } from '../../core/metrics.ts';
import { round9, roundEstimate } from '../../core/round.ts';
import type { Links } from '../links.ts';

type Cell = string | number | boolean | null;

/** What a CSV is made of: a comparison, or the JSON document of one. */
type Described = Omit<Comparison, 'notices' | 'equalLoads' | 'moreAlternatives'>;

interface Row {
  readonly comparison: Described;
  readonly links: Pick<Links, 'pinned'>;
  readonly target: TargetValues;
  readonly side: ComparedSide;
  readonly value: SideValue;
}

/** The columns in order; units stand in the names. */
const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
  model: ({ comparison }) => comparison.model.key,
  side: ({ side }) => side.key,
  side_label: ({ side }) => side.label,
  hardware: ({ side }) => side.hardware,
  precision: ({ side }) => side.precision,
  spec_method: ({ side }) => side.specMethod,
  framework: ({ side }) => side.framework,
  deployment: ({ side }) => side.deployment,
  workload: ({ side }) => side.workload,
  run: ({ side }) => side.run,
  run_date: ({ side }) => side.date,
  basis: ({ comparison }) => comparison.basis,
  interactivity_basis: ({ side }) => side.interactivityBasis,
  interactivity_tok_s_user: ({ target }) => target.interactivity,
  status: ({ value }) => value.status,
  throughput_total_tok_s_gpu: ({ value }) => value.throughput,
  throughput_low_tok_s_gpu: ({ value }) => value.low,
  throughput_high_tok_s_gpu: ({ value }) => value.high,
  ...Object.fromEntries(
    METRICS.slice(1).map(({ key, column }) => [column, ({ value }: Row) => value[key]] as const),
  ),
  concurrency: ({ value }) => value.concurrency,
  ttft_left_knot_s: ({ value }) => value.ttft?.[0] ?? null,
  ttft_right_knot_s: ({ value }) => value.ttft?.[1] ?? null,
  is_best_throughput: ({ target, value }) => isBest(target, value, 'throughput'),
  is_best_cost: ({ target, value }) => isBest(target, value, 'costPerMillionTokens'),
  throughput_outcome: ({ target }) => target.best.throughput?.outcome ?? null,
  throughput_ratio: ({ target }) => target.best.throughput?.ratio ?? null,
  throughput_ratio_low: ({ target }) => ratioEnd(target, 0),
  throughput_ratio_high: ({ target }) => ratioEnd(target, 1),
  cost_outcome: ({ target }) => target.best.costPerMillionTokens?.outcome ?? null,
  cost_saving: ({ target }) => savingOf(target.best.costPerMillionTokens),
  usd_per_gpu_hour: ({ side }) => side.usdPerGpuHour,
  power_kw_per_gpu: ({ side }) => side.powerKw,
  utilisation: ({ comparison }) => comparison.util,
  rate_card: ({ comparison }) => comparison.rates.id,
  price_tier: ({ comparison }) => comparison.rates.tier,
  release: ({ comparison }) => comparison.release.id,
  source: (row) => ofSources(row, 'url'),
  licence: (row) => ofSources(row, 'license'),
  attribution: (row) => ofSources(row, 'attribution'),
  address: ({ links }) => links.pinned,
};

/**
 * A comparison as CSV (RFC 4180, CRLF, one header line): one row for each target and side.
 *
 * Unknown is an empty field. Text that a spreadsheet would run as a formula has an apostrophe
 * before it.
 */
export function comparisonCsv(comparison: Described, links: Pick<Links, 'pinned'>): string {
  const rows = comparison.values.flatMap((target) =>
    target.sides.map((value, i) => {
      const row = { comparison, links, target, side: comparison.sides[i]!, value };
      return Object.values(COLUMNS).map((column) => column(row));
    }),
  );
  return [Object.keys(COLUMNS), ...rows]
    .map((cells) => `${cells.map(cellText).join()}\r\n`)
    .join('');
}

/** Whether the side is the one that is ahead; `null` where none is. */
function isBest({ best }: TargetValues, { side }: SideValue, metric: MetricKey): boolean | null {
  const leader = leaderOf(best[metric]);
  return leader === null ? null : leader === side;
}

/** An end of what the ratio may be, to the digits of the JSON document. */
function ratioEnd({ best: { throughput } }: TargetValues, end: 0 | 1): number | null {
  return throughput && roundEstimate(throughput.ratioRange[end]);
}

/** A fact of the sources of the neighbouring knots, or of the whole side where there are none. */
function ofSources(
  { side: { knots, sources }, value: { between } }: Row,
  fact: 'url' | 'license' | 'attribution',
): string {
  const read = between?.map((i) => knots[i]!) ?? knots;
  const found = read.flatMap(({ source }) => sources[source]?.[fact] ?? []);
  return [...new Set(found)].join(' ');
}

function cellText(cell: Cell): string {
  const text =
    typeof cell === 'number'
      ? String(round9(cell))
      : String(cell ?? '').replace(/^\s*[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
