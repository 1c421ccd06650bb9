import type { Words } from '../words/words.ts';
import type { Comparison } from '../../core/comparison-types.ts';
import { CHANGED_SCRIPT, changedNote } from './changed-note.ts';
import { datasetData } from './dataset-data.ts';
import { comparisonForm } from './form.ts';
import { linkList } from './link-list.ts';
import type { FormOffer } from '../form-offer.ts';
import { h } from '../markup/markup.ts';
import type { Child, Markup } from '../markup/markup.ts';
import { COPY_SCRIPT, cardSection } from './card-section.ts';
import { otherConfigurations } from './other-configurations.ts';
import type { SidesRanking } from './other-configurations.ts';
import { matchedSection } from './matched-section.ts';
import { noticeItems } from './notice-items.ts';
import { page } from './page.ts';
import type { PageImage } from './page.ts';
import { COMPARISON_SCRIPT, builderPath } from '../links.ts';
import type { Keys, Links, PageQuery } from '../links.ts';
import { section } from './section.ts';
import { sourcesSection } from './sources-section.ts';
import { COMPARISON_PAGE_STYLE } from './styles.ts';
import { answerSentence, furtherSentences } from '../text/summary.ts';
import type { Snippet } from '../embed/snippets.ts';
import { stillCharts, stillTables } from '../figure/still.ts';
import { noticeText } from '../text/notice-text.ts';

/** What the page of a comparison shows. */
export interface ComparisonView {
  readonly comparison: Comparison;
  /** absolute addresses */
  readonly links: Pick<Links, 'page' | 'pinned' | 'oembed'>;
  /** what it can be taken along as */
  readonly offers: readonly FormOffer[];
  /** absolute address of the card, with these keys in its query; `null` for no card */
  readonly card: ((keys: Keys) => string) | null;
  readonly query: PageQuery;
  /** ids of the rate cards to choose from, oldest first */
  readonly rates: readonly string[];
  /** comparisons that a reader of this one may want next */
  readonly neighbours: readonly { readonly label: string; readonly href: string }[];
  /** code to paste elsewhere; the section shows only when there is some */
  readonly embeds: readonly Snippet[];
  readonly image?: PageImage | null;
  /** the model's other configurations; `null` where the sides are not rows of one ranking */
  readonly sidesRanking: SidesRanking | null;
}

/**
 * The page of a comparison: everything it knows, without a script. With one, chart and table become
 * the element's, which is what other sites show too.
 */
export function comparisonPage(view: ComparisonView, all: Words): Markup {
  const { comparison: c, links, offers, query, sidesRanking, image = null } = view;
  const data = offers.filter(({ isData }) => isData);
  const answer = answerSentence(c, all);
  const isDrawn = hasCurve(c);
  return page(
    all,
    {
      title: c.title,
      description: answer,
      canonical: links.page,
      alternates: [...data, { type: 'application/json+oembed', href: links.oembed }],
      image,
      style: COMPARISON_PAGE_STYLE,
      modules: isDrawn ? [COMPARISON_SCRIPT] : [],
      scripts: isDrawn ? [COPY_SCRIPT, CHANGED_SCRIPT] : [COPY_SCRIPT],
      data: datasetData({
        name: c.title,
        description: answer,
        page: links.page,
        id: c.specificId,
        release: c.release,
        sources: c.sides.flatMap((side) => side.sources),
        credits: all.figure.credits(c.sides),
        variables: ['throughput, tok/s/GPU', 'USD per million tokens', 'tok/s/MW'],
        mostSources: 12,
        forms: data,
      }),
    },
    h('p', { class: 'eyebrow' }, eyebrow(c, all)),
    h('h1', null, c.title),
    h('p', { class: 'lead' }, answer),
    notices(c, all),
    enhanced(isDrawn ? links.page : null, chart(c, all), figures(c, all)),
    legend(c, all.page),
    isDrawn && changedNote(links.page, all.page),
    sidesRanking && otherConfigurations(sidesRanking, all),
    h('div', { class: 'pair follow-up' }, summary(c, all), ask(view, all)),
    matchedSection(c, query, sidesRanking !== null, all),
    sourcesSection(c, links.pinned, all),
    neighbours(view.neighbours, all.page),
    take(offers, all),
    view.card && cardSection(c, links.page, view.card, all),
    embeds(view.embeds, c.id, all),
  );
}

function eyebrow(c: Comparison, { page: words, summary }: Words): string {
  const workload = c.shared.workload ?? c.matched.workload;
  const compared = c.compared.map((dimension) => summary.dimensions[dimension]);
  return [
    c.model.label,
    words.comparing(compared),
    ...(workload ? [words.workload(c.labels[workload] ?? workload)] : []),
  ].join(' · ');
}

function notices(c: Comparison, all: Words): Child {
  if (c.notices.length === 0) return null;
  return h(
    'ul',
    { class: 'notices' },
    noticeItems(c.notices, (notice) => noticeText(notice, all), all),
  );
}

function hasCurve({ sides }: Comparison): boolean {
  return sides.some(({ knots }) => knots.length > 0);
}

/** What the element replaces once its script runs; `null` for what it could not draw. */
function enhanced(src: string | null, ...content: readonly Child[]): Markup {
  const pair = h('div', { class: 'pair' }, ...content);
  if (src === null) return h('div', { class: 'comparison' }, pair);
  const attrs = { src, view: 'chart table', editable: true, loading: 'eager' };
  return h('matchpoint-compare', { class: 'comparison', ...attrs }, pair);
}

/** What the marks mean, outside of what the element replaces: they are the same in both. */
function legend(c: Comparison, words: Words['page']): Child {
  const isPublished = c.basis === 'published';
  const notes = [
    ...(hasCurve(c) ? [words.chartNote(isPublished, c.band !== null)] : []),
    ...(c.targets.length > 0 ? [words.tableNote(isPublished)] : []),
  ];
  return notes.length > 0 && h('p', { class: 'fine-print' }, notes.join(' '));
}

function ask({ comparison: c, query, rates }: ComparisonView, all: Words): Markup {
  const words = all.page;
  return h(
    'section',
    { id: 'ask' },
    h('h2', null, words.ask),
    c.targets.length === 0 &&
      h('p', { class: 'muted small' }, `${words.noTableTitle}. ${words.noTable}`),
    comparisonForm({ comparison: c, query, rates }, all),
  );
}

function chart(c: Comparison, all: Words): Markup {
  const words = all.page;
  const charts = stillCharts(c, all);
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', null, h('h2', null, charts.length > 0 ? words.chartTitle : words.noChart)),
    charts,
    h('p', { class: 'fine-print' }, words.source(all.figure.credits(c.sides), c.release.id)),
  );
}

function figures(c: Comparison, { page: words, figure }: Words): Markup {
  const hasValues = c.targets.length > 0;
  return h(
    'div',
    { class: 'figures' },
    h('h2', null, hasValues ? words.tableTitle : words.noTableTitle),
    stillTables(c, figure),
  );
}

function summary(c: Comparison, all: Words): Child {
  const sentences = furtherSentences(c, all);
  if (sentences.length === 0) return null;
  return h(
    'section',
    { class: 'summary' },
    h('h2', null, all.page.summary),
    h(
      'ul',
      null,
      sentences.map((sentence) => h('li', null, sentence)),
    ),
  );
}

function neighbours(list: ComparisonView['neighbours'], words: Words['page']): Child {
  if (list.length === 0) return null;
  return section(words.nearby, linkList(list));
}

function take(offers: ComparisonView['offers'], { page, forms }: Words): Markup {
  const links = offers.map(({ name, href }) => ({ label: forms[name].label, href }));
  return section(page.take, linkList(links));
}

function embeds(
  list: ComparisonView['embeds'],
  id: string,
  { page: words, builder }: Words,
): Child {
  if (list.length === 0) return null;
  return h(
    'section',
    { class: 'section embeds', id: 'embed' },
    h('h2', null, words.embed),
    list.map(({ kind, code }) => [
      h('h3', null, builder.kinds[kind]),
      h('pre', { tabindex: 0 }, h('code', null, code)),
    ]),
    h('p', { class: 'small' }, h('a', { href: builderPath(id) }, words.builder)),
  );
}
