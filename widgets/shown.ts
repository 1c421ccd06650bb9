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
  /** px */
  readonly width: number;
  readonly theme: string;
  readonly image: string;
  readonly link: string;
}

const SHORT: Readonly<Record<string, string>> = {
  cost: 'costPerMillionTokens',
  mw: 'throughputPerMw',
};

/** What to show of a comparison, from what the page and the reader have set. */
export function shownOf(
  comparison: ComparisonDocument,
  edits: Edits,
  values: Readonly<Record<string, string | null>>,
  place: Note & Pick<Shown, 'width' | 'hasServer'>,
): Shown {
  const names = pieces(values['metrics']).map((name) => SHORT[name] ?? name);
  const named = MEASURES.filter((measure) => names.includes(measure));
  const measures = named.length > 0 ? named : MEASURES;
  const metrics = measures.filter(isRated);
  const theme = values['theme'] ?? '';
  return {
    ...place,
    width: place.width || 640, // of what is not laid out
    comparison,
    at: edits.at ?? comparison.targets,
    views: values['view']?.match(/table|chart|card/g) ?? ['chart', 'table'],
    measures,
    metric: metrics.find((metric) => metric === edits.metric) ?? metrics[0] ?? 'throughput',
    yScale: edits.isLog === null ? null : edits.isLog ? 'log' : 'linear',
    isEditable: (values['editable'] ?? 'false') !== 'false',
    theme,
    image: editedAddress(comparison.links.png, edits, theme),
    link: editedAddress(comparison.links.page, edits),
  };
}
