import type { Words } from '../words/words.ts';
import type { TargetValues } from '../../core/comparison-types.ts';
import { headlineMetrics } from '../../core/metrics.ts';
import { NONE, targetText } from '../format.ts';
import { sideMark } from './mark.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { MEASURES, hidden, hasBest, shownMeasures, valueCells } from './table-cells.ts';
import type { TableSource } from './table-cells.ts';
import { hasOneRatio, leadText, savingText } from './table-ratios.ts';
import type { Measure } from '../../core/metrics.ts';

interface TableOptions {
  readonly measures?: readonly Measure[];
  /** for narrow places: sides as columns, a row group for each target */
  readonly isNarrow?: boolean;
}

/**
 * The figures: targets as columns, a row group for each measure, a row for each side. In narrow
 * places a row group for each target, a row for each measure; with more than two sides as columns
 * the name of a measure takes a row of its own.
 */
export function figuresTable(
  c: TableSource,
  words: Words['figure'],
  { measures = MEASURES, isNarrow = false }: TableOptions = {},
): Markup {
  const { sides, targets, values } = c;
  const shown = shownMeasures(c, measures);
  const cellOf = valueCells(c, words);
  const rated = shown.filter(hasBest).filter((it) => values.some(({ best }) => best[it]));
  const [, cost] = headlineMetrics(sides);
  const isOne = rated.length > 1 && hasOneRatio(c);
  const isTight = isNarrow && sides.length > 2;
  const columns = isNarrow ? sides.length : targets.length;
  const span = isTight ? columns : columns + 1;
  const labels = sides.map(({ label }, i) => [sideMark(i), label]);
  const perUser = small(words.interactivityUnit);
  const nameOf = (measure: Measure) => {
    const [name, unit] = words.measures[measure];
    return [name, small(unit)];
  };
  const muted = (head: string, reads: readonly Child[]) =>
    reads.some(Boolean) &&
    row(
      'muted',
      h('th', { scope: 'row', colspan: isNarrow && span - 1 }, head),
      reads.map((read) => h('td', null, read)),
    );
  const ratios = (measure: Measure, reads: readonly TargetValues[]): Child =>
    hasBest(measure) &&
    (!isOne || measure === rated.at(-1)) && [
      muted(
        isOne ? words.ratioOf(rated) : words.ratio,
        reads.map(({ best }) => leadText(best[measure], c, words)),
      ),
      shown.includes(cost) &&
        measure === (isOne ? rated.at(-1) : cost) &&
        muted(
          words.saving,
          reads.map(({ best }) => savingText(best[cost])),
        ),
    ];

  const heads = isNarrow
    ? [!isTight && h('td', null), labels.map((label) => th('col', label))]
    : [words.interactivity, ...targets.map(targetText)].map((text, i) =>
        th('col', text, i === 0 && perUser),
      );
  const groups = isNarrow
    ? values.map((read, j) => [
        row(null, group(span, h('b', null, targetText(read.interactivity)), perUser)),
        shown.map((measure) => {
          const cells = sides.map((_, i) => cellOf(measure, i, j));
          const at = hidden(`, ${words.at(read.interactivity)}`);
          return [
            isTight
              ? [row('name', h('th', { colspan: span }, nameOf(measure), at)), row(null, cells)]
              : row(null, th('row', nameOf(measure)), cells),
            ratios(measure, [read]),
          ];
        }),
      ])
    : shown.map((measure) => [
        row(null, group(span, nameOf(measure))),
        labels.map((label, i) =>
          row(
            null,
            th('row', label),
            targets.map((_, j) => cellOf(measure, i, j)),
          ),
        ),
        ratios(measure, values),
      ]);
  const notes = figureNotes(c, shown, words);
  return h(
    'table',
    { class: `table ${isNarrow ? 'narrow' : 'wide'} columns-${columns}` },
    h('caption', { class: 'visually-hidden' }, words.caption(c)),
    h('thead', null, row(null, heads)),
    groups.map((rows) => h('tbody', null, rows)),
    notes.length > 0 &&
      h(
        'tfoot',
        null,
        notes.map((text) => row('muted', h('td', { colspan: span }, text))),
      ),
  );
}

/** The lines at the foot: why a side has no figure, for readers who cannot point at a dash; prices. */
export function figureNotes(
  c: TableSource,
  shown: readonly Measure[],
  words: Words['figure'],
): string[] {
  const { sides, values } = c;
  const all = values.flatMap((read) =>
    read.sides.flatMap(({ throughput, status }, i) =>
      throughput === null
        ? `${NONE} ${sides[i]!.label}: ${words.origin(status, sides[i]!, [])}`
        : [],
    ),
  );
  const costs = shown.includes('costPerMillionTokens') ? [words.costs(c)] : [];
  return [...new Set(all), ...costs];
}

function row(classes: string | null, ...cells: Child[]): Markup {
  return h('tr', { class: classes }, cells);
}

function th(scope: 'row' | 'col', ...name: Child[]): Markup {
  return h('th', { scope }, name);
}

function group(colspan: number, ...name: Child[]): Markup {
  return h('th', { scope: 'rowgroup', colspan }, name);
}

/** What a head counts in, apart from its name for a screen reader too. */
function small(text: string): Child {
  return [' ', h('small', null, text)];
}
