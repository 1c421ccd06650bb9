import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FACTS_FILE } from '../../data/facts-file.ts';

const FILES_PER_FOLDER = 16;
const FACTS = { hardware: 'h100', gpus: 8, precision: 'fp8', engine: 'vllm' };

/**
 * Writes made-up results of `vllm bench serve --save-detailed`, of about so many bytes each: sixteen
 * loads a folder, as a nightly run leaves them, with what they do not state beside the folders.
 */
export async function writeResultFiles(root: string, files: number, bytes: number): Promise<void> {
  const detail = detailed(bytes);
  await mkdir(root, { recursive: true });
  await writeFile(join(root, FACTS_FILE), JSON.stringify(FACTS));
  for (let i = 0; i < files; i++) {
    const run = Math.floor(i / FILES_PER_FOLDER);
    const folder = join(root, `night-${run}`);
    if (i % FILES_PER_FOLDER === 0) await mkdir(folder);
    const text = `${result(i, run).slice(0, -1)},${detail}}`;
    await writeFile(join(folder, `conc${i % FILES_PER_FOLDER}.json`), text);
  }
}

function result(i: number, run: number): string {
  const concurrency = 2 ** ((i % FILES_PER_FOLDER) / 2);
  const tpot = 5 + (i % FILES_PER_FOLDER) + (run % 101) / 101;
  const day = new Date(Date.UTC(2024, 0, 1 + run)).toISOString().slice(0, 10);
  return JSON.stringify({
    date: `${day.replaceAll('-', '')}-010203`,
    backend: 'vllm',
    endpoint_type: 'openai',
    model_id: 'deepseek-ai/DeepSeek-R1',
    num_prompts: 100,
    max_concurrency: Math.ceil(concurrency) + (i % FILES_PER_FOLDER),
    completed: 100,
    total_input_tokens: 102_400,
    total_output_tokens: 102_400,
    output_throughput: (concurrency * 900) / tpot,
    total_token_throughput: (concurrency * 1800) / tpot,
    median_ttft_ms: 50,
    p99_ttft_ms: 90,
    median_tpot_ms: tpot,
    median_itl_ms: tpot,
  });
}

/** Values of single requests, which are read past. */
function detailed(bytes: number): string {
  const values: string[] = [];
  for (let length = 0, i = 0; length < bytes; i++) {
    values.push((Math.sin(i) + 2).toFixed(12));
    length += values.at(-1)!.length + 1;
  }
  return `"itls":[[${values.join()}]]`;
}
