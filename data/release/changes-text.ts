import type { Changes } from './changes.ts';
import type { PresetChange, ValueChange } from './preset-changes.ts';

const MAX_VALUES = 6;
const UNITS = { throughput: 'tok/s/GPU', costPerMillionTokens: '$/M tokens' } as const;

/** The differences between two releases in words, the ones that matter most first. */
export function changesText(changes: Changes): string {
  const { before, after, comparisons, unchanged, sweeps, blobs } = changes;
  if (before === after) return `Release ${before} and release ${after} are the same\n`;
  const other = comparisons.filter(({ kind }) => kind !== 'values').length;
  const lines = [
    `Release ${before} to release ${after}`,
    `  ${other} comparisons rest on other sweeps, ${comparisons.length - other} have other values, ${unchanged} say the same`,
    `  ${sweeps.added.length} sweeps added, ${sweeps.removed.length} removed; ${blobs.length} blobs differ${blobs.length > 0 ? `: ${blobs.join(', ')}` : ''}`,
  ];
  for (const change of comparisons) lines.push('', ...changeLines(change));
  return `${lines.join('\n')}\n`;
}

function changeLines({ id, kind, assignments, values }: PresetChange): string[] {
  if (kind === 'appeared') return [`${id}: can be compared now`];
  if (kind === 'disappeared') return [`${id}: can no longer be compared`];
  const lines = [`${id}: ${kind === 'assignment' ? 'other sweeps' : 'other values'}`];
  for (const { side, before, after } of assignments) {
    lines.push(`  ${side}: was ${sweepNames(before)}`, `  ${side}: now ${sweepNames(after)}`);
  }
  lines.push(...values.slice(0, MAX_VALUES).map((value) => `  ${valueText(value)}`));
  if (values.length > MAX_VALUES) {
    lines.push(`  and ${values.length - MAX_VALUES} more values (--json lists all)`);
  }
  return lines;
}

function sweepNames(ids: readonly string[]): string {
  return ids.length === 0 ? 'nothing' : ids.join(' + ');
}

function valueText({ side, interactivity, metric, before, after, relative }: ValueChange): string {
  const at = `at ${interactivity} tok/s/user, ${side}`;
  const [from, to] = [before, after].map((value) =>
    value === null ? 'no number' : String(Number(value.toPrecision(4))),
  );
  const move = relative === null ? '' : ` (${percent(relative)})`;
  return `${at}: ${from} to ${to} ${UNITS[metric]}${move}`;
}

function percent(relative: number): string {
  const text = (relative * 100).toFixed(1);
  return `${relative >= 0 ? '+' : ''}${text} %`;
}
