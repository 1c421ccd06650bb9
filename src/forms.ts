import type { Ask, Body } from './http/route.ts';
import type { Medium } from './http/media.ts';
import { drawnCard, publishedCard } from './routes/card.ts';
import { comparisonPageForm } from './routes/comparison-page.ts';
import { COMPARISON_KEYS, PICTURE_KEYS, PNG_KEYS } from './schema/query-parameters.ts';
import type { ParameterName } from './schema/query-parameters.ts';
import type { Located } from './release/locate.ts';
import type { Comparison } from './core/comparison-types.ts';
import type { LinkedForm, Links } from './view/links.ts';
import { chartSvg } from './view/text/chart-svg.ts';
import { comparisonCsv } from './view/text/csv.ts';
import { comparisonDocument } from './view/text/json.ts';
import { comparisonMarkdown } from './view/text/markdown.ts';
import type { Words } from './view/words/words.ts';

/** A comparison, and what its forms say beside it. */
export interface Answered {
  readonly ask: Ask;
  readonly located: Located;
  readonly comparison: Comparison;
  readonly links: Links;
}

/** A form of a comparison: `/compare/<id><extension>`. */
export interface Form extends LinkedForm {
  /** in `links`, and among the words of forms */
  readonly name: keyof Words['forms'];
  readonly medium: Medium;
  /** query keys it takes */
  readonly takes: readonly ParameterName[];
  /** the whole comparison for programs: `rel=alternate`, a distribution of the data set */
  readonly isData?: boolean;
  /** a picture, which refuses with a picture */
  readonly isPicture?: boolean;
  /** its name in the OpenAPI description, if it has a shape */
  readonly schema?: string;
  /** what was made of it when the release was published; `null` for nothing */
  readonly published?: (ask: Ask, located: Located) => Promise<Body | null>;
  readonly view: (answered: Answered) => Body | Promise<Body>;
}

/** Every form. What is served, linked, offered and described follows from these rows. */
export const FORMS: readonly Form[] = [
  {
    name: 'page',
    extension: '',
    medium: 'html',
    takes: COMPARISON_KEYS,
    view: (answered) => comparisonPageForm(answered, OFFERS),
  },
  {
    name: 'json',
    extension: '.json',
    medium: 'json',
    takes: COMPARISON_KEYS,
    isData: true,
    schema: 'Comparison',
    view: ({ comparison, links, ask }) =>
      JSON.stringify(comparisonDocument(comparison, links, ask.words)),
  },
  {
    name: 'csv',
    extension: '.csv',
    medium: 'csv',
    takes: COMPARISON_KEYS,
    isData: true,
    view: ({ comparison, links }) => comparisonCsv(comparison, links),
  },
  {
    name: 'md',
    extension: '.md',
    medium: 'md',
    takes: COMPARISON_KEYS,
    isData: true,
    view: ({ comparison, links, ask }) => comparisonMarkdown(comparison, links, ask.words),
  },
  {
    name: 'chart',
    extension: '.chart.svg',
    medium: 'svg',
    takes: PICTURE_KEYS,
    view: ({ comparison, ask: { query, words } }) =>
      chartSvg(comparison, words, { theme: query.theme }),
  },
  {
    name: 'svg',
    extension: '.svg',
    medium: 'svg',
    takes: PICTURE_KEYS,
    isPicture: true,
    view: ({ comparison, ask }) => drawnCard(comparison, ask, 'svg'),
  },
  {
    name: 'png',
    extension: '.png',
    medium: 'png',
    takes: PNG_KEYS,
    isPicture: true,
    published: publishedCard,
    view: ({ comparison, ask }) => drawnCard(comparison, ask, 'png'),
  },
];

/** A form as something to take along. */
export type Offer = LinkedForm & Pick<Form, 'name' | 'medium' | 'isData'>;

/** What a page offers: the other forms, and one of them at another size. */
export const OFFERS: readonly Offer[] = [
  ...FORMS.filter(({ extension }) => extension !== ''),
  { ...formNamed('png'), name: 'pngLarge', keys: { scale: '2' } },
];

export function formNamed(name: string): Form {
  const form = FORMS.find((candidate) => candidate.name === name);
  if (form === undefined) throw new RangeError(`no form is called ${name}`);
  return form;
}

/** The extension that a path ends with; empty for that of a page. */
export function extensionOf(path: string): string {
  const lower = path.toLowerCase().replace(/\/+$/, '');
  const fitting = FORMS.filter(({ extension }) => lower.endsWith(extension));
  return fitting.reduce((a, b) => (b.extension.length > a.extension.length ? b : a)).extension;
}
