import type { Comparison } from './core/comparison-types.ts';
import { mediaType } from './http/media.ts';
import type { Medium } from './http/media.ts';
import type { Ask, Body } from './http/route.ts';
import type { LocatedComparison } from './release/locate.ts';
import type { ParameterName } from './schema/query-parameters.ts';
import type { LinkedForm, Links } from './view/links.ts';
import type { FormOffer } from './view/form-offer.ts';
import type { Words } from './view/words/words.ts';

/**
 * One way to read what is at an address: its extension, its medium and how its text is made.
 *
 * @typeParam Shown - what it shows, with all that it says beside it
 */
export interface Form<Shown> extends LinkedForm {
  /** in `links`, and among the words of forms */
  readonly name: keyof Words['forms'];
  readonly medium: Medium;
  /** query keys it takes */
  readonly takes: readonly ParameterName[];
  /** all that there is to say, for programs: `rel=alternate`, a distribution of the data set */
  readonly isData?: boolean;
  /** its name in the OpenAPI description, if it has a shape */
  readonly schema?: string;
  /** a picture, which refuses with a picture */
  readonly isPicture?: boolean;
  readonly view: (shown: Shown) => Body | Promise<Body>;
}

/** A comparison with everything else that its forms show: the request, its address, its links. */
export interface ComparisonAnswer {
  readonly ask: Ask;
  readonly located: LocatedComparison;
  readonly comparison: Comparison;
  readonly links: Links;
}

/** A form of a comparison: `/compare/<id><extension>`. */
export interface ComparisonForm extends Form<ComparisonAnswer> {
  /** what was made of it when the release was published; `null` for nothing */
  readonly published?: (ask: Ask, located: LocatedComparison) => Promise<Body | null>;
}

/** A form as a page offers it for download or for programs. */
export type Offer = LinkedForm & Pick<Form<never>, 'name' | 'medium' | 'isData'>;

/** The forms that a page offers, with their addresses. */
export function formOffers(
  offers: readonly Offer[],
  links: Readonly<Record<string, string>>,
): FormOffer[] {
  return offers.map(({ name, medium, isData = false }) => ({
    name,
    href: links[name]!,
    type: mediaType(medium),
    isData,
  }));
}
