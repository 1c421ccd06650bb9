/** The function with its last result kept, which it gives again for the same arguments (`===`). */
export function memoizeLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let lastArgs: Args | undefined;
  let lastResult: Result;
  return (...args) => {
    if (!lastArgs || args.some((arg, i) => arg !== lastArgs![i])) {
      lastResult = compute(...(lastArgs = args));
    }
    return lastResult;
  };
}
