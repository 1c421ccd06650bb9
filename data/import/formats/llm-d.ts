import { dayOf, meanLengths, positive, refusedRow, runRow, UNSTATED_RUN } from './benchmark-run.ts';
import type { BenchmarkRun } from './benchmark-run.ts';
import { isStated } from './concurrency-origin.ts';
import { documentFormat, hasDocumentKeys } from './document-format.ts';
import { requestOutcome } from './request-outcome.ts';
import type { GivenFacts, Row } from './format.ts';
import { firstNumber, firstText, listAt, numberAt, textAt, valueAt } from './json-path.ts';
import { isTokenRate, perSecond, unitText } from './units.ts';

/**
 * llm-d's Benchmark Report 0.1, 0.2 and 0.2.1, YAML or JSON: one report a file, one row each. The
 * one format that states hardware and GPUs.
 *
 * - Detected by `version` and `scenario` with `metrics` (0.1) or `results` (0.2).
 * - GPUs are the accelerators of each stack entry (model, count) × its replicas; different models
 *   in one stack are refused. Roles prefill and decode make it disaggregated.
 * - Every latency and rate states its `units`: ms or s, per token or not, and tokens/s.
 * - Concurrency may be `.inf`, an open loop.
 *
 * Source: github.com/llm-d/llm-d-benchmark, `benchmark_report`.
 */
export const llmD = documentFormat({
  name: 'llm-d',
  looksLike: 'an llm-d Benchmark Report with "version", "scenario" and "metrics" or "results"',
  detect: (sample) =>
    hasDocumentKeys(sample, 'version', 'scenario') &&
    /time_per_output_token/.test(sample) &&
    (hasDocumentKeys(sample, 'metrics') || hasDocumentKeys(sample, 'results')),
  rows: (report, given) => [row(report, given)],
});

/** A part of the stack that serves: its accelerators, how many, and what it does. */
interface StackPart {
  readonly model: string | null;
  readonly gpus: number | null;
  readonly role: string | null;
  readonly tool: string | null;
}

function row(report: unknown, given: GivenFacts): Row {
  const at =
    valueAt(report, 'results') === null ? 'metrics' : 'results.request_performance.aggregate';
  const stack = stackOf(report);
  const models = new Set(stack.flatMap(({ model }) => model ?? []));
  if (models.size > 1) return refusedRow('several-hardware', [...models].join(', '));
  const latency = (metric: string, statistic: string) =>
    secondsOf(report, `${at}.latency.${metric}`, statistic);
  const rate = (name: string) =>
    firstNumber(report, `${at}.throughput.${name}.mean`, `${at}.throughput.${name}`);
  const unknown = unknownUnit(report, at);
  if (unknown !== null) return refusedRow('unknown-unit', unknown);
  const isSplit = stack.some(({ role }) => role === 'prefill' || role === 'decode');
  return runRow(
    {
      ...UNSTATED_RUN,
      ...hardwareOf(stack),
      deployment: isSplit ? 'disagg' : null,
      model: firstText(report, 'scenario.model.name', 'model.name') ?? stackModel(report),
      workload: lengthsOf(report, at),
      outcome: outcomeOf(report, `${at}.requests`),
      concurrency: firstNumber(
        report,
        'scenario.load.standardized.concurrency',
        'scenario.load.args.max_concurrency',
      ),
      isOpenLoop: isConcurrencyUnlimited(report),
      totalThroughput: firstOf(rate('total_token_rate'), rate('total_tokens_per_sec')),
      outputThroughput: firstOf(rate('output_token_rate'), rate('output_tokens_per_sec')),
      tpot: latency('time_per_output_token', 'p50'),
      latencies: {
        ttft: latency('time_to_first_token', 'p50'),
        ttftMean: latency('time_to_first_token', 'mean'),
        ttftP99: latency('time_to_first_token', 'p99'),
        e2el: latency('request_latency', 'p50'),
        e2elP99: latency('request_latency', 'p99'),
      },
      toolVersion: clientOf(report),
      date: dayOf(firstText(report, 'run.time.start', 'scenario.time.start', 'metrics.time.start')),
    },
    given,
  );
}

/** Whether a report has `.inf` for its concurrency, or as JSON `Infinity`, which has become `null`. */
function isConcurrencyUnlimited(report: unknown): boolean {
  const standardized = valueAt(report, 'scenario.load.standardized');
  if (!isStated(standardized, 'concurrency')) return false;
  const value = valueAt(standardized, 'concurrency');
  return value === null || value === Infinity;
}

function stackOf(report: unknown): StackPart[] {
  const parts = listAt(report, 'scenario.stack')
    .map((part) => valueAt(part, 'standardized') ?? part)
    .filter((part) => valueAt(part, 'accelerator') !== null)
    .map((part) => {
      const count = numberAt(part, 'accelerator.count');
      return {
        model: textAt(part, 'accelerator.model'),
        gpus: count === null ? null : count * (numberAt(part, 'replicas') ?? 1),
        role: textAt(part, 'role'),
        tool: textAt(part, 'tool'),
      };
    });
  if (parts.length > 0) return parts;
  return listAt(report, 'scenario.host.accelerator').map((accelerator, i) => ({
    model: textAt(accelerator, 'model'),
    gpus: numberAt(accelerator, 'count'),
    role: roleAt(report, i),
    tool: null,
  }));
}

/** What the host at this place of the list does: `prefill`, `decode` or `replica`. */
function roleAt(report: unknown, i: number): string | null {
  const role = listAt(report, 'scenario.host.type')[i];
  return typeof role === 'string' ? role : null;
}

function hardwareOf(
  stack: readonly StackPart[],
): Pick<BenchmarkRun, 'hardware' | 'gpus' | 'framework'> {
  const counts = stack.map(({ gpus }) => gpus);
  const isCounted = counts.length > 0 && counts.every((count) => count !== null);
  return {
    hardware: stack[0]?.model ?? null,
    gpus: isCounted ? counts.reduce<number>((sum, count) => sum + count!, 0) : null,
    framework: stack[0]?.tool ?? null,
  };
}

/** The client that the report wraps, with its version: `inference-perf 0.2.0`. */
function clientOf(report: unknown): string | null {
  const at = 'scenario.load.standardized';
  const parts = [textAt(report, `${at}.tool`), textAt(report, `${at}.tool_version`)];
  return parts.filter((part) => part !== null).join(' ') || null;
}

function stackModel(report: unknown): string | null {
  for (const part of listAt(report, 'scenario.stack')) {
    const name = firstText(part, 'standardized.model.name', 'model.name');
    if (name !== null) return name;
  }
  return null;
}

/** Of all requests, those that were incomplete when the time was up have not failed. */
function outcomeOf(report: unknown, at: string): BenchmarkRun['outcome'] {
  const [total, failed] = [numberAt(report, `${at}.total`), numberAt(report, `${at}.failures`)];
  const lost = (failed ?? 0) + (numberAt(report, `${at}.incomplete`) ?? 0);
  return requestOutcome(total === null ? null : total - lost, failed);
}

function lengthsOf(report: unknown, at: string): BenchmarkRun['workload'] {
  const length = (kind: string) => numberAt(report, `${at}.requests.${kind}_length.mean`);
  return meanLengths(length('input'), length('output'), 1);
}

function firstOf(...values: readonly (number | null)[]): number | null {
  return values.find((value) => value !== null) ?? null;
}

const LATENCIES = ['time_per_output_token', 'time_to_first_token', 'request_latency'];
/** Those of 0.1 have their unit in their names. */
const RATES = ['total_token_rate', 'output_token_rate'];

/** The first metric whose units are not known, with them; `null` where all are. */
function unknownUnit(report: unknown, at: string): string | null {
  const metrics = [
    ...LATENCIES.map((name) => [name, `${at}.latency.${name}`, false] as const),
    ...RATES.map((name) => [name, `${at}.throughput.${name}`, true] as const),
  ];
  for (const [name, path, isRate] of metrics) {
    if (valueAt(report, path) === null) continue;
    const units = valueAt(report, `${path}.units`);
    const isKnown = isRate ? isTokenRate(units) : perSecond(units) !== null;
    if (!isKnown) return `${name} in ${unitText(units)}`;
  }
  return null;
}

/** A latency in seconds by its stated units, `null` where there is none. */
function secondsOf(report: unknown, path: string, statistic: string): number | null {
  const value = positive(numberAt(report, `${path}.${statistic}`));
  return value === null ? null : value / perSecond(valueAt(report, `${path}.units`))!;
}
