/** What stands before the decimals of a number. */
type DecimalSign = ',' | '.';

/** Digits in groups of three, apart by a space, an apostrophe or an underscore. */
const SPACED = /^[+-]?[1-9]\d{0,2}(?:[\s'’_]\d{3})+(?:([.,])\d+)?$/;
const ENGLISH = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const CONTINENTAL = /^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;
const DECIMAL_POINT = /^[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** One group of three behind a comma: 1,234 is a thousand to some and one and a bit to others. */
const EITHER_COMMA = /^[+-]?[1-9]\d{0,2},\d{3}$/;
/** The same behind a point. */
const EITHER_POINT = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** Whether a number can be read in two ways, by itself. */
export function hasTwoReadings(cell: string): boolean {
  return EITHER_COMMA.test(cell) || EITHER_POINT.test(cell);
}

/** The sign of the decimals that a number tells, by them or by its groups of thousands; `null` where it tells none. */
export function decimalSign(cell: string): DecimalSign | null {
  if (hasTwoReadings(cell)) return null;
  const [isSpaced, sign] = SPACED.exec(cell) ?? [];
  if (isSpaced !== undefined) return (sign as DecimalSign | undefined) ?? null;
  if (CONTINENTAL.test(cell) || DECIMAL_COMMA.test(cell)) return ',';
  return ENGLISH.test(cell) || DECIMAL_POINT.test(cell) ? '.' : null;
}

/**
 * A number of a cell as JavaScript writes it, without thousands separators; `null` where it can be
 * read in two ways. What is no number stays as it is.
 *
 * @param delimiter - between the cells: where it is no comma, a comma may be the decimal one
 * @param signs - of the decimals of all numbers of the file
 */
export function plainNumber(
  cell: string,
  delimiter: string,
  signs: ReadonlySet<DecimalSign>,
): string | null {
  if (SPACED.test(cell)) return cell.replaceAll(/[\s'’_]/g, '').replace(',', '.');
  if (hasTwoReadings(cell)) return onlyReading(cell, delimiter, signs);
  if (ENGLISH.test(cell)) return cell.replaceAll(',', '');
  if (delimiter === ',') return cell;
  if (CONTINENTAL.test(cell)) return cell.replaceAll('.', '').replace(',', '.');
  return DECIMAL_COMMA.test(cell) ? cell.replace(',', '.') : cell;
}

/** What a number of two readings is in a file whose other numbers tell one sign of the decimals. */
function onlyReading(
  cell: string,
  delimiter: string,
  signs: ReadonlySet<DecimalSign>,
): string | null {
  const isEnglish = delimiter === ',' && !signs.has(',');
  if (EITHER_COMMA.test(cell)) {
    if (isEnglish) return cell.replace(',', '');
    return isOnly(',', signs) && delimiter !== ',' ? cell.replace(',', '.') : null;
  }
  if (isEnglish || isOnly('.', signs)) return cell;
  return isOnly(',', signs) && delimiter !== ',' ? cell.replace('.', '') : null;
}

function isOnly(sign: DecimalSign, signs: ReadonlySet<DecimalSign>): boolean {
  return signs.size === 1 && signs.has(sign);
}

/** Why a number that can be read in two ways is not read, and how to write it. */
export function twoReadings(cell: string, signs: ReadonlySet<DecimalSign>): string {
  if (signs.size > 1) return 'decimals have , and . here';
  if (EITHER_COMMA.test(cell)) return 'write it without separators';
  return `write ${cell.replace('.', '')} or ${cell}0`;
}
