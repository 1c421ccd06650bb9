import { SHORT_NAMES, isFree, stretchesOf, written } from './short-names.ts';
import type { Writing } from './short-names.ts';
import type { ScriptNames } from './script-names.ts';

/** Names that most variables can have: each of them more often is worth more than other ones. */
const FREQUENT = 24;
/** How many others give way to a name, with the one that gets free. */
const MOST_SWAPPED = 3;

/**
 * Writings of a script, each at least as small as the one before: what has a name gets another, or a
 * function another place. Which one packs better only shows when it is packed; rules that were tried
 * (names in the order of declaration, or of their frequency; one name for all that is called alike in
 * the source; names that make short stretches of text repeat) come to 2 to 4 % more.
 *
 * @param random - 0 up to 1, anew each time
 * @param sizeOf - bytes of a text once it is packed
 */
export function* betterWritings(
  text: string,
  script: ScriptNames,
  start: Writing,
  { random, sizeOf }: { random: () => number; sizeOf: (text: string) => number },
): Generator<{ writing: Writing; size: number }, never> {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const keys = keysOf(script);
  const statements = stretchesOf(text, script);
  let writing = start;
  let size = sizeOf(written(statements, writing));
  for (;;) {
    const next = random() < 0.1 ? reordered(writing) : renamed(writing);
    const nextSize = next && sizeOf(written(statements, next));
    if (next && nextSize! <= size) [writing, size] = [next, nextSize!];
    yield { writing, size };
  }

  function renamed({ names, order }: Writing): Writing | null {
    const i = Math.floor(random() * names.length);
    const name = wantedName(i, names);
    const before = names[i]!;
    const rivals = script.named[i]!.rivals.filter((rival) => names[rival] === name);
    if (name === before || rivals.length > MOST_SWAPPED) return null;
    const next = names.with(i, name);
    for (const rival of rivals) next[rival] = before;
    const isAllowed = [i, ...rivals].every(
      (one) =>
        isFree(script.named[one]!, next[one]!, script) &&
        script.named[one]!.rivals.every((rival) => next[rival] !== next[one]),
    );
    return isAllowed ? { names: next, order } : null;
  }

  function wantedName(i: number, names: readonly string[]): string {
    const key = keys.get(i);
    if (key !== undefined && random() < 0.2) return typeof key === 'number' ? names[key]! : key;
    if (random() < 0.3) return any(names);
    return any(SHORT_NAMES.slice(0, FREQUENT));
  }

  function reordered({ names, order }: Writing): Writing | null {
    const from = Math.floor(random() * order.length);
    const to = Math.floor(random() * order.length);
    // Only functions are there before their place is reached.
    if (script.statements[order[from]!]!.name === null) return null;
    const next = order.toSpliced(from, 1);
    next.splice(to, 0, order[from]!);
    return { names, order: next };
  }
}

/** Keys of `{ key: name }`: a name like the key is not written at all. */
function keysOf({ places }: ScriptNames): Map<number, string | number> {
  return new Map(places.flatMap(({ named, key }) => (key === null ? [] : [[named, key]])));
}
