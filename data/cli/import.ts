import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { nearest } from '../../src/core/nearest.ts';
import { sweepKey } from '../../src/core/sweep.ts';
import type { SweepFile } from '../../src/schema/sweep-file.ts';
import { FACTS_FILE } from '../facts-file.ts';
import { mergedImport } from '../import/merged-import.ts';
import type { MergedImport } from '../import/merged-import.ts';
import { firstComparison } from '../import/first-comparison.ts';
import { CSV_COLUMN, csvTemplate } from '../import/formats/csv-columns.ts';
import type { ColumnNames } from '../import/formats/csv.ts';
import { FORMATS } from '../import/formats/formats.ts';
import { otherFiles, presentFiles, staleFiles, writeSweepFiles } from '../import/files.ts';
import { questionsOf } from '../import/questions.ts';
import type { Question } from '../import/questions.ts';
import { reportText } from '../import/report.ts';
import type { ImportReport } from '../import/report.ts';
import { importRows } from '../import/import.ts';
import type { ImportResult } from '../import/import.ts';
import type { Input } from '../import/inputs.ts';
import type { ImportNames } from '../import/keys.ts';
import type { PathPattern } from '../import/unfit-paths.ts';
import { withProposals } from '../import/proposals.ts';
import { writeProposals } from '../import/write-proposals.ts';
import { inputsOf } from '../import/folders.ts';
import { FACT_NAMES, factsFromPath, givenFacts } from '../import/given-facts.ts';
import { latestDay } from '../latest-day.ts';
import { loadNames } from '../load/load.ts';
import { writeTo } from '../write-files.ts';
import { askFacts, askProposals, askerAtTerminal } from './ask.ts';
import { startProgress } from './progress.ts';
import { print } from './terminal.ts';

interface ImportCommandOptions {
  readonly out?: string;
  readonly map: ColumnNames;
  readonly template?: boolean;
  readonly label?: string;
  readonly report?: string;
  readonly attribution?: string;
  readonly license?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly fromPath?: string;
  readonly verbose?: boolean;
  readonly add?: boolean;
  readonly replace?: boolean;
  readonly check?: boolean;
  readonly paths?: boolean;
}

/** New names that are listed one by one. */
const MOST_NAMED = 12;
/** Where `npm start` serves. */
const LOCAL_ORIGIN = 'http://localhost:8787';

const EXAMPLES = `
Formats, told apart by their content; any may be packed with gzip:
${FORMATS.map(({ name, looksLike }) => `  ${name}: ${looksLike}`).join('\n')}
The columns of a CSV are listed by "npm run data -- columns".

What a file does not state is given by --set, by --from-path, or by a ${FACTS_FILE} beside it or, in a
folder that is imported, above it, such as {"hardware": "h100", "gpus": 8}; it never overrides what the file says.
Facts: ${FACT_NAMES.join(', ')}.

Examples:
  npm run data -- import results/ --set hardware=h100 --set gpus=8 --set precision=fp8 --out imported
  npm run data -- import results/ --from-path '{hardware}_{engine}_tp{gpus}_conc*' --out imported
  npm run data -- import rows.json more-rows.json --out imported
  npm run data -- import table.csv --map users=conc --map GPU=hardware --out imported
  npm run data -- import 'https://inferencex.semianalysis.com/api/v1/benchmarks?model=<display name>' --out imported
  my-benchmark | npm run --silent data -- import - --out imported --label before
  npm run data -- import results/ --set hardware=h20 --set gpus=8 --set precision=fp8 --out imported --add
  npm start -- --data imported

A second import into one directory adds to it. Every row is accounted for: read = accepted + superseded + rejected. Exit code 1 if none was accepted.`;

/** `import`: benchmark rows to sweep files. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('turn benchmark results into sweep files that --data takes')
    .argument('[results...]', 'files, folders, http(s) addresses, or - for stdin')
    .option('--out <dir>', 'directory of the sweep files, one a model', once())
    .option('--map <theirs=ours>', 'a column of CSV under another name (repeatable)', mapped, {})
    .option('--template', 'print a CSV header to fill in, and nothing else')
    .option('--label <name>', 'name of the run, addressed as ~name', once(runLabel))
    .option('--attribution <text>', 'whose figures they are, for rows that do not say it', once())
    .option('--license <text>', 'terms of the figures, for rows that do not say them', once())
    .option('--set <fact=value>', 'a fact that the files do not state (repeatable)', stated, {})
    .option('--from-path <pattern>', 'facts from the paths of files in folders', once())
    .option('--paths', 'sources name files with their paths, not by their own name alone')
    .option('--add', 'accept what is proposed: write the new names beside the sweeps, and use them')
    .option('--replace', 'take the values of this import where the directory has others')
    .option('--verbose', 'list every file, sweep and reason')
    .option('--report <file>', 'also write the report as JSON', once())
    .option('--check', 'write nothing; exit code 1 if a sweep file would change')
    .addHelpText('after', EXAMPLES)
    .action(runImport);
}

async function runImport(inputs: string[], options: ImportCommandOptions): Promise<void> {
  if (options.template === true) {
    print(csvTemplate());
    return;
  }
  const { attribution, license, set, out } = options;
  if (inputs.length === 0) {
    throw new Error('nothing to import: name files, folders, addresses or -');
  }
  if (out === undefined) throw new Error('where to: say --out <dir>');
  const given = givenFacts(
    { ...(attribution && { attribution }), ...(license && { license }), ...set },
    '--set',
  );
  const fromPath = options.fromPath === undefined ? () => null : factsFromPath(options.fromPath);
  let found = await inputsOf(inputs, { given, fromPath });
  if (options.fromPath !== undefined && !found.some(({ isFound }) => isFound === true)) {
    throw new Error(
      '--from-path takes facts from paths within a folder: name the folder, not the files in it',
    );
  }
  let names: ImportNames = await loadNames(out);
  let { files, report } = await readInputs(found, names, options);
  const asker = options.check === true || inputs.includes('-') ? null : askerAtTerminal();
  const questions = await folderQuestions(inputs, report);
  if (asker !== null && (await askFacts(asker, questions, inputs[0]!))) {
    found = await inputsOf(inputs, { given, fromPath });
    ({ files, report } = await readInputs(found, names, options));
  }
  const isAdding =
    options.add === true ||
    (asker !== null &&
      report.proposals.length > 0 &&
      (await askProposals(asker, report.proposals)));
  asker?.close();
  if (isAdding && report.proposals.length > 0) {
    if (inputs.includes('-')) throw new Error('--add reads twice: save what - reads to a file');
    const accepted = report.proposals;
    names = withProposals(names, accepted);
    ({ files, report } = await readInputs(found, names, options));
    if (options.check !== true) {
      const added = await writeProposals(out, accepted);
      const count = `${accepted.length} ${accepted.length === 1 ? 'entry' : 'entries'}`;
      const words = accepted.map(({ word }, i) => (i === MOST_NAMED ? '…' : word));
      print(
        `added to ${added.join(', ')}: ${count} (${words.slice(0, MOST_NAMED + 1).join(', ')})\n\n`,
      );
    }
  }
  if (options.report !== undefined) {
    await writeTo(options.report, `${JSON.stringify(report, null, 2)}\n`);
  }
  print(reportText(report, options.verbose === true));
  if (report.accepted === 0) throw new Error('no row was accepted: nothing was written');

  const models = files.map(({ model }) => model);
  const added = mergedImport(await presentFiles(out, models), files);
  if (options.check === true) {
    await checkFiles(out, added.files);
    return;
  }
  if (added.conflicts.length > 0 && options.replace !== true) {
    const { conflicts } = added;
    const listed = conflicts.slice(0, 5).join('; ');
    const sweeps = conflicts.length === 1 ? '1 sweep' : `${conflicts.length} sweeps`;
    const without = added.dropped.length === 0 ? '' : ` and drops ${droppedText(added.dropped)}`;
    throw new Error(
      `${out} has other values for ${sweeps} of this import (${listed}): nothing was written; --replace takes those of this import${without}, --label keeps both`,
    );
  }
  const written = await writeSweepFiles(out, added.files);
  print(`\nwrote ${written.join(', ')}\n`);
  if (added.kept > 0) {
    print(`kept ${added.kept} ${added.kept === 1 ? 'sweep that was' : 'sweeps that were'} there\n`);
  }
  if (added.dropped.length > 0) {
    print(`warning: dropped ${droppedText(added.dropped)}\n`);
  }
  const others = await otherFiles(out, files);
  if (others.length > 0) {
    print(`left as it is in ${out}: ${others.join(', ')}\n`);
  }
  print(nextText(out, added.files, names, options.label ?? null));
}

function pathPattern(text: string): PathPattern {
  const factsOf = factsFromPath(text);
  return { text, fits: (path) => factsOf(path) !== null };
}

/** Points that a replaced sweep had and this import has not. */
function droppedText(dropped: MergedImport['dropped']): string {
  const points = dropped.reduce((sum, { loads }) => sum + loads.length, 0);
  const listed = dropped.slice(0, 5).map(({ sweep, loads }) => `${sweep}: ${loads.join(', ')}`);
  const count = points === 1 ? '1 point' : `${points} points`;
  return `${count} of concurrencies that this import lacks (${listed.join('; ')})`;
}

/** What to ask of an import; of one folder, for there its answers are kept. */
async function folderQuestions(
  inputs: readonly string[],
  { open }: ImportReport,
): Promise<Question[]> {
  const [folder] = inputs;
  if (folder === undefined || inputs.length > 1) return [];
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false, // an address
  );
  return isFolder ? questionsOf(open) : [];
}

async function readInputs(
  inputs: readonly Input[],
  names: ImportNames,
  { label, map, paths, verbose, report, fromPath }: ImportCommandOptions,
): Promise<ImportResult> {
  const progress = startProgress('Importing', inputs.length > 1 ? 'files' : 'rows');
  const imported = await importRows(inputs, names, {
    label: label ?? null,
    columns: map,
    hasPaths: paths === true,
    latestDay: latestDay(new Date()),
    ...(fromPath !== undefined && { pattern: pathPattern(fromPath) }),
    listsInputs: verbose === true || report !== undefined,
    onProgress: ({ rows, inputs: done }) =>
      inputs.length > 1 ? progress.update(done, inputs.length) : progress.update(rows, null),
  });
  progress.end(`${imported.report.read} rows`);
  return imported;
}

/** What to do with what was written: where it is served, and what it compares. */
function nextText(
  out: string,
  files: readonly SweepFile[],
  names: ImportNames,
  label: string | null,
): string {
  const sweeps = files.flatMap(({ model, sweeps: of }) =>
    of.map((sweep) => ({ ...sweep, key: sweepKey({ model, ...sweep }) })),
  );
  const id = firstComparison(sweeps, names, label);
  const lines = ['', 'next', `  npm start -- --data ${out} --only`];
  if (id !== null) lines.push(`  ${LOCAL_ORIGIN}/compare/${id}`);
  return `${lines.join('\n')}\n`;
}

async function checkFiles(out: string, files: Parameters<typeof staleFiles>[1]): Promise<void> {
  const stale = await staleFiles(out, files);
  if (stale.length > 0) {
    throw new Error(`not as this import would write it: ${stale.join(', ')}; run without --check`);
  }
  print(`\n${out} is as this import would write it\n`);
}

/** Reads an option that means one thing: of two values nobody could tell which counts. */
function once(read = (text: string) => text): (text: string, before?: string) => string {
  return (text, before) => {
    if (before === undefined) return read(text);
    throw new InvalidArgumentError(`it was given before, as "${before}"; say it once`);
  };
}

/** Adds a `fact=value` to those before it. */
function stated(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, fact, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (fact !== undefined && value !== undefined) {
    requireSame(fact, before[fact], value);
    return { ...before, [fact]: value };
  }
  throw new InvalidArgumentError('write a fact and its value, such as hardware=h100');
}

/** Adds a `theirs=ours` to those before it. */
function mapped(text: string, before: ColumnNames): ColumnNames {
  const [, theirs, ours] = /^(.+)=([^=]+)$/.exec(text) ?? [];
  if (theirs === undefined || ours === undefined) {
    throw new InvalidArgumentError('write their name and ours, such as users=conc');
  }
  requireSame(theirs, before[theirs], ours);
  if (CSV_COLUMN.has(ours)) return { ...before, [theirs]: ours };
  const [near] = nearest(ours, [...CSV_COLUMN.keys()], 1);
  const hint = near === undefined ? 'npm run data -- columns lists them' : `mean "${near}"?`;
  throw new InvalidArgumentError(`no column is called "${ours}"; ${hint}`);
}

/** @throws InvalidArgumentError if something was given before, and as something else */
function requireSame(name: string, before: string | undefined, value: string): void {
  if (before === undefined || before === value) return;
  throw new InvalidArgumentError(`${name} was given before, as "${before}"; say it once`);
}

function runLabel(text: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
  throw new InvalidArgumentError('a label is lower-case letters, digits and single hyphens');
}
