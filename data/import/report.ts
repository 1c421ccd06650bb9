import type { RejectReason } from './formats/format.ts';
import type { Proposal } from './proposals.ts';

/** An import in numbers: `read = accepted + superseded + rejected`, exactly. */
export interface ImportReport {
  readonly inputs: readonly {
    readonly name: string;
    readonly format: string;
    readonly read: number;
  }[];
  readonly read: number;
  readonly accepted: number;
  readonly superseded: Superseded;
  readonly rejected: {
    readonly total: number;
    readonly byReason: Readonly<Partial<Record<RejectReason, number>>>;
  };
  readonly sweeps: readonly SweepLine[];
  readonly rejectedRows: readonly RejectedLine[];
  readonly proposals: readonly Proposal[];
}

export interface Superseded {
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

/** The report as text, a fact a line. */
export function reportText(report: ImportReport): string {
  const { superseded, rejected } = report;
  const lines = [
    ...report.inputs.map(({ name, format, read }) => `${name}: ${format}, ${rows(read)}`),
    '',
    `${rows(report.read)} read`,
    `  ${report.accepted} accepted, in ${report.sweeps.length} sweeps`,
    `  ${superseded.total} superseded: ${superseded.duplicate} duplicate, ${superseded.earlierAttempt} earlier attempt`,
    `  ${rejected.total} rejected${reasons(rejected.byReason)}`,
  ];
  if (report.sweeps.length > 0) lines.push('', 'accepted + duplicate + earlier attempt, by sweep');
  for (const line of report.sweeps) {
    const counts = `${line.accepted} + ${line.duplicate} + ${line.earlierAttempt}`;
    const name = line.label === null ? '' : ` ~${line.label}`;
    lines.push(`  ${counts.padEnd(14)} ${line.sweep}${name}${line.date ? ` (${line.date})` : ''}`);
  }
  if (report.rejectedRows.length > 0) lines.push('', 'rejected, by reason and sweep');
  for (const { rows: count, reason, detail, sweep } of report.rejectedRows) {
    lines.push(`  ${String(count).padEnd(6)} ${reason} (${detail})${sweep && `: ${sweep}`}`);
  }
  if (report.proposals.length > 0) lines.push('', 'lines that would let rows in');
  for (const { file, path, line, rows: count, alias } of report.proposals) {
    lines.push(`  ${file}${path === '.' ? '' : ` "${path}"`}, for ${rows(count)}:`, `    ${line}`);
    if (alias !== null) lines.push(`    or, as another name, in its "aliases" "${path}": ${alias}`);
  }
  return `${lines.join('\n')}\n`;
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

function reasons(byReason: ImportReport['rejected']['byReason']): string {
  const parts = Object.entries(byReason).map(([reason, count]) => `${count} ${reason}`);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
