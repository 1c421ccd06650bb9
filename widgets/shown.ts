import type { ComparisonDocument } from '../src/view/json.ts';
import type { PlotOptions } from '../src/view/plot.ts';
import { MEASURES, isRated } from '../src/view/table.ts';
import type { Measure } from '../src/view/words.ts';
import { editedAddress } from './address.ts';
import { pieces } from './edits.ts';
import type { Edits } from './edits.ts';

/** What there is to say beside the figures. */
export interface Note {
  /** could not be refreshed */
  readonly isStale?: boolean;
  readonly isCopied?: boolean;
  /** to a screen reader */
  readonly said?: string;
}

/** Everything that the figure is made of. */
export interface Shown extends Note, Pick<PlotOptions, 'metric' | 'yScale'> {
  readonly comparison: ComparisonDocument;
  /** in the order of their inputs, which is not the columns' while one is dragged past another */
  readonly at: readonly number[];
  readonly views: readonly string[];
  readonly measures: readonly Measure[];
  readonly isEditable: boolean;
  /** there is a server to ask for other prices */
  readonly hasServer: boolean;
  /** of the chart, px */
  readonly width: number;
  /** the figure has no room for targets as columns */
  readonly isNarrow: boolean;
  readonly theme: string;
  /** px that were kept free before it was drawn */
  readonly reserved: number;
  readonly image: string;
  readonly link: string;
}

/** Left and right of a figure with a theme of its own, px. */
const PADDING = 32;

const SHORT: Readonly<Record<string, string>> = {
  cost: 'costPerMillionTokens',
  mw: 'throughputPerMw',
};

/** What the page has set, whatever the comparison. */
export function layoutOf(values: Readonly<Record<string, string | null>>, outer: number) {
  const names = new Set(pieces(values['metrics']).map((name) => SHORT[name] ?? name));
  const named = MEASURES.filter((measure) => names.has(measure));
  const theme = values['theme'] ?? '';
  return {
    views: values['view']?.match(/table|chart|card/g) ?? ['chart', 'table'],
    measures: named.length > 0 ? named : MEASURES,
    isEditable: (values['editable'] ?? 'false') !== 'false',
    theme,
    /** px; of what is not laid out, a guess */
    width: outer === 0 ? 640 : outer - (/light|dark|system/.test(theme) ? PADDING : 0),
  };
}

/** What to show of a comparison, from what the page and the reader have set. */
export function shownOf(
  comparison: ComparisonDocument,
  edits: Edits,
  layout: ReturnType<typeof layoutOf>,
  note: Note & Pick<Shown, 'hasServer' | 'reserved'>,
): Shown {
  const { measures, views, width, theme } = layout;
  const metrics = measures.filter(isRated);
  const isSplit = width >= 1000 && views.includes('chart') && views.includes('table');
  return {
    ...note,
    ...layout,
    isNarrow: width < 600,
    width: isSplit ? (width - 40) * 0.52 : width,
    comparison,
    at: edits.at ?? comparison.targets,
    metric: metrics.find((metric) => metric === edits.metric) ?? metrics[0] ?? 'throughput',
    yScale: edits.isLog === null ? null : edits.isLog ? 'log' : 'linear',
    image: editedAddress(comparison.links.png, edits, theme),
    link: editedAddress(comparison.links.page, edits),
  };
}
