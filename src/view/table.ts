import type { Metric } from '../core/comparison-types.ts';
import { targetText } from './format.ts';
import { sideMark } from './mark.ts';
import { h } from './markup.ts';
import type { Child, Markup } from './markup.ts';
import { cell, shownMeasures, valueCell } from './table-cells.ts';
import type { Tabled } from './table-cells.ts';
import { bestSide, hasOneRatio, leadOf, mutedRow, savingText } from './table-ratios.ts';
import { en } from './words.ts';
import type { Measure, Words } from './words.ts';

export const MEASURES: readonly Measure[] = [
  'throughput',
  'costPerMillionTokens',
  'throughputPerMw',
  'concurrency',
  'ttft',
];

/** The figures: targets as columns, a row group for each measure, a row for each side. */
export function wideTable(
  c: Tabled,
  measures: readonly Measure[] = MEASURES,
  words: Words = en,
): Markup {
  const shown = shownMeasures(c, measures);
  const isOne = hasOneRatio(c);
  const lastPriced = shown.findLast(isRated);
  return h(
    'table',
    { class: `tb wide n${c.targets.length}` },
    h('caption', { class: 'vh' }, words.caption(c)),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, words.interactivity, unit(words.interactivityUnit)),
        c.targets.map((target) => h('th', { scope: 'col' }, targetText(target))),
      ),
    ),
    shown.map((measure) => {
      const ends = isRated(measure) && (!isOne || measure === lastPriced);
      return h(
        'tbody',
        null,
        h('tr', null, groupHead(c, measure, c.targets.length + 1, words)),
        c.sides.map((side, i) =>
          h(
            'tr',
            null,
            sideHead(side.label, i, 'row'),
            c.values.map((read) => {
              const value = read.sides[i]!;
              const isBest = isRated(measure) && bestSide(read, measure) === side.key;
              return valueCell(c, measure, { value, side, isBest, hasTitle: true }, words);
            }),
          ),
        ),
        ends && ratioRows(c, measure, isOne, words),
      );
    }),
  );
}

function ratioRows(c: Tabled, measure: Metric, isOne: boolean, words: Words): (Markup | false)[] {
  const savings = c.values.map(savingText);
  const isCost = measure === 'costPerMillionTokens';
  return [
    c.values.some(({ best }) => best[measure] !== null) &&
      mutedRow(
        isOne ? words.ratioOfAll : words.ratio,
        c.values.map(({ best }) => cell(null, leadOf(best[measure], c, words))),
      ),
    (isOne || isCost) &&
      savings.some((saving) => saving !== null) &&
      mutedRow(
        words.saving,
        savings.map((saving) => cell(null, saving)),
      ),
  ];
}

function groupHead(c: Tabled, measure: Measure, columns: number, words: Words): Markup {
  const [name, of] = words.measures[measure];
  const price = measure === 'costPerMillionTokens' && words.prices(c);
  return h('th', { scope: 'rowgroup', colspan: columns }, name, unit(of), price && unit(price));
}

/** The head of a side's row or column: its mark and its label. */
export function sideHead(label: string, index: number, scope: 'row' | 'col'): Markup {
  return h('th', { scope }, sideMark(index), label);
}

/** What a head counts in, apart from its name for a screen reader too. */
export function unit(text: string): Child {
  return [' ', h('small', null, text)];
}

/** Whether a measure has a best side; concurrency and TTFT have none. */
export function isRated(measure: Measure): measure is Exclude<Measure, 'concurrency' | 'ttft'> {
  return measure !== 'concurrency' && measure !== 'ttft';
}
