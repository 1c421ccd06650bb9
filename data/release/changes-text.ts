import type { ComparisonChange, ValueChange } from '../../src/core/changes/comparison-changes.ts';
import type { Changes } from '../../src/core/changes/release-changes.ts';

const MAX_VALUES = 6;
/** Comparisons that no preset names: one import may move hundreds. */
const MAX_UNNAMED = 20;
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
  const unnamed = comparisons.filter(({ isPreset }) => !isPreset);
  const shown = [
    ...comparisons.filter(({ isPreset }) => isPreset),
    ...unnamed.slice(0, MAX_UNNAMED),
  ];
  for (const change of shown) lines.push('', ...changeLines(change));
  const more = comparisons.length - shown.length;
  if (more > 0) lines.push('', `and ${more} more that no preset names (--json lists all)`);
  return `${lines.join('\n')}\n`;
}

function changeLines(change: ComparisonChange): string[] {
  const { id, isPreset, kind, specific, assignments, values } = change;
  const name = isPreset ? id : `${id} (no preset)`;
  if (kind === 'appeared') return [`${name}: can be compared now`];
  if (kind === 'disappeared') return [`${name}: can no longer be compared`];
  const lines = [`${name}: ${kind === 'assignment' ? 'other sweeps' : 'other values'}`];
  if (specific.before !== specific.after) {
    lines.push(`  meant ${specific.before}`, `  means ${specific.after}`);
  }
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
