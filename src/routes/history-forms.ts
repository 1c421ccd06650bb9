import { formOffers } from '../form.ts';
import { HISTORY_KEYS, HISTORY_PAGE_KEYS } from '../schema/query-parameters.ts';
import { historyKeys } from '../schema/query.ts';
import { historyPage } from '../view/page/history/history-page.ts';
import { historyCsv } from '../view/text/history-csv.ts';
import { historyDocument } from '../view/text/history-json.ts';
import { historyMarkdown } from '../view/text/history-markdown.ts';
import type { HistoryForm } from './history-form.ts';

/** Every form of a history. What is served, linked, offered and described follows from these rows. */
export const HISTORY_FORMS: readonly HistoryForm[] = [
  {
    name: 'page',
    extension: '',
    medium: 'html',
    takes: HISTORY_PAGE_KEYS,
    view: ({ ask: { query, words, toDocument }, history, links, siblings }) => {
      const keys = historyKeys(query.keys);
      const offers = formOffers(HISTORY_OFFERS, links);
      const chosen = { before: query.before, after: query.after };
      return toDocument(historyPage({ history, links, keys, offers, siblings, chosen }, words));
    },
  },
  {
    name: 'json',
    extension: '.json',
    medium: 'json',
    takes: HISTORY_KEYS,
    isData: true,
    schema: 'History',
    view: ({ ask: { query, words }, history, links }) =>
      JSON.stringify(historyDocument(history, links, query.keys, words)),
  },
  {
    name: 'csv',
    extension: '.csv',
    medium: 'csv',
    takes: HISTORY_KEYS,
    isData: true,
    view: ({ history, links, ask }) => historyCsv(history, links, ask.words.ranking),
  },
  {
    name: 'md',
    extension: '.md',
    medium: 'md',
    takes: HISTORY_KEYS,
    isData: true,
    view: ({ history, links, ask }) => historyMarkdown(history, links, ask.words),
  },
];

/** What a page offers: the other forms. */
export const HISTORY_OFFERS = HISTORY_FORMS.filter(({ extension }) => extension !== '');
