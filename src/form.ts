import type { Comparison } from './core/comparison-types.ts';
import type { Medium } from './http/media.ts';
import type { Ask, Body } from './http/route.ts';
import type { Located } from './release/locate.ts';
import type { ParameterName } from './schema/query-parameters.ts';
import type { LinkedForm, Links } from './view/links.ts';
import type { Words } from './view/words/words.ts';

/** A comparison, and what its forms say beside it. */
export interface Answered {
  readonly ask: Ask;
  readonly located: Located;
  readonly comparison: Comparison;
  readonly links: Links;
}

/** A form of a comparison: `/compare/<id><extension>`. */
export interface Form extends LinkedForm {
  /** in `links`, and among the words of forms */
  readonly name: keyof Words['forms'];
  readonly medium: Medium;
  /** query keys it takes */
  readonly takes: readonly ParameterName[];
  /** the whole comparison for programs: `rel=alternate`, a distribution of the data set */
  readonly isData?: boolean;
  /** a picture, which refuses with a picture */
  readonly isPicture?: boolean;
  /** its name in the OpenAPI description, if it has a shape */
  readonly schema?: string;
  /** what was made of it when the release was published; `null` for nothing */
  readonly published?: (ask: Ask, located: Located) => Promise<Body | null>;
  readonly view: (answered: Answered) => Body | Promise<Body>;
}

/** A form as something to take along. */
export type Offer = LinkedForm & Pick<Form, 'name' | 'medium' | 'isData'>;
