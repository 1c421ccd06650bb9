import type { Named, Place, ScriptNames } from './script-names.ts';

/** How a script is written: the short name of everything that it names, and the order of its statements. */
export interface Writing {
  /** in the order of {@link ScriptNames.named} */
  readonly names: readonly string[];
  /** numbers of {@link ScriptNames.statements} */
  readonly order: readonly number[];
}

/** What is kept of a {@link Writing} for scripts that are not quite the same any more. */
export interface KeptWriting {
  /** what had a name, and the name, in the order of the script */
  readonly names: readonly (readonly [source: string, name: string])[];
  /** names of functions; `*` is the next statement of another kind */
  readonly order: readonly string[];
}

const ANY_OTHER = '*';
/** First the letters that are most frequent in code as it is. */
const LETTERS = [...'terinasloudhcpmgfbvwykxMSCTPjOqzERALUWNHBIGDVFQKJXYZ$_'];
const KEYWORDS = new Set(['as', 'do', 'if', 'in', 'is', 'of']);
/** One letter or two: enough for any of our scripts. */
export const SHORT_NAMES: readonly string[] = [
  ...LETTERS,
  ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)),
].filter((name) => !KEYWORDS.has(name));

/** Whether something may have a name, as far as nothing else of the script's own is concerned. */
export function isFree({ source }: Named, name: string, script: ScriptNames): boolean {
  if (source.startsWith('#')) return true;
  if (!source.startsWith('.')) return !script.globals.has(name);
  // A document has fields of which the script says nothing, and spreads them: `to`, `id`.
  return !script.properties.has(name) && !/^[a-z]{2,}$/.test(name);
}

/** What is kept, for what is still there; free short names for the rest, which stays where it was. */
export function writingOf(script: ScriptNames, kept: KeptWriting): Writing {
  const names: (string | undefined)[] = script.named.map(() => undefined);
  const give = (i: number, wanted: readonly string[]) => {
    const one = script.named[i]!;
    const taken = new Set(one.rivals.map((rival) => names[rival]));
    names[i] = wanted.find((name) => !taken.has(name) && isFree(one, name, script));
  };
  const sources = script.named.map(({ source }) => source);
  const keptSources = kept.names.map(([source]) => source);
  for (const [i, j] of commonSequence(sources, keptSources)) give(i, [kept.names[j]![1]]);
  for (const [i, name] of names.entries()) if (name === undefined) give(i, SHORT_NAMES);
  return { names: names as string[], order: orderOf(script.statements, kept.order) };
}

export function keptWriting({ named, statements }: ScriptNames, writing: Writing): KeptWriting {
  return {
    names: named.map(({ source }, i) => [source, writing.names[i]!]),
    order: writing.order.map((i) => statements[i]!.name ?? ANY_OTHER),
  };
}

/** A stretch of a script: what stays as it is, or a place with a name. */
export interface Stretch {
  readonly start: number;
  readonly content: string | Place;
}

/** The stretches of each statement. */
export function stretchesOf(text: string, { places, statements }: ScriptNames): Stretch[][] {
  let next = 0;
  return statements.map(({ start }, i) => {
    const end = statements[i + 1]?.start ?? text.length;
    const stretches: Stretch[] = [];
    let at = start;
    for (; places[next] && places[next]!.end <= end; next++) {
      const place = places[next]!;
      stretches.push({ start: at, content: text.slice(at, place.start) });
      stretches.push({ start: place.start, content: place });
      at = place.end;
    }
    return [...stretches, { start: at, content: text.slice(at, end) }];
  });
}

/** The script as it is written. */
export function written(statements: readonly (readonly Stretch[])[], writing: Writing): string {
  let text = '';
  for (const i of writing.order) {
    for (const { content } of statements[i]!) text += writtenStretch(content, writing);
  }
  return text;
}

/** Of each character of what is {@link written} the place in the script that it is from. */
export function originsOf(statements: readonly (readonly Stretch[])[], writing: Writing): number[] {
  return writing.order.flatMap((i) =>
    statements[i]!.flatMap(({ start, content }) =>
      Array.from(writtenStretch(content, writing), (_, at) =>
        typeof content === 'string' ? start + at : start,
      ),
    ),
  );
}

function writtenStretch(content: Stretch['content'], { names }: Writing): string {
  if (typeof content === 'string') return content;
  const { key: ownKey, named } = content;
  const key = typeof ownKey === 'number' ? names[ownKey]! : ownKey;
  return key === null || key === names[named] ? names[named]! : `${key}:${names[named]!}`;
}

function orderOf(statements: ScriptNames['statements'], kept: readonly string[]): number[] {
  const others = statements.flatMap(({ name }, i) => (name === null ? i : []));
  const order = kept.flatMap((name) => {
    if (name === ANY_OTHER) return others.shift() ?? [];
    const i = statements.findIndex((statement) => statement.name === name);
    return i < 0 ? [] : i;
  });
  order.push(...others);
  for (const i of statements.keys()) {
    if (!order.includes(i)) order.splice(order.indexOf(i - 1) + 1, 0, i); // new: after what it follows
  }
  return order;
}

/** Pairs of places of a longest sequence that both lists have, ascending. */
function commonSequence(a: readonly string[], b: readonly string[]): [i: number, j: number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width); // of what is common from (i, j) on
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}
