import type { SideSource } from '../../core/comparison-types.ts';
import { statedOnce } from '../stated-once.ts';
import type { Words } from '../words/words.ts';

/** Where figures come from, as cells of a CSV: of several sources each text once, apart by spaces. */
export function sourceCells(
  sources: readonly SideSource[],
  { ownMeasurements }: Pick<Words['ranking'], 'ownMeasurements'>,
): Record<string, string> {
  const texts = (textOf: (source: SideSource) => string | null | undefined) =>
    statedOnce(sources.map(textOf)).join(' ');
  return {
    image: texts(({ image }) => image),
    source: texts(({ url }) => url),
    file: texts(({ file }) => file),
    licence: texts(({ license }) => license),
    attribution: texts(({ attribution }) => attribution ?? ownMeasurements),
  };
}
