import type { Address } from './address.ts';
import { tokensLabel } from './tokens.ts';
import type { Catalog } from './vocabulary.ts';

/** Makes the title of a comparison, in the language of whoever asks. */
export type TitleOf = (heading: Heading) => string;

/** What readers call the parts of a comparison, for its title. */
export interface Heading {
  readonly model: string;
  /** what all sides share; empty for nothing */
  readonly shared: string;
  readonly sides: readonly string[];
}

/** The labels that the title of an address is made of. */
export function headingOf(
  { model, shared, sides }: Address,
  catalog: Pick<Catalog, 'models' | 'vocabulary'>,
): Heading {
  return {
    model: modelLabel(catalog, model),
    shared: tokensLabel(catalog.vocabulary, shared),
    sides: sides.map((side) => tokensLabel(catalog.vocabulary, side)),
  };
}

/** What readers call a model; its key where the catalog lacks it. */
export function modelLabel({ models }: Pick<Catalog, 'models'>, key: string): string {
  return models.find((model) => model.key === key)?.label ?? key;
}
