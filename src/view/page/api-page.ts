import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';
import { section } from './section.ts';
import { page } from './page.ts';

/** What the page says of one address. */
export interface DescribedAddress {
  /** its parts in braces */
  readonly path: string;
  readonly summary: string;
  /** query keys that it takes */
  readonly keys: readonly string[];
  /** path and query of one that answers; `null` where the release has none */
  readonly example: string | null;
}

interface ApiView {
  /** absolute address of this page */
  readonly canonical: string;
  readonly addresses: readonly DescribedAddress[];
  readonly keys: readonly { readonly name: string; readonly description: string }[];
}

/** Every address with an answer to look at, and every query key, as the OpenAPI description has them. */
export function apiPage({ canonical, addresses, keys }: ApiView, all: Words): Markup {
  const words = all.api;
  const list = (rows: readonly (readonly [name: Markup | string, about: string])[]) =>
    h(
      'dl',
      { class: 'addresses' },
      rows.map(([name, about]) => [h('dt', null, name), h('dd', null, about)]),
    );
  const link = (href: string, text: string) => h('a', { href }, h('code', null, text));
  const described = ({ path, summary, keys: names, example }: DescribedAddress) =>
    [
      example === null ? h('code', null, path) : link(example, path),
      names.length === 0 ? `${summary}.` : `${summary}. ${words.takes(names)}`,
    ] as const;
  return page(
    all,
    { title: words.title, description: words.lead, canonical },
    h('h1', { class: 'solo' }, words.title),
    h('p', { class: 'lead' }, words.lead),
    section(words.more, list(words.programs.map(([href, about]) => [link(href, href), about]))),
    section(words.addresses, [
      h('p', { class: 'muted' }, words.addressesLead),
      list(addresses.map(described)),
    ]),
    section(words.keys, [
      h('p', { class: 'muted' }, words.keysLead),
      list(keys.map(({ name, description }) => [h('code', null, name), description])),
    ]),
  );
}
