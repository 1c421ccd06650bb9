import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { otherFiles, staleFiles, writeSweepFiles } from '../import/files.ts';
import { reportText } from '../import/report.ts';
import { importRows } from '../import/import.ts';
import { namedInput } from '../import/inputs.ts';
import { loadData } from '../load/load.ts';
import { writeTo } from '../write-files.ts';
import { startProgress } from './progress.ts';

interface ImportCommandOptions {
  readonly out: string;
  readonly label?: string;
  readonly report?: string;
  readonly attribution?: string;
  readonly license?: string;
  readonly check?: boolean;
}

const EXAMPLES = `
Formats: InferenceX benchmark rows as JSON; CSV with a header of the same names (metrics flat).

Examples:
  npm run data -- import rows.json more-rows.json --out imported
  npm run data -- import 'https://inferencex.semianalysis.com/api/v1/benchmarks?model=<display name>' --out imported
  my-benchmark | npm run --silent data -- import - --out imported --label before
  npm start -- --data imported

Every row is accounted for: read = accepted + superseded + rejected. Exit code 1 if none was accepted.`;

/** `import`: benchmark rows to sweep files. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('turn benchmark rows into sweep files that --data takes')
    .argument('<rows...>', 'files, http(s) addresses, or - for stdin')
    .requiredOption('--out <dir>', 'directory of the sweep files, one a model')
    .option('--label <name>', 'name of the run, addressed as ~name', runLabel)
    .option('--attribution <text>', 'whose figures they are, for rows that do not say it')
    .option('--license <text>', 'terms of the figures, for rows that do not say them')
    .option('--report <file>', 'also write the report as JSON')
    .option('--check', 'write nothing; exit code 1 if a sweep file would change')
    .addHelpText('after', EXAMPLES)
    .action(runImport);
}

async function runImport(inputs: string[], options: ImportCommandOptions): Promise<void> {
  const names = await loadData([]);
  const { attribution = null, license = null } = options;
  const progress = startProgress('Importing', 'rows');
  const { files, report } = await importRows(
    inputs.map((input) => namedInput(input)),
    names,
    {
      label: options.label ?? null,
      given: { attribution, license },
      onProgress: (rows) => progress.update(rows, null),
    },
  );
  progress.end(`${report.read} rows`);
  const isWriting = report.accepted > 0 && options.check !== true;
  const written = isWriting ? await writeSweepFiles(options.out, files) : [];
  if (options.report !== undefined) {
    await writeTo(options.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  process.stdout.write(reportText(report));
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

function runLabel(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError('a label is lower-case letters, digits and single hyphens');
}
