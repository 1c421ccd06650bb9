import { headingOf } from '../core/heading.ts';
import { offeredByHardware } from '../core/offered-comparisons.ts';
import { labelOf } from '../core/vocabulary.ts';
import type { ReleaseIndex } from '../core/release-index.ts';
import type { Nearby } from './nearby.ts';

/** The comparisons that the picker lists under one hardware. */
export interface PickerGroup {
  readonly label: string;
  readonly comparisons: readonly Nearby[];
}

const MAX_EACH = 12;
const MAX_GROUPS = 8;

/**
 * Comparisons that a model's sweeps can answer, by hardware: wherever sweeps of one workload and
 * basis differ in a dimension, that dimension can be compared.
 */
export function pickerGroups(index: ReleaseIndex, model: string): PickerGroup[] {
  const { catalog } = index.manifest;
  const byHardware = offeredByHardware(index, model).map(({ gpu, ids }) => {
    const comparisons = ids.slice(0, MAX_EACH).flatMap((id) => {
      const address = index.addressOf(id);
      return address === null ? [] : { id, heading: headingOf(address, catalog) };
    });
    return { label: labelOf(catalog.vocabulary, 'hardware', gpu), comparisons };
  });
  return byHardware.filter(({ comparisons }) => comparisons.length > 0).slice(0, MAX_GROUPS);
}
