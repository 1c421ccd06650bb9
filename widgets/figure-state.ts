import type { Plot } from '../src/view/figure/plot.ts';
import type { PlotGround } from '../src/view/figure/plot-svg.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import type { Layout } from './layout.ts';
import type { Settings } from './settings.ts';

/** The one message under the figure. */
export interface Message {
  /** read out by a screen reader */
  readonly said?: string;
  /** for eyes too, and not for a screen reader alone */
  readonly isSeen?: boolean;
}

/**
 * The chart's scales and its parts that stay where they are while a target moves; `null` where no
 * side has the metric.
 */
export type ChartBackground = readonly [Plot, PlotGround] | null;

/** Everything that the figure is drawn from. */
export interface FigureState extends Message, Layout {
  readonly comparison: ComparisonDocument;
  /** `false`: not yet, but there is room */
  readonly ground: ChartBackground | false;
  /** tok/s/user, in the order of their inputs, while columns and document sort them */
  readonly at: readonly number[];
  /**
   * The settings at the reader's last pause, for the address of the picture: a server has to draw
   * each one, so it does not follow every step of a drag.
   */
  readonly pictureSettings: Settings;
  /** the targets or prices are not those of the document as it was loaded */
  readonly isEdited: boolean;
  /** the document came from a server, which may be asked for other prices */
  readonly hasServer: boolean;
  /** a newer copy was asked for, and could not be had */
  readonly isStale: boolean;
  /** least height, px: what was kept free while it loaded; 0 for none */
  readonly reservedHeight: number;
  /** colour of what is behind the element, as far as it is known */
  readonly behind: string;
  /** the text of the page around is light */
  readonly isOnDark: boolean;
}
