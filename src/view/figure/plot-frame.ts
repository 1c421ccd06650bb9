import type { Tick } from './value-axis.ts';

/** Size of a drawing, px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The area that curves are drawn in, px from the left and the top of the chart, and its axes' ticks. */
export interface PlotFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}
