import { chartHeight } from './chart.ts';

/**
 * About the height that the figure will have (px), rather more than less, so that nothing below it
 * moves when it is drawn: from what is known before there is a document.
 */
export function reservedHeight(
  source: string,
  { views, measures, isEditable, at, width }: Reserved,
): number {
  const sides = Math.max(2, source.split('-vs-').length);
  const asked = at ?? /[?&]at=([^&]*)/.exec(source)?.[1]?.split(',');
  const rows = Math.min(4, measures.length);
  const isNarrow = width < 600;
  const isSplit = width >= 1000 && views.length > 1;
  const perTarget = 80 + rows * (sides > 2 ? 82 : 62);
  const table = isNarrow
    ? 60 + (asked?.length ?? 3) * perTarget
    : 150 + rows * (50 + 29 * sides + (sides > 2 ? 28 : 0));
  const heights = views.map((view) =>
    view === 'chart'
      ? chartHeight(width) + 16 + (isEditable ? (isNarrow ? 150 : 76) : 0)
      : view === 'card'
        ? width * 0.525 + 16
        : table + (isEditable ? 40 : 0),
  );
  const total = isSplit ? Math.max(...heights) : heights.reduce((sum, height) => sum + height, 0);
  return Math.round(total + (isNarrow ? 290 : 170));
}

interface Reserved {
  readonly views: readonly string[];
  readonly measures: readonly string[];
  readonly isEditable: boolean;
  readonly at: readonly number[] | null;
  readonly width: number;
}
