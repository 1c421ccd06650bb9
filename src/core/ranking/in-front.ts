/** Stands among keys of rows for "all but these". */
export const ALL_BUT = '!';

/**
 * Whether a row, by its key, stands in front in the chart of a ranking: with a colour and a label,
 * before all others.
 *
 * @param asked - keys of rows, joined with commas; with {@link ALL_BUT} among them, those of the rows
 *   that are not in front; empty for none
 */
export function inFront(asked: string): (key: string) => boolean {
  const keys = asked.split(',');
  return (key) => keys.includes(key) !== keys.includes(ALL_BUT);
}

/**
 * The rows in front with one of them behind, or one more in front as the last one; with `ALL_BUT`,
 * inverted.
 */
export function withToggled(asked: string, key: string): string {
  const keys = asked.split(',').filter(Boolean);
  const others = keys.filter((one) => one !== key);
  return (others.length < keys.length ? others : [...keys, key]).join();
}
