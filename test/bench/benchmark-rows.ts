import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const ROWS_PER_SWEEP = 50;
const GPUS = 8;
const OSL = 1024;
const HARDWARE = ['h100', 'h200', 'b200', 'b300', 'mi300x', 'mi355x'];
const FRAMEWORKS = ['sglang', 'vllm', 'trt'];
const STATISTICS = ['median', 'mean', 'std', 'p90', 'p99', 'p99.9'];
const LATENCIES = ['ttft', 'tpot', 'itl', 'e2el', 'intvty'];

/** Writes so many made-up rows in the form and about the size (1.4 kB) of the public ones. */
export async function writeBenchmarkRows(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  for (let i = 0; i < rows; i++) {
    const text = `${i === 0 ? '[' : ','}\n${JSON.stringify(benchmarkRow(i))}`;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end('\n]\n');
  await once(file, 'finish');
}

/** The i-th row: 50 of one run, then another GPU, engine, workload or run. */
export function benchmarkRow(i: number) {
  const sweep = Math.floor(i / ROWS_PER_SWEEP);
  const step = i % ROWS_PER_SWEEP;
  const interactivity = 200 / (1 + step / 20) + (sweep % 97) / 97;
  const isl = Math.floor(sweep / 18) % 2 ? 1024 : 8192;
  const output = ((1 + step) * interactivity) / GPUS;
  const input = (output * isl) / OSL;
  const metrics = Object.fromEntries(
    STATISTICS.flatMap((statistic) =>
      LATENCIES.map((latency) => [`${statistic}_${latency}`, Math.sin(i) + 2.000_000_1]),
    ),
  );
  const run = 20_000_000_000 + Math.floor(sweep / 36);
  return {
    hardware: HARDWARE[sweep % 6],
    framework: FRAMEWORKS[Math.floor(sweep / 6) % 3],
    model: 'dsr1',
    precision: 'fp8',
    spec_method: step % 2 ? 'mtp' : 'none',
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
    num_prefill_gpu: GPUS,
    num_decode_gpu: GPUS,
    isl,
    osl: OSL,
    conc: 1 + step,
    image: `example/engine:${run % 50}`,
    metrics: {
      ...metrics,
      tput_per_gpu: output + input,
      median_intvty: interactivity,
      median_tpot: 1 / interactivity,
      output_tput_per_gpu: output,
      input_tput_per_gpu: input,
    },
    workers: null,
    date: new Date(Date.UTC(2020, 0, 1) + Math.floor(sweep / 36) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    run_url: `https://ci.example/actions/runs/${run}/attempts/1`,
  };
}
