import { POINT_FACTS, byFact } from '../../../src/core/point-facts.ts';
import type { PointFacts } from '../../../src/core/point-facts.ts';
import { INTERACTIVITY_BASES } from '../../../src/core/sweep.ts';
import type { InteractivityBasis } from '../../../src/core/sweep.ts';
import { InferencexCells } from './inferencex-cells.ts';
import { withGiven } from './format.ts';
import type { GivenFacts, Row, RowCandidate, RowWorkload } from './format.ts';
import { aggregatedParallelism, disaggregatedParallelism } from './parallelism.ts';
import type { RoleParallelism } from './parallelism.ts';

/** What else than its key and concurrency tells two configurations of a sweep apart. */
const ROLE_KEYS = ['prefill', 'decode'].flatMap((role) => [
  `${role}_tp`,
  `${role}_ep`,
  `${role}_dp_attention`,
  `${role}_num_workers`,
  `num_${role}_gpu`,
]);
const CONFIGURATION_KEYS = [...ROLE_KEYS, 'parallelism'];

/**
 * One InferenceX row, as JSON (metrics nested) or from CSV (metrics flat, every value a text).
 *
 * Absent keys stay absent. Interactivity is the median's (`median_intvty`, else 1/`median_tpot`),
 * for agentic traces 1/`p90_itl`, and with `interactivity_basis` = `mean-tpot` the mean's: different
 * bases, which never meet.
 */
export function inferencexRow(row: unknown, given: GivenFacts): Row {
  const cells = InferencexCells.of(row);
  if (cells === null) return { problem: { reason: 'malformed', detail: 'not an object' } };

  const type = cells.text('benchmark_type');
  if (type !== null && type !== 'single_turn' && type !== 'agentic_traces') {
    return { problem: { reason: 'unknown-benchmark-type', detail: type } };
  }
  const isAgentic = type === 'agentic_traces';
  const basis = basisOf(cells, isAgentic);
  if (basis === null) {
    const detail = cells.text('interactivity_basis')!;
    return { problem: { reason: 'unknown-interactivity-basis', detail } };
  }
  const url = cells.text('run_url');
  const deployment = deploymentOf(cells) ?? given.deployment ?? null;
  const candidate: RowCandidate = {
    model: cells.text('model'),
    hardware: cells.text('hardware'),
    precision: cells.text('precision'),
    specMethod: cells.text('spec_method'),
    framework: cells.text('framework'),
    deployment,
    workload: isAgentic ? { name: 'agentic' } : workloadOf(cells),
    interactivityBasis: basis,
    offload: cells.text('offload_mode'),
    interactivity: interactivityOf(cells, basis),
    throughput: cells.number('tput_per_gpu'),
    facts: factsOf(cells, deployment),
    missing: [],
    configuration: CONFIGURATION_KEYS.map((key) => cells.text(key) ?? '-').join(' '),
    run: ciRun(url),
    date: cells.text('date'),
    image: cells.text('image'),
    url,
    attribution: cells.text('attribution') ?? publisherOf(url),
    license: cells.text('license'),
  };
  return { candidate: withGiven(candidate, given) };
}

function factsOf(cells: InferencexCells, deployment: RowCandidate['deployment']): PointFacts {
  const stated = byFact((name) => {
    const { kind, column } = POINT_FACTS[name];
    if (column === null) return null;
    return kind === 'text' ? cells.text(column) : cells.positive(column);
  }) as PointFacts;
  return {
    ...stated,
    gpus: deployment === 'disagg' ? disaggregatedGpus(cells) : aggregatedGpus(cells),
    parallelism: stated.parallelism ?? parallelismOf(cells, deployment),
  };
}

/** The deployment, or `null` where the row says nothing about it. */
function deploymentOf(cells: InferencexCells): RowCandidate['deployment'] {
  const [disagg, multinode] = [cells.flag('disagg'), cells.flag('is_multinode')];
  if (disagg === null && multinode === null) return null;
  if (disagg === true) return 'disagg';
  return multinode === true ? 'multi-node' : 'single-node';
}

function workloadOf(cells: InferencexCells): RowWorkload {
  const name = cells.text('workload');
  return name === null ? { isl: cells.number('isl'), osl: cells.number('osl') } : { name };
}

/** What the row says, else what its kind has; `null` for a word that is no basis. */
function basisOf(cells: InferencexCells, isAgentic: boolean): InteractivityBasis | null {
  const word = cells.text('interactivity_basis');
  if (word === null) return isAgentic ? 'p90-itl' : 'median-tpot';
  return INTERACTIVITY_BASES.find((basis) => basis === word) ?? null;
}

/** Of the basis alone: a mean where the median is asked for is no answer. */
function interactivityOf(cells: InferencexCells, basis: InteractivityBasis): number | null {
  if (basis === 'p90-itl') return inverse(cells.number('p90_itl'));
  const statistic = basis === 'mean-tpot' ? 'mean' : 'median';
  return cells.number(`${statistic}_intvty`) ?? inverse(cells.number(`${statistic}_tpot`));
}

function inverse(seconds: number | null): number | null {
  return seconds === null ? null : 1 / seconds;
}

/**
 * Aggregated rows carry the same GPUs as prefill and as decode, and older ones tensor × expert
 * parallelism as their number, which overstates it: the tensor parallelism is the number of GPUs.
 */
function aggregatedGpus(cells: InferencexCells): number | null {
  return (
    cells.positive('decode_tp') ?? cells.positive('prefill_tp') ?? cells.positive('num_decode_gpu')
  );
}

/**
 * Prefill and decode GPUs together. Old rows without workers carry the whole deployment in both
 * (72 and 72 on one rack of 72; their per-role rates agree with a split of the one number).
 */
function disaggregatedGpus(cells: InferencexCells): number | null {
  const [prefill, decode] = [cells.positive('num_prefill_gpu'), cells.positive('num_decode_gpu')];
  if (prefill === null || decode === null) return null;
  return isMirrored(cells) ? decode : prefill + decode;
}

function isMirrored(cells: InferencexCells): boolean {
  const workers = [cells.number('prefill_num_workers'), cells.number('decode_num_workers')];
  const gpus = [cells.number('num_prefill_gpu'), cells.number('num_decode_gpu')];
  return workers.every((count) => count === 0) && gpus[0] === gpus[1];
}

function parallelismOf(
  cells: InferencexCells,
  deployment: RowCandidate['deployment'],
): string | null {
  const [prefill, decode] = [roleParallelism(cells, 'prefill'), roleParallelism(cells, 'decode')];
  if (deployment !== 'disagg') return aggregatedParallelism(decode.tp === null ? prefill : decode);
  return isMirrored(cells) ? null : disaggregatedParallelism(prefill, decode);
}

function roleParallelism(cells: InferencexCells, role: 'prefill' | 'decode'): RoleParallelism {
  return {
    tp: cells.positive(`${role}_tp`),
    ep: cells.positive(`${role}_ep`),
    dpAttention: cells.flag(`${role}_dp_attention`) === true,
    workers: cells.positive(`${role}_num_workers`),
  };
}

function ciRun(url: string | null): RowCandidate['run'] {
  const [, number, attempt] = /\/actions\/runs\/(\d+)(?:\/attempts\/(\d+))?/.exec(url ?? '') ?? [];
  return number === undefined ? null : { number, attempt: Number(attempt ?? 1) };
}

/** Whose figures they are, as far as the run's address tells; rows of one's own name nobody. */
function publisherOf(url: string | null): string | null {
  return url?.startsWith('https://github.com/SemiAnalysisAI/') ? 'SemiAnalysis InferenceX' : null;
}
