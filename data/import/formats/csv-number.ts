/** Digits in groups of three, apart by a space, an apostrophe or an underscore. */
const SPACED = /^[+-]?\d{1,3}(?:[\s'’_]\d{3})+(?:[.,]\d+)?$/;
const ENGLISH = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const CONTINENTAL = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;
/** One group of three behind a comma: 1,234 is a thousand to some and one and a bit to others. */
const EITHER = /^[+-]?\d{1,3},\d{3}$/;

/**
 * A number of a cell as JavaScript writes it, without thousands separators; `null` where it can be
 * read in two ways. What is no number stays as it is.
 *
 * @param delimiter - between the cells: where it is no comma, a comma may be the decimal one
 */
export function plainNumber(cell: string, delimiter: string): string | null {
  if (SPACED.test(cell)) return cell.replaceAll(/[\s'’_]/g, '').replace(',', '.');
  if (delimiter === ',') return ENGLISH.test(cell) ? cell.replaceAll(',', '') : cell;
  if (EITHER.test(cell)) return null;
  if (CONTINENTAL.test(cell)) return cell.replaceAll('.', '').replace(',', '.');
  if (ENGLISH.test(cell)) return cell.replaceAll(',', '');
  return DECIMAL_COMMA.test(cell) ? cell.replace(',', '.') : cell;
}
