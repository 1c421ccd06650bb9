import type { SweepFile } from '../../../src/schema/sweep-file.ts';
import type { GivenFacts } from '../../../data/import/formats/format.ts';
import type { ColumnNames } from '../../../data/import/formats/csv.ts';
import type { ImportNames } from '../../../data/import/keys.ts';
import { importRows } from '../../../data/import/import.ts';
import type { ImportResult } from '../../../data/import/import.ts';
import { textInput } from './text-input.ts';

/** An invented benchmark row: only what a test is about differs from this one. */
export function row(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    hardware: 'h100',
    framework: 'enginea',
    model: 'toy1',
    precision: 'fp8',
    spec_method: 'none',
    disagg: false,
    is_multinode: false,
    prefill_tp: 8,
    prefill_ep: 1,
    prefill_dp_attention: false,
    prefill_num_workers: 0,
    decode_tp: 8,
    decode_ep: 1,
    decode_dp_attention: false,
    decode_num_workers: 0,
    num_prefill_gpu: 8,
    num_decode_gpu: 8,
    isl: 1024,
    osl: 1024,
    conc: 16,
    image: 'example/engine:1',
    date: '2026-03-04',
    run_url: runUrl(100, 1),
    ...changes,
    metrics: {
      tput_per_gpu: 250.5,
      median_intvty: 40.25,
      median_tpot: 1 / 40.25,
      median_ttft: 0.3,
      p99_ttft: 1.5,
      median_e2el: 26,
      input_tput_per_gpu: 125.25,
      output_tput_per_gpu: 125.25,
      ...(changes['metrics'] as Record<string, unknown> | undefined),
    },
  };
}

export function runUrl(run: number, attempt: number): string {
  return `https://ci.example/team/bench/actions/runs/${run}/attempts/${attempt}`;
}

/** Names for invented rows. `toy-pair` pools two raw models, as a published page does. */
export const NAMES: ImportNames = {
  models: [
    { key: 'toy', label: 'Toy 1B', raw: ['toy1', 'toy-one'], pools: [], aliases: ['little'] },
    { key: 'toy-pair', label: 'Toy 2/3', raw: [], pools: ['toy2', 'toy3'], aliases: [] },
  ],
  vocabulary: {
    hardware: [
      { key: 'h100', label: 'H100', vendor: 'NVIDIA', architecture: 'Hopper' },
      { key: 'mi300x', label: 'MI300X', vendor: 'AMD', architecture: 'CDNA 3' },
    ],
    precision: [
      { key: 'fp8', label: 'FP8' },
      { key: 'fp4', label: 'FP4' },
    ],
    specMethod: [
      { key: 'off', label: 'Off' },
      { key: 'mtp', label: 'MTP' },
    ],
    framework: [
      { key: 'engine-a', label: 'Engine A', family: 'a' },
      { key: 'engine-b', label: 'Engine B', family: 'b' },
      { key: 'sglang', label: 'SGLang', family: 'sglang' },
      { key: 'trt', label: 'TensorRT-LLM', family: 'trt' },
    ],
    deployment: [
      { key: 'single-node', label: 'single node' },
      { key: 'multi-node', label: 'multi-node' },
      { key: 'disagg', label: 'disaggregated' },
    ],
    workload: [
      { key: '1k1k', label: '1k/1k', isl: 1024, osl: 1024 },
      { key: 'agentic', label: 'Agentic traces', isl: null, osl: null },
    ],
  },
  aliases: {
    hardware: {},
    precision: { nvfp4: 'fp4', mxfp4: 'fp4' },
    specMethod: { none: 'off' },
    framework: { enginea: 'engine-a', trtllm: 'trt' },
    deployment: {},
    workload: {},
  },
};

interface TextOptions {
  readonly label?: string | null;
  readonly piece?: number;
  readonly given?: GivenFacts;
  readonly columns?: ColumnNames;
}

/** Imports texts, one an input, each in pieces of the given length. */
export function importTexts(
  texts: readonly string[],
  { label = null, piece = 1000, given = {}, columns = {} }: TextOptions = {},
): Promise<ImportResult> {
  const inputs = texts.map((text, i) => textInput(`input ${i + 1}`, pieces(text, piece), given));
  return importRows(inputs, NAMES, { label, columns });
}

/** Imports rows as one JSON array. */
export function importJson(rows: readonly unknown[], label: string | null = null) {
  return importTexts([JSON.stringify(rows)], { label });
}

/** A text cut into pieces. */
export function pieces(text: string, length: number): string[] {
  const count = Math.ceil(text.length / length);
  return Array.from({ length: count }, (_, i) => text.slice(i * length, (i + 1) * length));
}

/** Files of an import without the names of their inputs, in which two ways to the same rows differ. */
export function withoutProvenance({ files }: ImportResult): SweepFile[] {
  return files.map(({ model, sweeps }) => ({
    model,
    sweeps: sweeps.map((sweep) => ({
      ...sweep,
      sources: sweep.sources.map((source) => ({ ...source, file: null, tool: null, sha256: null })),
    })),
  }));
}
