import type { Headline } from '../../core/comparison-types.ts';
import { labelOf } from '../figure/side-names.ts';
import { NONE } from '../format.ts';
import { cardPicture } from './card-picture.ts';
import { en as words } from '../words/en/home.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { page } from './page.ts';
import { en as pageWords } from '../words/en/page.ts';

export interface FeaturedComparison {
  readonly label: string;
  readonly href: string;
  /** what it says at its middle target; `null` where the sides share no interactivity */
  readonly headline: Pick<Headline, 'interactivity' | 'lead'> | null;
  /** what readers call a side, by its key */
  readonly sides: readonly { readonly key: string; readonly label: string }[];
  /** address of its card, where it is to be shown */
  readonly card?: string | null;
}

interface LinkGroup {
  readonly label: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

export interface HomeView {
  /** absolute address of this page */
  readonly canonical: string;
  /** by model */
  readonly featured: readonly {
    readonly label: string;
    readonly comparisons: readonly FeaturedComparison[];
  }[];
  /** by model, then by hardware */
  readonly picker: readonly { readonly label: string; readonly groups: readonly LinkGroup[] }[];
  /** id of a comparison to show the forms of an address with; `null` in an empty release */
  readonly example: string | null;
  /** `null` before anything is published */
  readonly release: { readonly id: string; readonly publishedAt: string } | null;
}

/** The home page: what this is, featured comparisons with their answers, a picker, the address. */
export function homePage(view: HomeView): Markup {
  const { canonical, featured, example, release } = view;
  return page(
    { title: pageWords.site, description: words.lead.join(' '), canonical, data: siteData(view) },
    h('h1', { class: 'solo' }, words.title),
    words.lead.map((sentence, i) => h('p', { class: i === 0 ? 'lead' : 'txt' }, sentence)),
    featured.length > 0 &&
      h(
        'section',
        { class: 'sec', id: 'comparisons' },
        h('h2', null, words.featured),
        h('div', { class: 'cols' }, featured.map(model)),
      ),
    picker(view),
    example !== null && forms(`/compare/${example}`, release?.id ?? null),
    release &&
      h(
        'p',
        { class: 'sec mut sm' },
        pageWords.release(release.id, release.publishedAt.slice(0, 10)),
      ),
  );
}

function model({ label, comparisons }: HomeView['featured'][number]): Markup {
  return h(
    'section',
    null,
    h('h3', null, label),
    h('ul', { class: 'big' }, comparisons.map(featuredItem)),
  );
}

function featuredItem(one: FeaturedComparison): Markup {
  const { label, href, card = null } = one;
  const [figure, said] = answer(one);
  return h(
    'li',
    null,
    card !== null && cardPicture(card, ''),
    h('a', { href }, label),
    h('b', { class: 'num' }, figure),
    h('span', null, said),
  );
}

/** The ratio, or the word in its place, and what it is of. */
function answer(one: FeaturedComparison): readonly [figure: string, said: string] {
  if (one.headline === null) return [NONE, words.noLead];
  const { lead, interactivity } = one.headline;
  if (lead.outcome === 'level') return [words.level, words.levelAt(interactivity)];
  const isAhead = lead.outcome === 'ahead';
  const [side, over] = [labelOf(one, lead.side), labelOf(one, lead.over)];
  return [words.ratio(lead.ratio, isAhead), words.leadOf(side, over, interactivity, isAhead)];
}

function picker({ picker: models }: HomeView): Child {
  if (models.length === 0) return null;
  return h(
    'section',
    { class: 'sec pick', id: 'find' },
    h('h2', null, words.picker),
    h('p', { class: 'mut' }, words.pickerLead),
    models.map(({ label, groups }) =>
      h('details', null, h('summary', null, label), groups.map(linkGroup)),
    ),
  );
}

function linkGroup({ label, links }: LinkGroup): Markup {
  return h(
    'details',
    null,
    h('summary', null, label),
    h(
      'ul',
      null,
      links.map((link) => h('li', null, h('a', { href: link.href }, link.label))),
    ),
  );
}

function forms(base: string, release: string | null): Markup {
  const rows: (readonly [string, string])[] = [...words.forms(base)];
  if (release !== null) rows.push([`${base}?release=${release}`, words.pinned]);
  return h(
    'section',
    { class: 'sec', id: 'address' },
    h('h2', null, words.address),
    h('p', { class: 'txt' }, words.addressLead),
    h(
      'dl',
      { class: 'forms' },
      rows.map(([href, what]) => [
        h('dt', null, h('a', { href }, h('code', null, href))),
        h('dd', null, what),
      ]),
    ),
  );
}

function siteData({ canonical }: HomeView): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: pageWords.site,
    url: canonical,
    description: words.lead[1],
  };
}
