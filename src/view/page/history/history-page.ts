import type { History } from '../../../core/history/history-types.ts';
import { listText } from '../../format.ts';
import { runsKeys } from '../../history-links.ts';
import type { HistoryLinks } from '../../history-links.ts';
import { historyPath } from '../../links.ts';
import type { Keys } from '../../links.ts';
import { h } from '../../markup/markup.ts';
import type { Child, Markup } from '../../markup/markup.ts';
import { hasNumber, historyAnswer, historyTitle } from '../../text/history-summary.ts';
import { noticeText } from '../../text/notice-text.ts';
import { rankCredits } from '../../text/ranking-credits.ts';
import type { Words } from '../../words/words.ts';
import type { FormOffer } from '../../form-offer.ts';
import { datasetData } from '../dataset-data.ts';
import { linkList } from '../link-list.ts';
import { noticeItems } from '../notice-items.ts';
import { section } from '../section.ts';
import { page } from '../page.ts';
import { HISTORY_PAGE_STYLE } from '../styles.ts';
import { frontiersChart } from './frontiers-chart.ts';
import type { ChosenRuns } from './runs-table.ts';
import { comparableRuns, runsTable } from './runs-table.ts';
import { timelineChart } from './timeline-chart.ts';
import { imageLetters } from './timeline.ts';

/** px that each chart is drawn for */
const SIZES = {
  wide: { width: 600, height: 380 },
  narrow: { width: 344, height: 320 },
};

interface HistoryView {
  readonly history: History;
  /** absolute addresses */
  readonly links: HistoryLinks;
  /** what it was asked with */
  readonly keys: Keys;
  /** runs that are chosen to compare, as an address names them; `null` for none yet */
  readonly chosen: ChosenRuns;
  /** what it can be taken along as */
  readonly offers: readonly FormOffer[];
  /** other configurations of its ranking that have earlier runs */
  readonly siblings: readonly SiblingHistory[];
}

/** Another configuration that has a history. */
export interface SiblingHistory {
  readonly name: string;
  /** how many there are */
  readonly runs: number;
  /** path and query */
  readonly history: string;
}

/** The page of a history: everything it knows, without a script. */
export function historyPage(view: HistoryView, all: Words): Markup {
  const { history, links, keys, offers, siblings, chosen } = view;
  const { runs, model, workload, basis, at } = history;
  const words = all.history;
  const title = historyTitle(history, all);
  const answer = historyAnswer(history, all);
  const rows = runs.map(({ side }) => side);
  const credits = listText(rankCredits({ rows }, all.ranking));
  const data = offers.filter(({ isData }) => isData);
  const shown = runs.find(({ isShown }) => isShown)?.side.label ?? '';
  return page(
    all,
    {
      title: `${title}, ${model.label} ${workload.label}`,
      description: answer,
      canonical: links.page,
      alternates: data,
      data: datasetData({
        name: title,
        description: answer,
        page: links.page,
        id: history.id,
        release: history.release,
        sources: rows.flatMap(({ sources }) => sources),
        credits,
        variables: [
          `${all.ranking.metrics.throughput.name}, ${all.ranking.metrics.throughput.unit}`,
        ],
        mostSources: 3,
        forms: data,
      }),
      style: HISTORY_PAGE_STYLE,
    },
    h('p', { class: 'eyebrow' }, [model.label, workload.label, basis].join(' · ')),
    h('h1', null, title),
    h('p', { class: 'lead' }, withWholeDays(answer)),
    history.notices.length > 0 &&
      h(
        'ul',
        { class: 'notices' },
        noticeItems(history.notices, (notice) => noticeText(notice, all), all),
      ),
    h(
      'div',
      { class: 'charts' },
      figure(
        words.frontiers,
        bothSizes((size) => frontiersChart(history, size, all)),
        words.frontiersNote(shown, runs.length === 1),
      ),
      at !== null &&
        figure(
          words.timeline(at),
          bothSizes((size) => timelineChart(history, size, all)),
          timelineNote(history, words),
        ),
    ),
    section(words.runs, [
      chooser(history, keys, chosen, all),
      h('p', { class: 'fine-print' }, words.tableNote(basis === 'published')),
      unnamed(history, words),
      speedForm(history, keys, words),
    ]),
    section(
      all.page.sources,
      h(
        'p',
        { class: 'text small' },
        `${all.ranking.source({ ...history, rows }, credits)} ${all.page.basis(history.interactivityBasis)} `,
        h('a', { href: links.pinned }, all.page.pinned),
        '.',
      ),
      'sources',
    ),
    section(
      all.page.take,
      linkList([
        ...offers.map(({ name, href }) => ({ label: all.forms[name].label, href })),
        { label: words.ranking, href: links.ranking },
      ]),
    ),
    siblings.length > 0 &&
      section(
        words.siblings,
        linkList(
          siblings.map(({ name, runs: count, history: href }) => ({
            label: words.rowRuns(name, count),
            href,
          })),
        ),
      ),
  );
}

/** A text whose days stay on one line. */
function withWholeDays(text: string): Child[] {
  const parts = text.split(/(\d{4}-\d\d-\d\d)/);
  return parts.map((part, i) => (i % 2 === 0 ? part : h('span', { class: 'day' }, part)));
}

/** A chart for wide columns and for narrow ones; nothing where there is none. */
function bothSizes(draw: (size: (typeof SIZES)['wide']) => Markup | null): Markup[] {
  return Object.entries(SIZES).flatMap(([name, size]) => {
    const svg = draw(size);
    return svg === null ? [] : h('div', { class: `${name}-chart` }, svg);
  });
}

function figure(title: string, charts: readonly Markup[], note: string): Child {
  if (charts.length === 0) return null;
  return h(
    'figure',
    null,
    h('figcaption', null, h('h2', null, title)),
    charts,
    h('p', { class: 'fine-print' }, note),
  );
}

function timelineNote({ runs, basis }: History, words: Words['history']): string {
  return words.timelineNote({
    isPublished: basis === 'published',
    hasGap: runs.some((run) => !hasNumber(run)),
    hasImages: imageLetters(runs).some((letter) => letter !== ''),
    isByDay: runs.every(({ side }) => side.date !== null),
  });
}

/** The runs; where two can be compared, within the form that leads there. */
function chooser(history: History, keys: Keys, chosen: ChosenRuns, all: Words): Markup {
  const table = h(
    'div',
    {
      class: 'runs-scroll',
      tabindex: 0,
      role: 'region',
      'aria-label': all.history.runs,
    },
    runsTable(history, chosen, all),
  );
  if (comparableRuns(history).length === 0) return table;
  return h(
    'form',
    { action: historyPath(history.id) },
    hiddenInputs(runsKeys(history, keys)),
    table,
    h('button', { type: 'submit' }, all.history.compare),
  );
}

function hiddenInputs(keys: Keys): Markup[] {
  return Object.entries(keys).map(([name, value]) => h('input', { type: 'hidden', name, value }));
}

/** Runs that no address names, where others can be compared. */
function unnamed(history: History, words: Words['history']): Child {
  const without = history.runs.filter(({ token }) => token === null);
  if (without.length === 0 || history.basis === 'published') return null;
  return h('p', { class: 'fine-print' }, words.unnamed(without.map(({ side }) => side.label)));
}

/** Asks for the same runs at another speed. */
function speedForm(history: History, keys: Keys, words: Words['history']): Markup {
  const { at: _, ...rest } = keys;
  return h(
    'form',
    { class: 'speed', action: historyPath(history.id) },
    hiddenInputs(rest),
    h(
      'label',
      null,
      h('span', null, words.speed),
      h('input', {
        type: 'number',
        name: 'at',
        min: 0.1,
        max: 10000,
        step: 0.1,
        value: history.at === null ? null : Math.round(history.at * 10) / 10,
      }),
    ),
    h('button', { type: 'submit' }, words.read),
  );
}
