import type { Words } from '../words/words.ts';
import { middleTarget } from '../../core/band.ts';
import type { Comparison, TargetValues } from '../../core/comparison-types.ts';
import { isSamePair } from '../../core/lead.ts';
import type { Lead } from '../../core/lead.ts';
import { sideLabel } from '../figure/side-names.ts';
import { cardChart } from './chart.ts';
import { box, label, cardMark } from './element.ts';
import type { CardElement } from './element.ts';
import { CARD_CONTENT, CARD_MARGIN, cardFrame } from './frame.ts';
import { CARD_SIZE } from './size.ts';
import { cardTable } from './table.ts';
import { NONE, percentText, rangeText, ratioText } from '../format.ts';
import { SITE_NAME } from '../brand.ts';
import type { Theme } from '../brand.ts';
import { lateSides, noAnswerSentence } from '../text/summary.ts';
import { headlineMetrics, isOfOutput } from '../../core/metrics.ts';

const LEFT = 420;
const GAP = 36;
const RIGHT = CARD_SIZE.width - 2 * CARD_MARGIN - LEFT - GAP;

/**
 * A comparison as a picture that says its result: the ratio at the middle target, the curves, the
 * values at each target, and what they rest on; of which release only where the picture is of that
 * one for good.
 */
export function comparisonCard(
  c: Comparison,
  theme: Theme,
  all: Words,
  { isPinned }: { readonly isPinned: boolean } = { isPinned: false },
): CardElement {
  const table = cardTable(c, theme, RIGHT, all);
  return cardFrame(
    theme,
    box(
      { flexGrow: 1, gap: GAP },
      box(
        { flexDirection: 'column', width: LEFT },
        label({ fontSize: 22, color: theme.muted, lineClamp: 1 }, eyebrow(c)),
        label(
          { fontSize: titleSize(c), fontWeight: 600, lineHeight: 1.2, marginTop: 8, lineClamp: 3 },
          c.title.replace(`${c.model.label} on `, '').replace(`${c.model.label}: `, ''),
        ),
        ...headline(c, theme, all),
      ),
      box(
        { flexDirection: 'column', width: RIGHT },
        cardChart(
          c,
          theme,
          { width: RIGHT, height: CARD_CONTENT - (table?.height ?? 0) - 8 },
          all.figure,
        ),
        ...(table === null ? [] : [table.element]),
      ),
    ),
    footer(c, all, isPinned),
  );
}

/**
 * The picture that stands where a card is missing or could not be drawn. Kept as a file that the
 * Worker can answer with when nothing can be drawn, so it does without the site's name.
 */
export function fallbackCard(theme: Theme, { card: words }: Words): CardElement {
  const content = box(
    { flexDirection: 'column', flexGrow: 1, justifyContent: 'center', gap: 16 },
    label({ fontSize: 64, fontWeight: 600 }, words.missing),
    label({ fontSize: 28, color: theme.muted }, words.missingHint),
  );
  return cardFrame(theme, content, []);
}

function headline(c: Comparison, theme: Theme, all: Words): CardElement[] {
  const words = all.card;
  const target = middleTarget(c.targets);
  const values = c.values.find(({ interactivity }) => interactivity === target);
  const large = (text: string, size: number) =>
    label({ fontSize: size, fontWeight: 600, lineHeight: 1.05, marginTop: 28 }, text);
  const below = (text: string, color = theme.ink) =>
    label({ fontSize: 24, lineHeight: 1.3, color, marginTop: 8, lineClamp: 3 }, text);
  if (target === null || values === undefined) {
    const ranges = c.sides.map((side, i) =>
      box(
        { alignItems: 'center', gap: 12, marginTop: 14, fontSize: 26 },
        cardMark(i, theme, 26),
        label({ lineClamp: 1, flexGrow: 1, fontWeight: 600 }, side.label),
        label(
          { flexShrink: 0 },
          side.range === null ? words.noData : words.perUser(rangeText(side.range)),
        ),
      ),
    );
    const isLate = lateSides(c).length > 0;
    const why = isLate ? noAnswerSentence(c, all) : words.noShared;
    return [large(words[isLate ? 'noSides' : 'disjoint'], 52), below(why, theme.muted), ...ranges];
  }
  const lead = values.best[headlineMetrics(c.sides)[0]];
  const at = below(words.at(target), theme.muted);
  if (lead === null) return [large(NONE, 140), below(words.outside), at];
  if (lead.outcome === 'level') {
    const names = lead.sides.map((key) => sideLabel(c, key));
    const cost = costLine(c, values, lead, words);
    return [
      large(words.level, 140),
      below(words.levelOf(names)),
      ...(cost === null ? [] : [below(cost)]),
      at,
    ];
  }
  const ratio = ratioText(lead.ratio);
  const isOpen = lead.outcome === 'open';
  const size = ratio.length > 5 ? 92 : 168 - 28 * Number(isOpen);
  const tokens = isOfOutput(headlineMetrics(c.sides)[0]) ? 'output' : 'total';
  const who = below(words.lead(sideLabel(c, lead.side), sideLabel(c, lead.over), tokens));
  const cost = costLine(c, values, lead, words);
  const costs = cost === null ? [] : [below(cost)];
  if (lead.outcome === 'open') {
    const against = lead.against === lead.over ? null : sideLabel(c, lead.against);
    return [
      large(`~${ratio}`, size),
      who,
      below(words.open(lead, against), theme.muted),
      ...costs,
      at,
    ];
  }
  return [large(ratio, size), who, ...costs, at];
}

/** What the middle target says of the cost; `null` where no side is ahead in it. */
function costLine(
  c: Comparison,
  { best }: TargetValues,
  lead: Lead,
  words: Words['card'],
): string | null {
  const cost = best[headlineMetrics(c.sides)[1]];
  if (cost?.outcome !== 'ahead' || cost.saving === null) return null;
  const saving = percentText(cost.saving);
  return isSamePair(cost, lead)
    ? words.lessCost(saving)
    : words.otherCost(sideLabel(c, cost.side), saving);
}

function eyebrow(c: Comparison): string {
  const workload = c.matched.workload ?? c.shared.workload;
  return [c.model.label, workload == null ? null : (c.labels[workload] ?? workload)]
    .filter((part) => part !== null)
    .join(' · ');
}

function titleSize({ title, model }: Comparison): number {
  const length = title.length - model.label.length;
  return length > 70 ? 22 : length > 60 ? 26 : length > 36 ? 30 : 38;
}

/** What the figures rest on and what was asked; the last stands at the end of the line. */
function footer(
  c: Comparison,
  { card: words, summary, figure }: Words,
  isPinned: boolean,
): string[] {
  const frameworks = [...new Set(c.sides.flatMap(({ framework }) => framework ?? []))];
  const dates = [...new Set(c.sides.flatMap(({ date }) => date ?? []))].toSorted();
  const ends = [...new Set([dates[0], dates.at(-1)])].filter((date) => date !== undefined);
  const { precision, specMethod, deployment } = c.matched;
  const labelled = (key: string | null | undefined) => (key == null ? '' : (c.labels[key] ?? key));
  const unlike = c.mismatch.map((dimension) => summary.dimensions[dimension]);
  return [
    unlike.length === 0 ? '' : words.unlike(unlike),
    c.ttftLimit === null ? '' : words.inTime(c.ttftLimit),
    c.pool ? words.pooled : '',
    words.prices(c),
    labelled(precision),
    specMethod == null ? '' : words.speculation(labelled(specMethod)),
    frameworks.map((key) => labelled(key)).join(', '),
    labelled(deployment),
    c.basis === 'published' ? words.published : ends.join(' to '),
    figure.credits(c.sides),
    isPinned ? words.release(c.release.id.slice(0, 7)) : '',
    SITE_NAME,
  ].filter((part) => part !== '');
}
