/** An element of an XML document as its tag says it. */
export interface Tag {
  readonly name: string;
  /** value by name, entities as they stand */
  readonly attributes: Readonly<Record<string, string>>;
}

const NAME = '[A-Za-z_][\\w.:-]*';
const TEXT = '(?:[^<>&]|&(?:amp|lt|gt|quot|apos|#\\d+|#x[\\da-fA-F]+);)';
const ATTRIBUTE = `\\s+(${NAME})="((?:(?!")${TEXT}|>)*)"`;
const TOKEN = new RegExp(
  `${TEXT}+|<(/?)(${NAME})((?:${ATTRIBUTE.replaceAll(/\((?!\?)/g, '(?:')})*)\\s*(/?)>`,
  'y',
);

/**
 * The elements of an XML document in their order. It takes as much of XML as the site writes: one
 * declaration, elements, quoted attributes, text; anything else counts as not well-formed.
 *
 * @throws Error at the first place that is not well-formed
 */
export function parsedXml(document: string): Tag[] {
  const source = document.replace(/^<\?xml [^<>]*\?>\s*/, '');
  const tags: Tag[] = [];
  const open: string[] = [];
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [token, slash, name, attributes = '', isEmpty] = TOKEN.exec(source) ?? [];
    const where = source.slice(at, at + 80);
    if (token === undefined) throw new Error(`not well-formed at ${where}`);
    if (name === undefined) continue;
    if (slash === '/' && open.pop() !== name) throw new Error(`closed and not open: ${where}`);
    if (slash === '/') continue;
    if (open.length === 0 && tags.length > 0) throw new Error(`a second root: ${where}`);
    const pairs = [...attributes.matchAll(new RegExp(ATTRIBUTE, 'g'))];
    const byName = Object.fromEntries(pairs.map(([, key, value]) => [key!, value!]));
    if (Object.keys(byName).length < pairs.length) throw new Error(`an attribute twice: ${where}`);
    tags.push({ name, attributes: byName });
    if (isEmpty !== '/') open.push(name);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`);
  return tags;
}
