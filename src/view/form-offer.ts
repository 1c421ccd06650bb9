import type { Words } from './words/words.ts';

/** A form of what a page shows that a reader or a program may take. */
export interface FormOffer {
  /** among the words of forms */
  readonly name: keyof Words['forms'];
  /** absolute */
  readonly href: string;
  /** media type */
  readonly type: string;
  /** all that there is to say, for programs */
  readonly isData: boolean;
}
