import { basename, extname } from 'node:path';
import { UNSTATED_SOURCE, compareText, keyText } from '../../src/core/sweep.ts';
import type { Source } from '../../src/core/sweep.ts';
import type { SweepFile } from '../../src/schema/sweep-file.ts';
import { detectFormat, formatOf } from './formats/formats.ts';
import type { ColumnNames } from './formats/csv.ts';
import type { Row, RowCandidate, RowProblem } from './formats/format.ts';
import { newestDate, sweepFiles } from './files.ts';
import { keyFinder } from './keys.ts';
import type { ImportNames } from './keys.ts';
import { OpenFacts } from './open-facts.ts';
import { proposals } from './proposals.ts';
import { repeatsApart } from './repeats-apart.ts';
import type { ConcurrencyOrigin, ImportReport, SweepLine } from './report.ts';
import { RowCollector } from './rows.ts';
import type { DraftPoint, Provenance } from './rows.ts';
import { RejectTally } from './tally.ts';
import { InputTally } from './input-tally.ts';
import type { InputCount } from './input-tally.ts';
import { doubtAbout } from './doubtful-files.ts';
import type { DoubtfulFile } from './doubtful-files.ts';
import { FailedRequestTally } from './failed-requests.ts';
import { PathNames } from './path-names.ts';
import { ContradictedFactTally } from './contradicted-facts.ts';
import { SAMPLE_CHARS } from './inputs.ts';
import type { Input } from './inputs.ts';
import { UnfitPathTally } from './unfit-paths.ts';
import type { PathPattern } from './unfit-paths.ts';
import { MAX_LABEL_LENGTH, MAX_TEXT_LENGTH, textRule } from '../../src/schema/plain-text.ts';
import { implausible } from './plausible.ts';
import { isVersioned } from './words.ts';

interface ImportOptions {
  /** the operator's name of the run, addressed as `~label` */
  readonly label: string | null;
  /** what the columns of a CSV are called here, by what they are called there */
  readonly columns?: ColumnNames;
  /** sources name their files with the folders that were walked, not only by their own name */
  readonly hasPaths?: boolean;
  /** by which facts were taken from the paths of inputs */
  readonly pattern?: PathPattern;
  /** `YYYY-MM-DD`; rows that are dated later are refused, and none without it */
  readonly latestDay?: string;
  /** the report names every input, not only the first few */
  readonly listsInputs?: boolean;
  /** called now and then with what has been read so far */
  readonly onProgress?: (read: { readonly rows: number; readonly inputs: number }) => void;
}

/** What an import comes to. */
export interface ImportResult {
  /** by model */
  readonly files: readonly SweepFile[];
  readonly report: ImportReport;
}

const PROGRESS_EVERY = 1000;
/** Files passed over are all counted; those that might have been results are named up to here. */
const MAX_DOUBTFUL = 1000;

/**
 * Benchmark rows as sweep files, and an account of every row.
 *
 * Reads one input after the other as a stream and keeps only the points, so memory grows with what
 * is accepted (about 500 bytes a point, with the file it was read from) and not with the input: of a
 * file that gives nothing its name is kept while it waits to be read, and counts. The order of inputs and rows does not change the files. A file
 * that was come across in a folder and has no known format is passed over and counted; one that
 * cannot be read to its end is named, and the others go on.
 *
 * @throws Error if an input that the user named cannot be read or has no known format
 */
export async function importRows(
  inputs: readonly Input[],
  names: ImportNames,
  options: ImportOptions,
): Promise<ImportResult> {
  const collector = new RowCollector(options.label);
  const rejects = new RejectTally();
  const keyOf = keyFinder(names);
  const open = new OpenFacts(names);
  const { columns = {} } = options;
  const unused = new Set<string>();
  const inputTally = new InputTally(options.listsInputs ?? true);
  const passedOver = new Map<string, number>();
  const doubtful: DoubtfulFile[] = [];
  const toldOtherwise = new ContradictedFactTally();
  const pathNames = new PathNames(names);
  const unfitPaths = new UnfitPathTally(options.pattern ?? null);
  const failedRequests = new FailedRequestTally();
  let total = 0;

  for (const [done, input] of inputs.entries()) {
    options.onProgress?.({ rows: total, inputs: done });
    const count: InputCount = { name: input.name, format: 'unreadable', read: 0, problem: null };
    try {
      if (await importFrom(input, done, count)) inputTally.add(count);
    } catch (error) {
      if (input.isFound !== true) throw error;
      count.problem = error instanceof Error ? error.message : String(error);
      inputTally.add(count);
    }
  }

  /** Reads the rows of an input; `false` where it has no known format and is passed over. */
  async function importFrom(input: Input, done: number, count: InputCount): Promise<boolean> {
    const { sample, text, close, sha256 } = await input.open();
    const format =
      input.isFound === true
        ? formatOf(sample, columns)
        : detectFormat(sample, input.name, columns);
    if (format === null) {
      await close();
      const kind = extname(input.name) || 'no extension';
      passedOver.set(kind, (passedOver.get(kind) ?? 0) + 1);
      const why = doubtAbout(input.name, sample, sample.length < SAMPLE_CHARS);
      if (why !== null && doubtful.length < MAX_DOUBTFUL) doubtful.push({ name: input.name, why });
      return false;
    }
    count.format = format.name;
    unfitPaths.add(input);
    const file = fileName(input.name, options.hasPaths === true);
    const origin: Provenance = { file, sha256: null };
    for await (const row of format.read({
      name: input.name,
      text,
      given: input.given,
      sample,
      columns,
      beside: input.beside && ((name) => input.beside!(name)),
      onUnused: (names) => names.forEach((name) => unused.add(name)),
    })) {
      count.read++;
      total++;
      if (total % PROGRESS_EVERY === 0) options.onProgress?.({ rows: total, inputs: done });
      const problem = take(row, input, format.name, origin);
      count.problem ??= problem && `${problem.reason} (${problem.detail})`;
    }
    origin.sha256 = sha256();
    if (origin.sha256 !== null) count.sha256 = origin.sha256;
    return true;
  }

  /** Collects a row, or counts it as rejected and says why. */
  function take(row: Row, from: Input, tool: string, origin: Provenance): RowProblem | null {
    const { name: input, given } = from;
    if ('problem' in row) {
      rejects.add(row.problem, null, []);
      return row.problem;
    }
    const { candidate } = row;
    open.addOptional(input, candidate);
    const looked = keyOf(candidate);
    if ('problem' in looked) {
      rejects.add(looked.problem, candidate, looked.missing);
      if (looked.absent.length > 0) open.addNeeded(input, looked.absent);
      return looked.problem;
    }
    toldOtherwise.add(input, candidate, given, (field, value) => {
      const other = keyOf({ ...candidate, [field]: value });
      return 'key' in other && keyText(other.key, 'measured') === keyText(looked.key, 'measured');
    });
    pathNames.add(from, looked.key);
    const draft = draftPoint(candidate, looked.key.framework, tool, options.latestDay ?? null);
    if ('reason' in draft) {
      rejects.add(draft, candidate, []);
      return draft;
    }
    if (candidate.outcome != null) {
      failedRequests.add(input, candidate.facts.concurrency, candidate.outcome);
    }
    collector.add({ candidate, key: looked.key, draft, origin, input });
    return null;
  }

  const files = sweepFiles(collector.sweeps);
  const lines = sweepLines(collector);
  const sum = (field: 'accepted' | 'duplicate' | 'earlierAttempt') =>
    lines.reduce((rows, line) => rows + line[field], 0);
  const [duplicate, earlierAttempt] = [sum('duplicate'), sum('earlierAttempt')];
  return {
    files,
    report: {
      inputs: inputTally.listed,
      inputCounts: inputTally.counts(),
      passedOver: Object.fromEntries(
        [...passedOver].toSorted(([a, many], [b, more]) => more - many || compareText(a, b)),
      ),
      doubtful,
      toldOtherwise: toldOtherwise.lines(),
      unfitPaths: unfitPaths.report(),
      pathsOtherwise: pathNames.lines(),
      unusedColumns: [...unused].toSorted(compareText),
      read: total,
      accepted: sum('accepted'),
      superseded: { total: duplicate + earlierAttempt, duplicate, earlierAttempt },
      rejected: { total: rejects.total, byReason: rejects.byReason() },
      sweeps: lines,
      repeatsApart: repeatsApart(collector),
      failedRequests: { runs: failedRequests.runs(), count: failedRequests.count },
      concurrencyOrigins: concurrencyOrigins(collector),
      rejectedRows: rejects.lines(),
      open: open.report(),
      proposals: proposals(rejects.missing.values(), names),
    },
  };
}

/** The point of a row, or why it is none: both axes must be finite and positive, a date a day. */
function draftPoint(
  row: RowCandidate,
  framework: string | null,
  tool: string,
  latestDay: string | null,
): DraftPoint | RowProblem {
  const { interactivity, throughput, date, image, url, license, attribution } = row;
  if (interactivity === null) return { reason: 'no-interactivity', detail: 'absent' };
  if (throughput === null) return { reason: 'no-throughput', detail: 'absent' };
  for (const value of [interactivity, throughput]) {
    const isUsable = Number.isFinite(value) && value > 0;
    if (!isUsable) return { reason: 'not-positive', detail: `${value}` };
  }
  if (date !== null && !isDay(date)) return { reason: 'bad-date', detail: date };
  if (date !== null && latestDay !== null && date > latestDay) {
    return { reason: 'future-date', detail: date };
  }
  const doubt = implausible(row) ?? unreadable(row);
  if (doubt !== null) return doubt;
  const gpus = row.facts.gpus !== null && Number.isInteger(row.facts.gpus) ? row.facts.gpus : null;
  // The version is told nowhere else where a row has it in the engine's name.
  const version = row.framework !== null && isVersioned(row.framework) ? row.framework : null;
  const address = url !== null && URL.canParse(url) ? url : null;
  return {
    point: { interactivity, throughput, ...row.facts, gpus, rounded: false },
    source: {
      ...UNSTATED_SOURCE,
      date,
      framework,
      image: image ?? version,
      url: address,
      license,
      attribution,
      tool: [tool, row.toolVersion].filter(Boolean).join(' '),
    },
  };
}

/** A text beside the figures that no view can show; `null` where there is none. */
function unreadable({
  image,
  toolVersion,
  license,
  attribution,
  facts,
}: RowCandidate): RowProblem | null {
  const { parallelism, concurrencyOrigin } = facts;
  const texts = { image, toolVersion, license, attribution, parallelism, concurrencyOrigin };
  for (const [name, text] of Object.entries(texts)) {
    const max = name === 'image' ? MAX_TEXT_LENGTH : MAX_LABEL_LENGTH;
    const rule = text == null ? null : textRule(text, max);
    if (rule !== null) return { reason: 'unreadable-text', detail: `${name} is not ${rule}` };
  }
  return null;
}

/** What an input is called in a source: without machine or folder, unless these are asked for. */
function fileName(name: string, hasPaths: boolean): string | null {
  if (name === '-') return null;
  const [path = ''] = /^https?:\/\//.test(name) ? [new URL(name).pathname] : [name];
  const file = hasPaths ? path : basename(path);
  return file === '' || textRule(file, MAX_LABEL_LENGTH) !== null ? null : file; // no view could show it
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** What accepted rows say of how their concurrency was come by, where it is not the load that was set. */
function concurrencyOrigins({ sweeps }: RowCollector): ConcurrencyOrigin[] {
  const counts = new Map<string, ConcurrencyOrigin>();
  for (const { configurations } of sweeps.values()) {
    for (const { point } of [...configurations.values()].flatMap(({ points }) => points)) {
      const { concurrency, concurrencyOrigin: origin } = point;
      if (origin === null) continue;
      const isKnown = concurrency !== null;
      const name = `${isKnown} ${origin}`;
      counts.set(name, { origin, isKnown, rows: (counts.get(name)?.rows ?? 0) + 1 });
    }
  }
  return [...counts.values()].toSorted((a, b) => compareText(a.origin, b.origin));
}

function sweepLines({ sweeps }: RowCollector): SweepLine[] {
  return [...sweeps.keys()].toSorted(compareText).map((id) => {
    const { label, configurations } = sweeps.get(id)!;
    const sources: Source[] = [];
    const line = { accepted: 0, duplicate: 0, earlierAttempt: 0 };
    for (const { points, duplicates, earlier } of configurations.values()) {
      sources.push(...points.map(({ source }) => source));
      line.accepted += points.length;
      line.duplicate += duplicates;
      line.earlierAttempt += earlier;
    }
    return { sweep: id, label, date: newestDate(sources), ...line };
  });
}
