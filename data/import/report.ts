import { FACTS_FILE } from '../facts-file.ts';
import { setArgument } from './given-facts.ts';
import { FEW_INPUTS } from './input-tally.ts';
import type { InputCount, InputCounts } from './input-tally.ts';
import { seenOf } from './questions.ts';
import type { RejectReason } from './formats/format.ts';
import type { OpenGroup, OpenReport } from './open-facts.ts';
import type { Proposal } from './proposals.ts';
import type { DoubtfulFile } from './doubtful-files.ts';
import { MAX_FAILED_SHARE } from './failed-requests.ts';
import type { FailedRequests } from './failed-requests.ts';
import type { RepeatsApart } from './repeats-apart.ts';
import type { UnfitPaths } from './unfit-paths.ts';
import type { PathContradiction } from './path-names.ts';
import type { ContradictedFact } from './contradicted-facts.ts';

/** An import in numbers: `read = accepted + superseded + rejected`, exactly. */
export interface ImportReport {
  /** one by one: the first few, or all where that was asked */
  readonly inputs: readonly InputCount[];
  readonly inputCounts: InputCounts;
  /** files of folders that are no results, by the ending of their names */
  readonly passedOver: Readonly<Record<string, number>>;
  /** those of them that might have been results, the first thousand */
  readonly doubtful: readonly DoubtfulFile[];
  /** facts that were given and that files contradict */
  readonly toldOtherwise: readonly ContradictedFact[];
  /** `null` where no pattern for paths was given, or it fits all */
  readonly unfitPaths: UnfitPaths | null;
  /** folders and files whose names say other than what was taken */
  readonly pathsOtherwise: readonly PathContradiction[];
  /** columns of CSV files that are not known, and so were not read */
  readonly unusedColumns: readonly string[];
  readonly read: number;
  readonly accepted: number;
  readonly superseded: Superseded;
  readonly rejected: {
    readonly total: number;
    readonly byReason: Readonly<Partial<Record<RejectReason, number>>>;
  };
  readonly sweeps: readonly SweepLine[];
  readonly repeatsApart: RepeatsApart | null;
  /** runs that were taken although some of their requests failed: how many, and the first thousand */
  readonly failedRequests: { readonly runs: readonly FailedRequests[]; readonly count: number };
  /** accepted rows whose concurrency is not the load that was set, or that have none, by what is said of it */
  readonly concurrencyOrigins: readonly ConcurrencyOrigin[];
  readonly rejectedRows: readonly RejectedLine[];
  /** facts that inputs do not state */
  readonly open: OpenReport;
  readonly proposals: readonly Proposal[];
}

/** Rows that say the same of how their concurrency was come by. */
export interface ConcurrencyOrigin {
  /** such as `observed mean` or `open loop, 4 requests/s` */
  readonly origin: string;
  /** whether they have a concurrency all the same */
  readonly isKnown: boolean;
  readonly rows: number;
}

interface Superseded {
  readonly total: number;
  /** the same row once more */
  readonly duplicate: number;
  /** an earlier attempt of the CI run at the same configuration */
  readonly earlierAttempt: number;
}

/** The rows of one sweep. */
export interface SweepLine {
  /** key and run */
  readonly sweep: string;
  readonly label: string | null;
  readonly date: string | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly earlierAttempt: number;
}

/** Rejected rows that are alike. */
export interface RejectedLine {
  /** the sweep in the words of the rows */
  readonly sweep: string;
  readonly reason: RejectReason;
  readonly detail: string;
  readonly rows: number;
}

/** Inputs, sweeps and rejected rows listed each at most this many, unless all are asked for. */
const LISTED = 12;
/** What has a block of its own, with the arguments that supply it. */
const ASKED_FOR: RejectReason = 'missing-field';
/** What to do about reasons that do not say it themselves. */
const REMEDIES: Readonly<Partial<Record<RejectReason, string>>> = {
  implausible:
    'is a latency in ms where s are expected (or s where ms are), or a rate of other GPUs than --set gpus says? `npm run data -- columns` has the units of CSV',
  'no-interactivity':
    'it takes the median time per output token (TPOT), which neither its mean nor the inter-token latency (ITL) is: let the benchmark write it, as vllm bench serve does with --percentile-metrics ttft,tpot,itl',
  'bad-date': 'write a day of the calendar as YYYY-MM-DD',
  'future-date':
    "nothing can have been measured after this machine's today: correct the date in the file or in --set date, or this machine's clock",
  'unreadable-text':
    'no view could show it: take control characters out, or shorten it; --attribution and --license name whose figures they are',
  'failed-run': `a run that was cancelled, or in which more than ${100 * MAX_FAILED_SHARE} % of the requests failed, does not show what the configuration does: find the cause, such as timeouts or lengths above the server's limit, and measure again`,
  'unknown-unit':
    'latencies are read in s, ms, us or ns, rates in tokens/sec, as the file says beside them: what it says is none of these; correct it there, or write the figures to a CSV',
  'lengths-differ': 'name the workload that was asked for, or leave it to the lengths',
};

/**
 * The report as text, a fact a line, what matters most at its end.
 *
 * @param isVerbose - every input and every sweep by itself
 */
export function reportText(report: ImportReport, isVerbose: boolean): string {
  const blocks = [
    inputLines(report, isVerbose),
    passedOverLines(report, isVerbose),
    toldOtherwiseLines(report, isVerbose),
    unfitPathLines(report, isVerbose),
    pathLines(report, isVerbose),
    unusedLines(report),
    sweepLines(report, isVerbose),
    concurrencyLines(report, isVerbose),
    failedRequestLines(report, isVerbose),
    rejectedLines(report, isVerbose),
    openLines(report),
    proposalLines(report),
    repeatLines(report),
    sumLines(report),
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** Few inputs one by one; many by format. What kept rows out is said once, however many files it is in. */
function inputLines({ inputs, inputCounts }: ImportReport, isVerbose: boolean): string[] {
  const { byFormat, problems } = inputCounts;
  const shared = problems.filter((problem) => problem.files > 1);
  const causeText = ({ first, files: count, problem }: InputCounts['problems'][number]) =>
    `  ${first}${count > 1 ? ` and ${count - 1} more` : ''}: ${problem}`;
  if (isVerbose || inputCounts.files <= FEW_INPUTS) {
    const isShared = (problem: string) => shared.some((one) => one.problem === problem);
    const each = inputs.map(({ name, format, read, problem }) => {
      const said = problem === null || (isShared(problem) && !isVerbose) ? '' : `: ${problem}`;
      return `${name}: ${format}, ${rows(read)}${said}`;
    });
    return isVerbose ? each : [...each, ...shared.map(causeText)];
  }
  const sums = byFormat.map(
    ({ format, files: count, rows: read }) => `${files(count)}: ${format}, ${rows(read)}`,
  );
  const told = problems.filter(({ problem }) => !problem.startsWith(ASKED_FOR)).map(causeText);
  return [...sums, ...shortened(told)];
}

function passedOverLines({ passedOver, doubtful }: ImportReport, isVerbose: boolean): string[] {
  const kinds = Object.entries(passedOver);
  if (kinds.length === 0) return [];
  const count = kinds.reduce((sum, [, files]) => sum + files, 0);
  const shown = isVerbose ? kinds : kinds.slice(0, LISTED);
  const rest = kinds.length - shown.length;
  const list = [
    ...shown.map(([kind, files]) => `${files} ${kind}`),
    ...(rest > 0 ? [`and ${rest} more endings`] : []),
  ].join(', ');
  const named = doubtful.map(({ name, why }) => `  ${name}: ${why}`);
  return [
    `passed over as no results: ${files(count)} (${list})`,
    ...(isVerbose ? named : shortened(named)),
  ];
}

/** Where a path, a folder or an argument says other than the files: these are believed. */
function toldOtherwiseLines({ toldOtherwise }: ImportReport, isVerbose: boolean): string[] {
  if (toldOtherwise.length === 0) return [];
  const lines = toldOtherwise.map(
    ({ fact, given, stated, rows: count, input }) =>
      `  ${fact}: ${given} was given, the file says ${stated}: ${rows(count)}, first in ${input}`,
  );
  return [
    'given otherwise than the files state; they are believed',
    ...(isVerbose ? lines : shortened(lines)),
  ];
}

/** Files that a pattern says nothing of, because it does not fit their paths. */
function unfitPathLines({ unfitPaths }: ImportReport, isVerbose: boolean): string[] {
  if (unfitPaths === null) return [];
  const { pattern, count, of, names } = unfitPaths;
  const lines = names.map((name) => `  ${name}`);
  const which = count === of ? `none of ${files(of)}` : `all but ${count} of ${files(of)}`;
  return [
    `warning: --from-path '${pattern}' fits ${which} with results, and says nothing of these`,
    ...(isVerbose ? lines : shortened(lines)),
  ];
}

/** Folders and files called by something else than what lies in them. */
function pathLines({ pathsOtherwise }: ImportReport, isVerbose: boolean): string[] {
  if (pathsOtherwise.length === 0) return [];
  const lines = pathsOtherwise.map(({ path, files: named, fact, says, taken, rows: count }) => {
    const others = named > 1 ? ` and ${named - 1} more say` : `${named === 0 ? '/' : ''} says`;
    return `  ${path}${others} ${fact} ${says}, taken was ${taken}: ${rows(count)}`;
  });
  return [
    'warning: folders or files whose names say otherwise than what was taken; names are not believed',
    ...(isVerbose ? lines : shortened(lines)),
    "  where the names are right and it was --set that was not, take the facts from them: --from-path '{hardware}_*'",
  ];
}

function unusedLines({ unusedColumns }: ImportReport): string[] {
  if (unusedColumns.length === 0) return [];
  return [
    `columns not read: ${shortened(unusedColumns).join(', ')}`,
    '  if one is known under another name, add --map theirs=ours; `npm run data -- columns` lists ours',
  ];
}

function sweepLines({ sweeps }: ImportReport, isVerbose: boolean): string[] {
  if (sweeps.length === 0) return [];
  const lines = sweeps.map((line) => {
    const counts = `${line.accepted} + ${line.duplicate} + ${line.earlierAttempt}`;
    const name = line.label === null ? '' : ` ~${line.label}`;
    const sweep = line.sweep.replaceAll(' - ', ' ').replaceAll(' - ', ' '); // what is not stated
    const date = line.date === null || sweep.includes(line.date) ? '' : ` (${line.date})`;
    return `  ${counts.padEnd(14)} ${sweep}${name}${date}`;
  });
  const head = 'accepted + duplicate + earlier attempt, by sweep';
  return [head, ...(isVerbose ? lines : shortened(lines))];
}

/** Rows without an operating concurrency, and those where it is not the load that was set. */
function concurrencyLines({ concurrencyOrigins }: ImportReport, isVerbose: boolean): string[] {
  const part = (isKnown: boolean, head: string) => {
    const lines = concurrencyOrigins
      .filter((one) => one.isKnown === isKnown)
      .map(({ origin, rows: count }) => `  ${String(count).padEnd(6)} ${origin}`);
    return lines.length === 0 ? [] : [head, ...(isVerbose ? lines : shortened(lines))];
  };
  return [
    ...part(false, 'without a concurrency: no number of requests was kept in flight'),
    ...part(true, 'with a concurrency that is not the load that was set: shown with ~'),
  ];
}

/** Runs whose figures lack the requests that failed, each by its file. */
function failedRequestLines({ failedRequests }: ImportReport, isVerbose: boolean): string[] {
  const { runs, count } = failedRequests;
  if (count === 0) return [];
  const lines = runs.map(({ input, concurrency, failed, sent }) => {
    const load = concurrency === null ? '' : ` at concurrency ${concurrency}`;
    return `  ${input}${load}: ${failed} of ${sent}`;
  });
  return [
    `warning: requests failed in ${count} ${count === 1 ? 'run' : 'runs'}, whose figures are of the others`,
    ...(isVerbose ? lines : shortened(lines)),
  ];
}

function rejectedLines({ rejectedRows }: ImportReport, isVerbose: boolean): string[] {
  const listed = rejectedRows.filter(({ reason }) => isVerbose || reason !== ASKED_FOR);
  if (listed.length === 0) return [];
  const causes = isVerbose ? listed.map((line) => ({ ...line, sweeps: 1 })) : byCause(listed);
  const lines = causes.map(({ rows: count, reason, detail, sweep, sweeps }) => {
    const where = sweeps > 1 ? ` in ${sweeps} sweeps` : sweep && `: ${sweep}`;
    return `  ${String(count).padEnd(6)} ${reason} (${detail})${where}`;
  });
  const remedies = Object.entries(REMEDIES).filter(([reason]) =>
    listed.some((line) => line.reason === reason),
  );
  return [
    isVerbose ? 'rejected, by reason and sweep' : 'rejected, by reason',
    ...(isVerbose ? lines : shortened(lines)),
    ...remedies.map(([reason, remedy]) => `  ${reason}: ${remedy}`),
  ];
}

/** Rejected rows of one reason and detail together, in how many sweeps they are; most rows first. */
function byCause(lines: readonly RejectedLine[]): (RejectedLine & { readonly sweeps: number })[] {
  const causes = new Map<string, RejectedLine & { readonly sweeps: number }>();
  for (const line of lines) {
    const cause = JSON.stringify([line.reason, line.detail]);
    const before = causes.get(cause);
    const { rows: count, sweeps } = before ?? { rows: 0, sweeps: 0 };
    causes.set(cause, { ...(before ?? line), rows: count + line.rows, sweeps: sweeps + 1 });
  }
  return [...causes.values()].toSorted((a, b) => b.rows - a.rows);
}

/** What is missing for which inputs, and the arguments that supply it, all at once. */
function openLines({ open: { needed, optional } }: ImportReport): string[] {
  const group = ({ facts, inputs, examples, hints }: OpenGroup) => {
    const others = inputs - examples.length;
    const names = `${examples.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
    const why = hints.map((hint) => `    ${hint}`);
    return [`  ${facts.join(', ')}: by ${files(inputs)} (${names})`, ...why];
  };
  const supplied = (groups: readonly OpenGroup[]) => {
    const each = groups.flatMap(({ facts, choices }) =>
      facts.map((fact) => setArgument(fact, choices[fact] ?? null, seenOf(fact, groups))),
    );
    return `    ${[...new Set(each)].join(' ')}`;
  };
  const lines: string[] = [];
  if (needed.length > 0) {
    lines.push('needed and not stated', ...shortened(needed.flatMap(group)));
    lines.push(`  to supply it, add (or write it to a ${FACTS_FILE} beside the files)`);
    lines.push(supplied(needed));
    const seen = [...new Set(needed.flatMap(({ facts }) => facts))].filter(
      (fact) => seenOf(fact, needed) !== null,
    );
    if (seen.length > 0) {
      lines.push(`    ${seen.join(' and ')} as telemetry says: seen, not necessarily used`);
    }
  }
  if (optional.length > 0) {
    lines.push('not stated, and left open', ...shortened(optional.flatMap(group)));
    lines.push('  where you know it, add', supplied(optional));
  }
  return lines;
}

function files(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}

function proposalLines({ proposals }: ImportReport): string[] {
  if (proposals.length === 0) return [];
  const lines = proposals.flatMap(
    ({ file, dimension, line, word, spellings, rows: count, alias, near }) => [
      `  ${file}${dimension === 'model' ? '' : ` "${dimension}"`}, for ${rows(count)}${spellings.length === 0 ? '' : ` that call it ${[word, ...spellings].join(' or ')}`}:`,
      `    ${line}`,
      ...(alias === null
        ? []
        : [`    or, as another name, in its "aliases" "${dimension}": ${alias}`]),
      ...(near === null ? [] : [`    or, if ${near} was meant, correct it where ${word} is said`]),
    ],
  );
  return [
    'not known yet; --add writes these entries beside the sweeps and lets the rows in',
    ...lines,
  ];
}

/** What becomes one median, and how it would not. */
function repeatLines({ repeatsApart }: ImportReport): string[] {
  if (repeatsApart === null) return [];
  const { loads, factor, inputs } = repeatsApart;
  const places = [...new Set(inputs)].join(' and ');
  return [
    'measured more than once, with throughputs far apart',
    `  ${loads} ${loads === 1 ? 'load' : 'loads'}, by up to ${factor.toFixed(2)}x (${places})`,
    '  each becomes one median: where something differs between the files, say what, such as',
    "  --from-path '{spec}/*' for folders, or import them apart with --label",
  ];
}

function sumLines({ read, accepted, sweeps, superseded, rejected }: ImportReport): string[] {
  return [
    `${rows(read)} read`,
    `  ${accepted} accepted, in ${sweeps.length} ${sweeps.length === 1 ? 'sweep' : 'sweeps'}`,
    `  ${superseded.total} superseded: ${superseded.duplicate} duplicate, ${superseded.earlierAttempt} earlier attempt`,
    `  ${rejected.total} rejected${reasons(rejected.byReason)}`,
  ];
}

/** The first few lines, and how many more there are. */
function shortened(lines: readonly string[]): string[] {
  if (lines.length <= LISTED) return [...lines];
  return [...lines.slice(0, LISTED), `  and ${lines.length - LISTED} more: --verbose lists them`];
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function reasons(byReason: ImportReport['rejected']['byReason']): string {
  const parts = Object.entries(byReason).map(([reason, count]) => `${count} ${reason}`);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
