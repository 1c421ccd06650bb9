import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { otherFiles, staleFiles, writeSweepFiles } from '../import/files.ts';
import { reportText } from '../import/report.ts';
import { importRows } from '../import/import.ts';
import { FACTS_FILE, inputsOf } from '../import/folders.ts';
import { FACT_NAMES, factsFromPath, givenFacts } from '../import/given-facts.ts';
import { loadData } from '../load/load.ts';
import { writeTo } from '../write-files.ts';
import { startProgress } from './progress.ts';

interface ImportCommandOptions {
  readonly out: string;
  readonly label?: string;
  readonly report?: string;
  readonly attribution?: string;
  readonly license?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly fromPath?: string;
  readonly verbose?: boolean;
  readonly check?: boolean;
}

const EXAMPLES = `
Formats: results of vllm bench serve, SGLang bench_serving, InferenceX (rows and CI artifacts), AIPerf,
GenAI-Perf, trtllm-bench, GuideLLM, genai-bench, inference-perf and llm-d's Benchmark Report, told apart by
their content; CSV with a header of InferenceX names (metrics flat). Any may be packed with gzip.

What a file does not state is given by --set, by --from-path, or by a ${FACTS_FILE} beside it or in a
folder above, such as {"hardware": "h100", "gpus": 8}; it never overrides what the file says.
Facts: ${FACT_NAMES.join(', ')}.

Examples:
  npm run data -- import results/ --set hardware=h100 --set gpus=8 --set precision=fp8 --out imported
  npm run data -- import results/ --from-path '{hardware}_{engine}_tp{gpus}_conc*' --out imported
  npm run data -- import rows.json more-rows.json --out imported
  npm run data -- import 'https://inferencex.semianalysis.com/api/v1/benchmarks?model=<display name>' --out imported
  my-benchmark | npm run --silent data -- import - --out imported --label before
  npm start -- --data imported

Every row is accounted for: read = accepted + superseded + rejected. Exit code 1 if none was accepted.`;

/** `import`: benchmark rows to sweep files. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('turn benchmark results into sweep files that --data takes')
    .argument('<results...>', 'files, folders, http(s) addresses, or - for stdin')
    .requiredOption('--out <dir>', 'directory of the sweep files, one a model')
    .option('--label <name>', 'name of the run, addressed as ~name', runLabel)
    .option('--attribution <text>', 'whose figures they are, for rows that do not say it')
    .option('--license <text>', 'terms of the figures, for rows that do not say them')
    .option('--set <fact=value>', 'a fact that the files do not state (repeatable)', stated, {})
    .option('--from-path <pattern>', 'facts from the paths of files in folders')
    .option('--verbose', 'list every file, sweep and reason')
    .option('--report <file>', 'also write the report as JSON')
    .option('--check', 'write nothing; exit code 1 if a sweep file would change')
    .addHelpText('after', EXAMPLES)
    .action(runImport);
}

async function runImport(inputs: string[], options: ImportCommandOptions): Promise<void> {
  const names = await loadData([]);
  const { attribution, license, set } = options;
  const given = givenFacts(
    { ...(attribution && { attribution }), ...(license && { license }), ...set },
    '--set',
  );
  const fromPath = options.fromPath === undefined ? () => null : factsFromPath(options.fromPath);
  const progress = startProgress('Importing', 'rows');
  const { files, report } = await importRows(await inputsOf(inputs, { given, fromPath }), names, {
    label: options.label ?? null,
    onProgress: (rows) => progress.update(rows, null),
  });
  progress.end(`${report.read} rows`);
  const isWriting = report.accepted > 0 && options.check !== true;
  const written = isWriting ? await writeSweepFiles(options.out, files) : [];
  if (options.report !== undefined) {
    await writeTo(options.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.stdout.write(reportText(report, options.verbose === true));
  if (report.accepted === 0) throw new Error('no row was accepted: nothing was written');
  if (options.check === true) return checkFiles(options.out, files);

  process.stdout.write(`\nwrote ${written.join(', ')}\n`);
  const others = await otherFiles(options.out, files);
  if (others.length > 0) {
    process.stdout.write(`left as it is in ${options.out}: ${others.join(', ')}\n`);
  }
  return undefined;
}

async function checkFiles(out: string, files: Parameters<typeof staleFiles>[1]): Promise<void> {
  const stale = await staleFiles(out, files);
  if (stale.length > 0) {
    throw new Error(`not as this import would write it: ${stale.join(', ')}; run without --check`);
  }
  process.stdout.write(`\n${out} is as this import would write it\n`);
}

/** Adds a `fact=value` to those before it. */
function stated(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, fact, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (fact !== undefined && value !== undefined) return { ...before, [fact]: value };
  throw new InvalidArgumentError('write a fact and its value, such as hardware=h100');
}

function runLabel(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError('a label is lower-case letters, digits and single hyphens');
}
