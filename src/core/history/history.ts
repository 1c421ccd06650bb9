import { apart, rateCard } from '../compare.ts';
import type { ComparedSide } from '../comparison-types.ts';
import { configuration, configurationTokens } from '../configuration-tokens.ts';
import { pointsWithin, sweepKnots } from '../frontier.ts';
import { keyLabels } from '../key-labels.ts';
import type { Lead } from '../lead.ts';
import { modelLabel } from '../heading.ts';
import type { NoticeCode } from '../notice-facts.ts';
import { comparisonNotices } from '../notices.ts';
import type { CompareOptions } from '../options.ts';
import { tierOf } from '../price-tiers.ts';
import { mostCoveredSpeed } from '../ranking/default-target.ts';
import type { SweepEntry } from '../release.ts';
import { comparedSide, hardwareWithOwnPrice } from '../side.ts';
import { sweepId } from '../sweep.ts';
import type { Sweep } from '../sweep.ts';
import { printTokens } from '../tokens.ts';
import { valuesAt } from '../values.ts';
import type { Catalog } from '../vocabulary.ts';
import type { History, HistoryChange, HistoryRun } from './history-types.ts';
import { runTokens } from './run-tokens.ts';

/** What a reader may choose of a history: one target, and what comparisons may be asked with. */
export interface HistoryOptions extends Omit<CompareOptions, 'at' | 'pool'> {
  /** tok/s/user; `null` = the speed that most of the runs cover */
  readonly at: number | null;
}

interface HistoryInput {
  /** every run of one configuration, the oldest first */
  readonly runs: readonly SweepEntry[];
  /** all sweeps of the model, all runs */
  readonly entries: readonly SweepEntry[];
  /** the sweep of a run, every point of it */
  readonly sweepOf: (entry: SweepEntry) => Sweep;
  readonly catalog: Catalog;
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly options: HistoryOptions;
}

/** The notices of a comparison that a history repeats; what others say, its table has run by run. */
const SAID: ReadonlySet<NoticeCode> = new Set<NoticeCode>([
  'ttft-limit',
  'ttft-unknown',
  'excluded-run',
  'known-issue',
  'ttft-apart',
  'mixed-sources',
  'open-loop',
  'no-price',
  'no-power',
  'published-figures',
]);

/**
 * Every run of one configuration at one interactivity: each number is that of the comparison of two
 * of the runs at this target.
 *
 * @throws RangeError if the options name a rate card that the catalog lacks, or there is none
 */
export function history(input: HistoryInput): History {
  const { runs, catalog, options } = input;
  const { vocabulary } = catalog;
  const sweeps = runs.map(input.sweepOf);
  const { key, basis } = runs[0]!;
  const tokens = configurationTokens(key);
  const card = rateCard(sweeps, catalog.rates, options.rates);
  const tier = tierOf(card, options.tier);
  const sideOf = (sweep: Sweep, run: string): ComparedSide =>
    comparedSide({ ...tokens, workload: key.workload, run }, { run }, [sweep], {
      basis,
      vocabulary,
      card,
      options: { ...options, at: null, pool: false, tier },
    });
  // a run without a point within the limit is none that a comparison under that limit would find
  const isLate = (sweep: Sweep) =>
    sweepKnots(pointsWithin(sweep.points, options.ttft), basis).length === 0;
  const late = new Set(sweeps.filter(isLate).map(sweepId));
  const names = runTokens(
    runs,
    input.entries.filter((entry) => !late.has(sweepId(entry))),
  );
  const sides = apart(sweeps.map((sweep, i) => sideOf(sweep, names[i] ?? sweep.run)));

  const at = options.at ?? mostCoveredSpeed(sides.flatMap(({ range }) => range ?? []));
  const targets = at === null ? [] : [at];
  const reading = { basis, util: options.util };
  const [read] = valuesAt(sides, targets, reading);
  const leadOf = (before: number, after: number): Lead | null =>
    valuesAt([sides[before]!, sides[after]!], targets, reading)[0]?.best.throughput ?? null;
  const shown = runs.findIndex(({ isDefault }) => isDefault);
  const found = runs.map((_, i): HistoryRun => ({
    token: names[i]!,
    side: sides[i]!,
    isShown: i === shown,
    isPartial: i > shown,
    value: read?.sides[i] ?? null,
    change: i === 0 ? null : leadOf(i - 1, i),
  }));
  const row = printTokens(tokens);
  const workload = vocabulary.workload.find((one) => one.key === key.workload);
  return {
    id: `${key.model}/${key.workload}/${row}`,
    release: input.release,
    model: { key: key.model, label: modelLabel(catalog, key.model) },
    workload: { key: key.workload, label: workload?.label ?? key.workload },
    row,
    tokens,
    ...configuration(sides[0]!),
    basis,
    interactivityBasis: key.interactivityBasis,
    at,
    ttftLimit: options.ttft,
    rates: { id: card.id, asOf: card.asOf, tier, source: card.source },
    ownPrices: hardwareWithOwnPrice(sides, options),
    util: options.util,
    labels: keyLabels(key, vocabulary),
    runs: found,
    change: wholeChange(found, shown, leadOf),
    notices: comparisonNotices({
      model: catalog.models.find((one) => one.key === key.model),
      basis,
      compared: ['run'],
      mismatch: [],
      sides,
      sweeps: sweeps.map((sweep) => [sweep]),
      values: read ? [read] : [],
      isDisjoint: false,
      ttftLimit: options.ttft,
      rates: { id: card.id, tier },
      vocabulary,
    }).filter(({ code }) => SAID.has(code)),
  };
}

/** From the oldest run with a number to the one that is shown, or else to the newest with a number. */
function wholeChange(
  runs: readonly HistoryRun[],
  shown: number,
  leadOf: (before: number, after: number) => Lead | null,
): HistoryChange | null {
  const read = runs.flatMap(({ value }, i) => (value && value.throughput !== null ? i : []));
  const from = read[0];
  const to = read.includes(shown) && shown !== from ? shown : read.at(-1);
  if (from === undefined || to === undefined || from === to) return null;
  return { from, to, lead: leadOf(from, to)! };
}
