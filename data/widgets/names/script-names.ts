import { parse } from '@swc/core';

/** What has a name in a script that may be any other: a variable, or a property of the script's own. */
export interface Named {
  /** the name that it has, with `.` before a property's and `#` before a private member's */
  readonly source: string;
  /** numbers of the others that may not have the same name */
  readonly rivals: readonly number[];
}

/** Where such a name stands in the script. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** number of what has the name */
  readonly named: number;
  /** of `{ key }`, which is short for `{ key: name }`: the key, or the number of what has it as name */
  readonly key: string | number | null;
}

/** What a script names, and the statements that it consists of. */
export interface ScriptNames {
  readonly named: readonly Named[];
  /** ascending */
  readonly places: readonly Place[];
  /** names that others know as well: no variable may become one of the first, no property of the second */
  readonly globals: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  /** ascending; `name` is that of a function, which may stand anywhere among the statements */
  readonly statements: readonly { readonly start: number; readonly name: string | null }[];
}

/** A node of the parser's tree, whose own types leave out what tells variables apart. */
interface Node {
  readonly type: string;
  readonly span: { readonly start: number };
  readonly value: unknown;
  /** differs between equal names of different variables; the name of a property has none */
  readonly ctxt?: number;
  readonly [part: string]: unknown;
}

/** A part of the script that can have variables of its own. */
interface Scope {
  readonly parent: Scope | null;
  readonly isFunction: boolean;
}

interface Variable {
  readonly number: number;
  /** where it is declared and used */
  readonly uses: Scope[];
  isVar: boolean;
}

const FUNCTION =
  /^(Arrow)?Function(Declaration|Expression)$|^Constructor$|Method|^(Class|Private|Getter|Setter)\w*Property$|^StaticBlock$/;
const BLOCK = /^(BlockStatement|CatchClause|For\w*Statement|SwitchStatement)$/;
/** What says names in yet another way, and no script of ours has. */
const UNKNOWN = /^(Import|Export)\w*Declaration$|^(Labeled|With)Statement$/;

/**
 * @param text - of ASCII alone, each statement with its own end
 * @param internal - names of the properties that only the script knows
 * @throws Error for a kind of statement that no script of ours has
 */
export async function scriptNames(
  text: string,
  internal: ReadonlySet<string>,
): Promise<ScriptNames> {
  const tree = await treeOf(text);
  const offset = tree.span.start;
  const globalCtxt = ((await treeOf('x')).body[0]!.expression as Node).ctxt;
  const sources: string[] = [];
  const numbers = new Map<string, number>();
  const variables = new Map<string, Variable>();
  const places: Place[] = [];
  const globals = new Set<string>();
  const properties = new Set<string>();

  const numberOf = (id: string, source: string): number => {
    if (!numbers.has(id)) numbers.set(id, sources.push(source) - 1);
    return numbers.get(id)!;
  };
  const place = (start: number, name: string, named: number, key: Place['key'] = null) => {
    places.push({ start, end: start + name.length, named, key });
  };
  const keyOf = (name: string): string | number => {
    if (internal.has(name)) return numberOf(`.${name}`, `.${name}`);
    properties.add(name);
    return name;
  };
  const variable = (node: Node, scope: Scope, key: Place['key'] = null): void => {
    const name = node.value as string;
    if (node.ctxt === globalCtxt) {
      if (key !== null) throw new Error(`names of a script: { ${name} } is a global`);
      globals.add(name);
      return;
    }
    const id = `${name} ${node.ctxt}`;
    const number = numberOf(id, name);
    if (!variables.has(id)) variables.set(id, { number, uses: [], isVar: false });
    variables.get(id)!.uses.push(scope);
    place(node.span.start - offset, name, number, key);
  };
  const property = (node: Node): void => {
    const key = keyOf(node.value as string);
    if (typeof key === 'number') place(node.span.start - offset, node.value as string, key);
  };
  const shorthand = (node: Node, scope: Scope): void => {
    variable(node, scope, keyOf(node.value as string));
  };
  const visit = (part: unknown, scope: Scope): void => {
    if (part === null || typeof part !== 'object') return;
    if (Array.isArray(part)) {
      for (const one of part) visit(one, scope);
      return;
    }
    const node = part as Node;
    if (UNKNOWN.test(node.type)) throw new Error(`names of a script: it has a ${node.type}`);
    if (node.type === 'Identifier') {
      if (node.ctxt === undefined) property(node);
      else variable(node, scope);
      return;
    }
    if (node.type === 'PrivateName') {
      const name = node.value as string;
      place(node.span.start - offset + 1, name, numberOf(`#${name}`, `#${name}`));
      return;
    }
    if (node.type === 'StringLiteral') properties.add(node.value as string); // may look one up
    if (node.type === 'AssignmentPatternProperty') {
      shorthand(node.key as Node, scope);
      visit(node.value, scope);
      return;
    }
    if (node.type === 'ObjectExpression') {
      for (const one of node.properties as Node[]) {
        if (one.type === 'Identifier') shorthand(one, scope);
        else visit(one, scope);
      }
      return;
    }
    const isFunction = FUNCTION.test(node.type);
    const inner = isFunction || BLOCK.test(node.type) ? { parent: scope, isFunction } : scope;
    for (const [name, child] of Object.entries(node)) {
      const isOwnName = node.type === 'FunctionDeclaration' && name === 'identifier';
      // The block after `catch (error)` cannot declare that name again.
      const isCatchBlock = node.type === 'CatchClause' && name === 'body';
      if (name !== 'span') {
        visit(isCatchBlock ? (child as Node).stmts : child, isOwnName ? scope : inner);
      }
    }
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      markVars((node.declarations as Node[]).map(({ id }) => id));
    }
  };
  /** Variables of `var` are of the whole function, wherever they stand. */
  const markVars = (part: unknown): void => {
    if (part === null || typeof part !== 'object') return;
    const { value, ctxt } = part as Node;
    const found = variables.get(`${String(value)} ${ctxt}`);
    if (found) found.isVar = true;
    Object.values(part).forEach(markVars);
  };
  visit(tree.body, { parent: null, isFunction: true });
  const rivals = rivalsOf(sources, [...variables.values()]);
  return {
    named: sources.map((source, i) => ({ source, rivals: rivals[i]! })),
    places: places.toSorted((a, b) => a.start - b.start),
    globals,
    properties,
    statements: tree.body.map(({ type, span, identifier }) => ({
      start: span.start - offset,
      name: type === 'FunctionDeclaration' ? ((identifier as Node).value as string) : null,
    })),
  };
}

async function treeOf(text: string): Promise<{ body: Node[]; span: Node['span'] }> {
  const tree: unknown = await parse(text, { syntax: 'ecmascript', target: 'es2022' });
  return tree as { body: Node[]; span: Node['span'] };
}

/** Of each name the others that it has to differ from. */
function rivalsOf(sources: readonly string[], variables: readonly Variable[]): number[][] {
  const rivals = sources.map((source, i) => {
    // Properties may be of any object, private members of any class.
    const kind = /^[.#]/.exec(source)?.[0];
    return kind ? sources.flatMap((other, j) => (j !== i && other.startsWith(kind) ? j : [])) : [];
  });
  const reaches = variables.map(reachOf);
  for (const [i, one] of reaches.entries()) {
    for (const [j, other] of reaches.entries()) {
      if (i !== j && (one.seenIn.has(other.scope) || other.seenIn.has(one.scope))) {
        rivals[variables[i]!.number]!.push(variables[j]!.number);
      }
    }
  }
  return rivals;
}

/** Where a variable belongs, and where another of its name would hide it. */
function reachOf({ uses, isVar }: Variable): { scope: Scope; seenIn: Set<Scope> } {
  const paths = uses.map(pathOf);
  let depth = paths[0]!.findIndex((scope, i) => paths.some((path) => path[i] !== scope)) - 1;
  if (depth < 0) depth = paths[0]!.length - 1; // all are within the first
  while (isVar && !paths[0]![depth]!.isFunction) depth--;
  return { scope: paths[0]![depth]!, seenIn: new Set(paths.flatMap((path) => path.slice(depth))) };
}

/** From the script inwards. */
function pathOf(scope: Scope): Scope[] {
  return scope.parent ? [...pathOf(scope.parent), scope] : [scope];
}
