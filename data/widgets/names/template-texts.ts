import { parse } from '@swc/core';

interface Node {
  readonly type: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly [part: string]: unknown;
}

/**
 * The script with its texts in one kind of quotes, that of templates, of which it has many: `"a"` as
 * `` `a` ``. Nothing changes its place.
 *
 * @param text - of ASCII alone
 */
export async function templateTexts(text: string): Promise<string> {
  const tree: unknown = await parse(text, { syntax: 'ecmascript', target: 'es2022' });
  const offset = (tree as Node).span.start;
  const letters = [...text];
  const visit = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    const { type, span, ...rest } = part as Node;
    if (type === 'StringLiteral') {
      const [first, last] = [span.start - offset, span.end - offset - 1];
      if (/`|\$\{/.test(text.slice(first, last))) return;
      letters[first] = '`';
      letters[last] = '`';
    }
    // A key is no place for a template.
    for (const [name, child] of Object.entries(rest)) if (name !== 'key') visit(child);
  };
  visit((tree as Node).body);
  return letters.join('');
}
