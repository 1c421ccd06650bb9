import type { ComparisonForm, Offer } from './form.ts';
import { drawnCard, publishedCard } from './routes/card.ts';
import { comparisonPageForm } from './routes/comparison-page.ts';
import { COMPARISON_KEYS, PICTURE_KEYS, PNG_KEYS } from './schema/query-parameters.ts';
import { comparisonCard } from './view/card/card.ts';
import { chartSvg } from './view/text/chart-svg.ts';
import { comparisonCsv } from './view/text/csv.ts';
import { comparisonDocument } from './view/text/json.ts';
import { comparisonMarkdown } from './view/text/markdown.ts';

/** Every form. What is served, linked, offered and described follows from these rows. */
export const FORMS: readonly ComparisonForm[] = [
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
    view: ({ comparison, links, ask }) => comparisonCsv(comparison, links.pinned, ask.words.figure),
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
    view: ({ comparison, ask }) =>
      drawnCard((...how) => comparisonCard(comparison, ...how), ask, 'svg'),
  },
  {
    name: 'png',
    extension: '.png',
    medium: 'png',
    takes: PNG_KEYS,
    isPicture: true,
    published: publishedCard,
    view: ({ comparison, ask }) =>
      drawnCard((...how) => comparisonCard(comparison, ...how), ask, 'png'),
  },
];

/** What a page offers: the other forms, and one of them at another size. */
export const OFFERS: readonly Offer[] = [
  ...FORMS.filter(({ extension }) => extension !== ''),
  { ...formNamed('png'), name: 'pngLarge', keys: { scale: '2' } },
];

/** The form of a name. @throws RangeError for a name that none has */
export function formNamed(name: string): ComparisonForm {
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
