/** The innermost folder that two lie in; `.` is the outermost. */
export function commonFolder(a: string, b: string): string {
  const [one, other] = [a, b].map((path) => path.split(/[\\/]/).filter((part) => part !== '.'));
  const differs = one!.findIndex((part, i) => part !== other![i]);
  return one!.slice(0, differs < 0 ? one!.length : differs).join('/') || '.';
}
