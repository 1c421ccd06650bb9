/** What a reader may choose; defaults in {@link DEFAULT_OPTIONS}. */
export interface CompareOptions {
  /** targets, tok/s/user; `null` = the preset's or the band's */
  readonly at: readonly number[] | null;
  readonly pool: boolean;
  /** id of a rate card; `null` = the one the sweeps were published with, else the newest */
  readonly rates: string | null;
  /** price tier; `null` = the first that the rate card has */
  readonly tier: string | null;
  /** $/GPU-hr of all sides; `null` = the rate card's */
  readonly usd: number | null;
  /** $/GPU-hr by hardware; wins over `usd` */
  readonly usdByHardware: Readonly<Record<string, number>>;
  /** share of the time that the GPUs are busy, in (0, 1] */
  readonly util: number;
  /** limit of the median TTFT, s; `null` = none */
  readonly ttft: number | null;
}

/** What holds where a reader chooses nothing. */
export const DEFAULT_OPTIONS: CompareOptions = {
  at: null,
  pool: false,
  rates: null,
  tier: null,
  usd: null,
  usdByHardware: {},
  util: 1,
  ttft: null,
};
