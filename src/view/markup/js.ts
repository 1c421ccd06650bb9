/**
 * An inline script as it is served: without indentation, blank lines and comments that have a line
 * of their own. Text over several lines would lose its indentation too. Backslashes stand for
 * themselves.
 */
export function js(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw(parts, ...values)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n');
}
