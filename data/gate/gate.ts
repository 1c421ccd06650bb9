import type { Comparison } from '../../src/core/comparison-types.ts';
import { MAX_TARGETS } from '../../src/core/limits.ts';
import { escapedMarkdown } from '../../src/view/text/markdown.ts';
import { linkedMarkdown } from '../render/linked-markdown.ts';
import { comparisonReader } from '../release/comparison.ts';
import type { BuiltRelease } from '../release/release.ts';
import { memorySite } from '../serve/memory-site.ts';
import { judge } from './threshold.ts';
import type { Judgement, Threshold } from './threshold.ts';

/** A comparison of a run before with one after, and what the thresholds say of it. */
interface Judged {
  readonly comparison: Comparison;
  readonly judgements: readonly Judgement[];
  /** the comparison as Markdown, without links */
  readonly markdown: string;
}

interface Verdict {
  /** no threshold was passed, and each could be judged */
  readonly isPassed: boolean;
  /** a sentence a judgement, and one for what could not be compared */
  readonly lines: readonly string[];
  /** verdict, sentences and comparisons, for a comment or a summary */
  readonly markdown: string;
}

interface GateOptions {
  /** ISO 8601, UTC */
  readonly now: string;
  /** what could not be compared, in words */
  readonly alone: readonly string[];
}

/**
 * Judges comparisons of a run before with one after. What cannot be judged, because a side has no
 * number at a target or there is nothing to compare with, does not pass.
 *
 * @param ids - the run before is the first side
 * @throws Error for an id that is none, has no data, or has more than two sides
 */
export async function gate(
  release: BuiltRelease,
  ids: readonly string[],
  thresholds: readonly Threshold[],
  { now, alone }: GateOptions,
): Promise<Verdict> {
  const comparisonOf = comparisonReader(release, now);
  const site = await memorySite(release, { publishedAt: now });
  const all: Judged[] = [];
  for (const id of ids) {
    const comparison = comparisonOf(id);
    if (comparison === null) throw new Error(`${id}: fewer than two sides have data`);
    if (comparison.sides.length > 2) throw new Error(`${id}: name two sides, before and after`);
    const judgements = thresholds.flatMap((threshold) => {
      const asked = threshold.at === null ? comparison : comparisonOf(id, { at: [threshold.at] })!;
      return judge(asked, threshold);
    });
    const targets = [...new Set([...judgements.map(({ at }) => at), ...comparison.targets])]
      .slice(0, MAX_TARGETS)
      .toSorted((a, b) => a - b);
    const at = targets.length > 0 ? `?at=${targets.join()}` : '';
    const response = await site.fetch(`/compare/${comparison.id}.md${at}`);
    if (!response.ok) throw new Error(`${comparison.id}.md${at}: HTTP ${response.status}`);
    const markdown = linkedMarkdown(await response.text(), () => null);
    all.push({ comparison, judgements, markdown });
  }
  return verdict(all, thresholds, alone);
}

function verdict(
  all: readonly Judged[],
  thresholds: readonly Threshold[],
  alone: readonly string[],
): Verdict {
  const shared = all.flatMap(({ comparison, judgements }) =>
    judgements.length === 0 && thresholds.length > 0
      ? [`${comparison.title}: not judged, the runs share no speed`]
      : judgements.map((judgement) => judgementText(comparison, judgement)),
  );
  const lines = [...shared, ...alone.map((key) => `${key}: not judged, there is no run before`)];
  const judgements = all.flatMap((one) => one.judgements);
  const outcomes = new Set(judgements.map(({ outcome }) => outcome));
  const isJudged =
    all.every((one) => one.judgements.length > 0 || thresholds.length === 0) &&
    (thresholds.length === 0 || alone.length === 0) &&
    !outcomes.has('unread');
  const isBeyond = outcomes.has('beyond');
  const isPassed = isJudged && !isBeyond;
  const head = isBeyond ? 'Failed' : isPassed ? 'Passed' : 'Not judged';
  const blocks = [
    thresholds.length > 0 ? `**${head}**` : null,
    lines.map((line) => `- ${escapedMarkdown(line)}`).join('\n'),
    ...all.map(({ markdown }) => markdown.trim().replaceAll(/^#/gm, '###')),
  ];
  const markdown = `${blocks.filter((block) => block !== null && block !== '').join('\n\n')}\n`;
  return { isPassed, lines, markdown };
}

function judgementText({ title }: Comparison, { threshold, at, outcome, change }: Judgement) {
  const asked = `${threshold.metric} at ${at} tok/s/user`;
  if (change === null) return `${title}: ${asked} not judged, a run has no number there`;
  const { before, after, unit, ratio, likely } = change;
  const range = likely.map(percent).join(' to ');
  const said = {
    within: 'within the threshold',
    beyond: 'beyond the threshold',
    open: 'beyond the threshold by value, not decided',
  }[outcome as 'within'];
  return `${title}: ${asked} ${digits(before)} → ${digits(after)} ${unit}, ${percent(ratio)} (likely ${range}): ${said} (${threshold.text})`;
}

/** A ratio as a change: `−7.2 %`. */
function percent(ratio: number): string {
  const change = ((ratio - 1) * 100).toFixed(1).replace(/^-/, '−');
  return `${ratio >= 1 ? '+' : ''}${change} %`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}
