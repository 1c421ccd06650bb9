import { targetText } from './format.ts';
import { h } from './markup.ts';
import type { Child, Markup } from './markup.ts';
import { MEASURES, isRated, sideHead, unit } from './table.ts';
import { cell, hidden, shownMeasures, valueCell } from './table-cells.ts';
import type { Tabled } from './table-cells.ts';
import { bestSide, hasOneRatio, leadOf, mutedRow, savingText } from './table-ratios.ts';
import type { TargetValues } from '../core/comparison-types.ts';
import { en } from './words.ts';
import type { Measure, Words } from './words.ts';

/**
 * The same figures for narrow places: sides as columns, a row group for each target. With more than
 * two sides the name of a measure takes a row of its own.
 */
export function narrowTable(
  c: Tabled,
  measures: readonly Measure[] = MEASURES,
  words: Words = en,
): Markup {
  const isTight = c.sides.length > 2;
  const shown = shownMeasures(c, measures);
  const isOne = hasOneRatio(c);
  const heads = c.sides.map((side, i) => sideHead(side.label, i, 'col'));
  return h(
    'table',
    { class: `tb narrow n${c.sides.length}` },
    h('caption', { class: 'vh' }, words.caption(c)),
    h('thead', null, h('tr', null, !isTight && h('td', null), heads)),
    c.values.map((read) => {
      const span = c.sides.length + (isTight ? 0 : 1);
      const at = targetText(read.interactivity);
      const lead = (metric: 'throughput' | Measure) =>
        isRated(metric) && read.best[metric] !== null
          ? ratioRow(words.ratio, leadOf(read.best[metric], c, words), c)
          : null;
      const saving = savingText(read);
      const saved = saving !== null && ratioRow(words.saving, saving, c);
      return h(
        'tbody',
        null,
        h(
          'tr',
          { class: 'at' },
          h(
            'th',
            { scope: 'rowgroup', colspan: span },
            h('b', null, at),
            unit(words.interactivityUnit),
          ),
        ),
        shown.map((measure) => {
          const cells = cellsOf(c, measure, read, words);
          const [name, of] = words.measures[measure];
          const rows = isTight
            ? [
                h(
                  'tr',
                  { class: 'ms' },
                  h(
                    'th',
                    { colspan: span },
                    name,
                    unit(of),
                    hidden(`, ${words.at(read.interactivity)}`),
                  ),
                ),
                h('tr', null, cells),
              ]
            : h('tr', null, h('th', { scope: 'row' }, name, unit(of)), cells);
          const isCost = measure === 'costPerMillionTokens';
          return [rows, !isOne && lead(measure), !isOne && isCost && saved];
        }),
        isOne && lead('throughput'),
        isOne && saved,
      );
    }),
  );
}

function cellsOf(c: Tabled, measure: Measure, read: TargetValues, words: Words): Markup[] {
  return c.sides.map((side, i) => {
    const isBest = isRated(measure) && bestSide(read, measure) === side.key;
    return valueCell(c, measure, { value: read.sides[i]!, side, isBest, hasTitle: false }, words);
  });
}

function ratioRow(head: string, text: Child, { sides }: Tabled): Markup {
  const columns = Math.max(2, sides.length - 1);
  return mutedRow(head, [cell({ colspan: columns }, text)]);
}
