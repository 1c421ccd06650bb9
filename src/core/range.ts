/** A stretch of interactivity, tok/s/user, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
