import type { RejectReason, RowCandidate, RowProblem } from './formats/format.ts';
import { REJECT_REASONS } from './formats/format.ts';
import type { MissingWord } from './keys.ts';
import type { RejectedLine } from './report.ts';

/** Different lines about rejected rows that are kept apart; the rest is counted by reason only. */
const MAX_LINES = 500;
const MAX_DETAIL_CHARS = 60;

/** Counts rejected rows by reason, and by sweep as far as that stays readable. */
export class RejectTally {
  total = 0;
  readonly missing = new Map<string, [MissingWord, number]>();
  readonly #byReason = new Map<RejectReason, number>();
  readonly #lines = new Map<string, RejectedLine>();

  add(problem: RowProblem, row: RowCandidate | null, missing: readonly MissingWord[]): void {
    this.total++;
    this.#byReason.set(problem.reason, (this.#byReason.get(problem.reason) ?? 0) + 1);
    this.#addLine(problem, row === null ? '' : rowSweep(row));
    for (const word of missing) {
      const name = `${word.dimension} ${word.word}`;
      const counted = this.missing.get(name);
      if (counted !== undefined) counted[1]++;
      else if (this.missing.size < MAX_LINES) this.missing.set(name, [word, 1]);
    }
  }

  /** Rows by reason, in the order in which reasons are listed. */
  byReason(): Partial<Record<RejectReason, number>> {
    const pairs = REJECT_REASONS.map(
      (reason) => [reason, this.#byReason.get(reason) ?? 0] as const,
    );
    return Object.fromEntries(pairs.filter(([, count]) => count > 0));
  }

  /** What was rejected, most rows first. */
  lines(): RejectedLine[] {
    return [...this.#lines.values()].toSorted(
      (a, b) => b.rows - a.rows || (lineName(a) < lineName(b) ? -1 : 1),
    );
  }

  #addLine({ reason, detail }: RowProblem, sweep: string): void {
    const line = { sweep, reason, detail: detail.slice(0, MAX_DETAIL_CHARS), rows: 1 };
    const own = lineName(line);
    const isKept = this.#lines.has(own) || this.#lines.size < MAX_LINES;
    const kept = isKept ? line : { sweep: '', reason, detail: 'many different', rows: 1 };
    const name = lineName(kept);
    this.#lines.set(name, { ...kept, rows: (this.#lines.get(name)?.rows ?? 0) + 1 });
  }
}

function lineName({ reason, detail, sweep }: RejectedLine): string {
  return `${reason} ${detail} ${sweep}`;
}

function workloadText(workload: RowCandidate['workload']): string {
  if ('name' in workload) return workload.name;
  const { isl, osl } = 'mean' in workload ? workload.mean : workload;
  return [isl, osl].map((tokens) => (tokens === null ? '-' : Math.round(tokens))).join('/');
}

/** The sweep that a row would belong to, in its own words. */
function rowSweep(row: RowCandidate): string {
  const { workload } = row;
  const words = [
    row.model,
    row.hardware,
    row.precision,
    row.specMethod,
    row.framework,
    row.deployment,
    workloadText(workload),
  ];
  return words
    .map((word) => word ?? '-')
    .join(' ')
    .slice(0, 200);
}
