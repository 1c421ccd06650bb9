const MADE = Symbol('made');

/** A tree of elements, the same for HTML, SVG and the DOM. Text is a string, never markup. */
export interface Markup {
  readonly tag: string;
  readonly attrs: Attrs;
  readonly children: readonly (Markup | string)[];
  /** says that {@link h} made it: data of the same shape, from JSON, is text like any other */
  readonly [MADE]: true;
}
/** `null` and `false` are left out, `true` is an empty attribute. */
export type Attrs = Readonly<Record<string, string | number | boolean | null>>;
/** What may stand among children; what is not there is left out, lists are flattened. */
export type Child = Markup | string | null | undefined | false | readonly Child[];

/** Addresses that a link may lead to: the web, or a place on this site. */
const LINK = /^(https?:\/\/|[/?#])/i;

/**
 * An element. A `href`, `src` or `action` that is no web address or place on this site is left out,
 * so that an address from data can never be a script.
 */
export function h(tag: string, attrs: Attrs | null, ...children: readonly Child[]): Markup {
  const kept: Record<string, string | number | boolean | null> = {};
  for (const name in attrs) {
    const value = attrs[name]!;
    if (value === null || value === false) continue;
    const isLink = name === 'href' || name === 'src' || name === 'action';
    if (isLink && !LINK.test(String(value))) continue;
    kept[name] = value;
  }
  const flat = (children as readonly unknown[]).flat(Infinity) as Exclude<
    Child,
    readonly Child[]
  >[];
  return {
    tag,
    attrs: kept,
    children: flat.flatMap((child) =>
      !child ? [] : (child as Markup)[MADE] ? child : String(child),
    ),
    [MADE]: true,
  };
}
