import type { Form } from '../form.ts';
import type { Ask, AddressMatch, Body, ReleaseRoute } from '../http/route.ts';

/** What the addresses of one thing have in common, whatever its form. */
interface FormAddresses<F extends Form<never>, T> extends Pick<
  ReleaseRoute,
  'path' | 'patterns' | 'meanings'
> {
  /** addresses without an extension, a path with a query where it has one */
  readonly examples: readonly (readonly [path: string, query?: string])[];
  /** what a form of it is, in the description of the API */
  readonly summary: (name: F['name']) => string;
  readonly find: (ask: Ask, extension: string) => AddressMatch<T> | Promise<AddressMatch<T>>;
  readonly make: (ask: Ask, found: T, form: F) => Promise<Body>;
}

/**
 * A route for each form of one thing. Its page answers Markdown or JSON to a client that prefers one.
 *
 * @param forms - among them the page, whose extension is empty, `md` and `json`
 */
export function formRoutes<F extends Form<never>, T>(
  forms: readonly F[],
  { examples, summary, find, make, ...addresses }: FormAddresses<F, T>,
): ReleaseRoute<T>[] {
  const madeAs = (form: F) => (ask: Ask, found: T) => make(ask, found, form);
  const named = (name: 'md' | 'json') => madeAs(forms.find((form) => form.name === name)!);
  return forms.map((form) => {
    const { name, extension, medium, takes, schema, isPicture } = form;
    const isPage = extension === '';
    return {
      ...addresses,
      path: `${addresses.path}${extension}`,
      extension,
      examples: examples.map(([path, query = '']) => `${path}${extension}${query}`),
      summary: summary(name),
      ...(schema !== undefined && { schema }),
      medium,
      kind: isPage ? 'page' : 'data',
      keys: takes,
      ...(isPicture && { isPicture }),
      find: (ask) => find(ask, extension),
      make: madeAs(form),
      ...(isPage && { negotiated: { md: named('md'), json: named('json') } }),
    };
  });
}
