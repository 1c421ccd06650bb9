import { aiperf } from './aiperf.ts';
import { csv } from './csv.ts';
import type { ColumnNames } from './csv.ts';
import type { Format } from './format.ts';
import { genaiBench } from './genai-bench.ts';
import { guidellm } from './guidellm.ts';
import { inferencePerf } from './inference-perf.ts';
import { inferencexArtifact } from './inferencex-artifact.ts';
import { inferencexDump } from './inferencex-dump.ts';
import { inferencex } from './inferencex.ts';
import { llmD } from './llm-d.ts';
import { sglang } from './sglang.ts';
import { trtllmBench } from './trtllm-bench.ts';
import { unsupported } from './unsupported.ts';
import { vllm } from './vllm.ts';

/** Every input format that `import` reads, asked in this order. */
export const FORMATS: readonly Format[] = [
  llmD,
  guidellm,
  aiperf,
  trtllmBench,
  genaiBench,
  inferencePerf,
  inferencexArtifact,
  sglang,
  vllm,
  unsupported,
  inferencexDump,
  inferencex,
  csv,
];

/**
 * The format of an input, or `null` if none recognises it.
 *
 * @param sample - its first 64 kB, or all
 * @param columns - what the columns of a header are called here, by what they are called there
 */
export function formatOf(sample: string, columns: ColumnNames = {}): Format | null {
  return FORMATS.find((candidate) => candidate.detect(sample, columns)) ?? null;
}

/**
 * The format of an input.
 *
 * @param sample - the first 64 kB of the input, or all of it
 * @param name - of the input, for the error
 * @param columns - as for {@link formatOf}
 * @throws Error if no format recognises it
 */
export function detectFormat(sample: string, name: string, columns: ColumnNames = {}): Format {
  const format = formatOf(sample, columns);
  if (format !== null) return format;
  const forms = FORMATS.map((one) => `${one.name} (${one.looksLike})`).join(', ');
  const start = JSON.stringify(sample.slice(0, 40));
  throw new Error(
    `${name}: no known format: it starts with ${start}; bring it into one of: ${forms}`,
  );
}
