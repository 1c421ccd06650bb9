/** Digits in groups of three, apart by a space, an apostrophe or an underscore. */
const SPACED = /^[+-]?\d{1,3}(?:[\s'’_]\d{3})+(?:[.,]\d+)?$/;
const ENGLISH = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const CONTINENTAL = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;
/** One group of three behind a comma: 1,234 is a thousand to some and one and a bit to others. */
const EITHER_COMMA = /^[+-]?\d{1,3},\d{3}$/;
/** The same behind a point, which a file with commas for the decimals uses for thousands. */
const EITHER_POINT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** Whether a file has a cell that can only be read with a comma before its decimals. */
export function hasDecimalComma(sample: string, delimiter: string): boolean {
  if (delimiter === ',') return false;
  const cells = sample.split(/\r?\n/).flatMap((line) => line.split(delimiter));
  return cells.some((written) => {
    const cell = written.replaceAll('"', '').trim();
    return CONTINENTAL.test(cell) || (DECIMAL_COMMA.test(cell) && !EITHER_COMMA.test(cell));
  });
}

/**
 * A number of a cell as JavaScript writes it, without thousands separators; `null` where it can be
 * read in two ways. What is no number stays as it is.
 *
 * @param delimiter - between the cells: where it is no comma, a comma may be the decimal one
 * @param hasDecimalCommas - elsewhere in the file
 */
export function plainNumber(
  cell: string,
  delimiter: string,
  hasDecimalCommas: boolean,
): string | null {
  if (SPACED.test(cell)) return cell.replaceAll(/[\s'’_]/g, '').replace(',', '.');
  if (delimiter === ',') return ENGLISH.test(cell) ? cell.replaceAll(',', '') : cell;
  if (EITHER_COMMA.test(cell)) return null;
  if (EITHER_POINT.test(cell) && hasDecimalCommas) return cell.replace('.', '');
  if (CONTINENTAL.test(cell)) return cell.replaceAll('.', '').replace(',', '.');
  if (ENGLISH.test(cell)) return cell.replaceAll(',', '');
  return DECIMAL_COMMA.test(cell) ? cell.replace(',', '.') : cell;
}
