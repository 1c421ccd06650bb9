import type { ComparedSide, Knot, SideSource } from './comparison-types.ts';
import { configurationKnots, pointsWithin } from './frontier.ts';
import { curveQuality } from './quality.ts';
import type { Basis, OperatingPoint, Source, Sweep } from './sweep.ts';
import { printTokens, tokensLabel } from './tokens.ts';
import type { TokenSet } from './tokens.ts';
import type { RateCard, Vocabulary } from './vocabulary.ts';
import type { CompareOptions } from './options.ts';
import { tokenShares } from './cost.ts';

interface SideContext {
  readonly basis: Basis;
  readonly vocabulary: Vocabulary;
  readonly card: RateCard;
  readonly options: CompareOptions & PriceOptions;
}

/**
 * A side with the curve that its sweeps give: one sweep's knots, or the frontier of those pooled.
 *
 * Points above the TTFT limit, or of unknown TTFT where there is a limit, are dropped before the
 * frontier is taken. A side without a point left has no range and no knots.
 *
 * @param tokens - all that is fixed for the side, shared tokens included
 * @param own - the side's own tokens, which name it
 */
export function comparedSide(
  tokens: TokenSet,
  own: TokenSet,
  sweeps: readonly Sweep[],
  { basis, vocabulary, card, options }: SideContext,
): ComparedSide {
  const { knots, sources } = sideCurve(sweeps, basis, options);
  const only = sweeps.length === 1 ? sweeps[0]! : null;
  const common = <F extends 'precision' | 'specMethod' | 'framework' | 'deployment' | 'workload'>(
    field: F,
  ) => {
    const values = new Set(sweeps.map(({ key }) => key[field]));
    return values.size === 1 ? sweeps[0]!.key[field] : (tokens[field] ?? null);
  };
  const hardware = tokens.hardware!; // an address names the hardware, shared or by each side
  const [first, last] = [knots[0], knots.at(-1)];
  const dates = sweeps.flatMap(({ date }) => date ?? []).toSorted();
  return {
    key: printTokens(own),
    label: sideLabel(own, sweeps, vocabulary),
    hardware,
    precision: common('precision'),
    specMethod: common('specMethod'),
    framework: common('framework'),
    deployment: common('deployment'),
    workload: common('workload'),
    interactivityBasis: sweeps[0]?.key.interactivityBasis ?? null,
    run: basis === 'measured' ? (only?.run ?? null) : null,
    date: dates[0] ?? null,
    ...hardwareRates(hardware, card, options),
    outputShare: tokens.workload && own.workload ? outputShare(vocabulary, tokens.workload) : null,
    range: first && last ? { min: first.interactivity, max: last.interactivity } : null,
    knots,
    quality: curveQuality(knots),
    sources,
  };
}

/** What prices are made from, the tier chosen. */
export interface PriceOptions extends Pick<CompareOptions, 'usd' | 'usdByHardware'> {
  readonly tier: string;
}

/** What a GPU-hour of a hardware costs and how much power it takes; `null` where not known. */
export function hardwareRates(
  hardware: string,
  card: RateCard,
  { usd, usdByHardware, tier }: PriceOptions,
): Pick<ComparedSide, 'usdPerGpuHour' | 'powerKw'> {
  const rates = card.hardware[hardware];
  return {
    usdPerGpuHour: usdByHardware[hardware] ?? usd ?? rates?.usdPerGpuHour[tier] ?? null,
    powerKw: rates?.powerKw ?? null,
  };
}

/** Hardware of the sides whose price is the reader's own and not the rate card's. */
export function hardwareWithOwnPrice(
  sides: readonly Pick<ComparedSide, 'hardware'>[],
  { usd, usdByHardware }: Pick<CompareOptions, 'usd' | 'usdByHardware'>,
): string[] {
  return [...new Set(sides.map(({ hardware }) => hardware))].filter(
    (key) => usd !== null || usdByHardware[key] !== undefined,
  );
}

/** A side's own labels; a run that was asked for by a day is called by its own date. */
function sideLabel(own: TokenSet, sweeps: readonly Sweep[], vocabulary: Vocabulary): string {
  const dates = [...new Set(sweeps.map(({ date, run }) => date ?? run))];
  if (own.run === undefined || own.run.startsWith('~') || dates.length !== 1) {
    return tokensLabel(vocabulary, own);
  }
  const { run: _, ...others } = own;
  return [tokensLabel(vocabulary, others), dates[0]].filter(Boolean).join(' ');
}

/** Output tokens of all tokens in a workload; `null` without fixed lengths. */
export function outputShare({ workload }: Vocabulary, key: string): number | null {
  const entry = workload.find((candidate) => candidate.key === key);
  return (entry && tokenShares(entry.isl, entry.osl)?.output) ?? null;
}

function sideCurve(
  sweeps: readonly Sweep[],
  basis: Basis,
  { ttft: limit }: CompareOptions,
): { knots: Knot[]; sources: SideSource[] } {
  const pooled = sweeps.length > 1;
  const points = sweeps.flatMap((sweep) =>
    pointsWithin(sweep.points, limit).map((point) => {
      const { interactivity, throughput, rounded } = point;
      return { interactivity, throughput, rounded, point, sweep };
    }),
  );
  const frontier = configurationKnots(points, { basis, isPooled: pooled });
  const sources: SideSource[] = [];
  const indexOf = new Map<string, number>();
  const sourceIndex = (sweep: Sweep, { source }: OperatingPoint): number => {
    const found = sweep.sources[source];
    if (found === undefined) throw new RangeError(`${sweep.run}: no source ${source}`);
    const { file: _, tool: __, sha256: ___, ...said } = found;
    const file = fileText(found);
    const shown = {
      ...said,
      ...(file !== null && { file }),
      sweep: pooled ? sweepTokens(sweep) : null,
    };
    const name = `${sweeps.indexOf(sweep)} ${JSON.stringify(shown)}`;
    const known = indexOf.get(name);
    if (known !== undefined) return known; // files that say the same are one source
    indexOf.set(name, sources.length);
    return sources.push(shown) - 1;
  };
  const knots = frontier.map(({ sweep, point }) => ({
    interactivity: point.interactivity,
    throughput: point.throughput,
    concurrency: point.concurrency,
    ...(point.concurrencyOrigin !== null && { concurrencyOrigin: point.concurrencyOrigin }),
    gpus: point.gpus,
    ttft: point.ttft,
    parallelism: point.parallelism,
    ...(point.repeats !== null &&
      point.spread !== null && {
        repeats: point.repeats,
        spread: point.spread,
      }),
    source: sourceIndex(sweep, point),
  }));
  return { knots, sources };
}

/**
 * The file that a figure was read from, with what wrote it and the beginning of its SHA-256:
 * `run-16.json (aiperf 0.5.0, 1f2e3d4c5b6a)`; `null` where it was read from none.
 */
export function fileText({ file, tool, sha256 }: Source): string | null {
  if (file === null) return null;
  const facts = [tool, sha256].filter((fact) => fact !== null).join(', ');
  return facts === '' ? file : `${file} (${facts})`;
}

/** The tokens that tell a sweep from others that are pooled with it. */
export function sweepTokens({ key }: Sweep): string {
  const { hardware, precision, specMethod, framework, deployment, workload } = key;
  const named = { hardware, precision, specMethod, framework, deployment, workload };
  return printTokens(
    Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null)),
  );
}
