import { listText, numberText, ratioRangeText, ratioText } from '../../format.ts';
import { figure } from './figure.ts';
import { page } from './page.ts';
import { units } from './units.ts';

/** Where a throughput likely stands against another. */
type Range = readonly [low: number, high: number];

/** A run with a number, as a sentence says it. */
interface Said {
  readonly label: string;
  /** tok/s/GPU, as the table prints it */
  readonly throughput: string;
}

/** The words of histories: the runs of one configuration. */
export const history = {
  forms: {
    page: 'the page',
    json: 'every number, with bounds, sources and notices',
    csv: 'one row per run',
    md: 'the same as text, for notes and language models',
  } as Readonly<Record<string, string>>,

  title: (name: string, runs: number) =>
    runs === 1 ? `${name}: one run` : `${name} over ${runs} runs`,
  where: (at: number | null, ttftLimit: number | null) =>
    (at === null ? '' : ` at ${figure.at(at)}`) +
    (ttftLimit === null ? '' : `, first token within ${ttftLimit} s,`),

  up: (where: string, from: Said, to: Said, ratio: number) =>
    `Throughput${where} is up ${ratioText(ratio)} from the run of ${from.label} to that of ${to.label}: ${pair(from, to, 'to')}.`,
  down: (where: string, from: Said, to: Said, ratio: number) =>
    `Throughput${where} is down ${ratioText(ratio)} from the run of ${from.label} to that of ${to.label}: ${pair(from, to, 'to')}.`,
  level: (where: string, from: Said, to: Said) =>
    `Throughput${where} is about level between the runs of ${from.label} and ${to.label}, likely within 5\u202f%: ${pair(from, to, 'and')}.`,
  open: (where: string, from: Said, to: Said, range: Range) =>
    `The data do not tell whether throughput${where} changed between the runs of ${from.label} and ${to.label}: ${pair(from, to, 'and')}, likely ${ratioRangeText(range)}.`,
  only: (where: string, { label, throughput }: Said, runs: number) =>
    runs === 1
      ? `There is one run, of ${label}: ${value(throughput)}${where}.`
      : `Of ${runs} runs only that of ${label} has a number${where}: ${value(throughput)}.`,
  none: (where: string, runs: number) =>
    runs === 1
      ? `There is one run, and it has no number${where || ' at any speed'}.`
      : `None of the ${runs} runs has a number${where || ' at any speed'}.`,
  reached: (read: number, runs: number) => ` ${read} of the ${runs} runs have a number there.`,

  /** against the run before, in a table */
  changes: {
    up: (ratio: number) => `up ${ratioText(ratio)}`,
    down: (ratio: number) => `down ${ratioText(ratio)}`,
    level: 'about level',
    open: (range: Range) => `not settled, ${ratioRangeText(range)}`,
  },

  frontiers: 'Every run’s frontier',
  frontiersLabel: (name: string, runs: number) =>
    `Chart. Throughput over interactivity of ${name}, the curves of ${runs} runs; the table has their figures.`,
  frontiersNote: (shown: string, isAlone: boolean) =>
    `${isAlone ? '' : `In front: the run of ${shown}, which rankings and comparisons show; hairlines: the others. `}` +
    `Light band: where its throughput likely lies.`,
  timeline: (at: number) => `Throughput at ${figure.at(at)} over time`,
  timelineAxis: 'Throughput, total tok/s/GPU',
  timelineLabel: (name: string, at: number) =>
    `Chart. Throughput of ${name} at ${figure.at(at)}, by the day of the run; the table has the figures.`,
  timelineNote: ({
    isPublished,
    hasGap,
    hasImages,
    isByDay,
  }: {
    readonly isPublished: boolean;
    readonly hasGap: boolean;
    readonly hasImages: boolean;
    readonly isByDay: boolean;
  }) =>
    [
      `Filled: ${isPublished ? 'published' : 'measured'}; hollow: read between two points. Bars: where the throughput likely lies. The axis does not start at zero.`,
      hasGap && '×: a run without a number at this speed; no line leads across it.',
      hasImages && 'Letters: another image from that run on, as in the table.',
      !isByDay && 'The runs stand in their order, as not all of them state their day.',
    ]
      .filter(Boolean)
      .join(' '),
  point: ({ label, throughput }: Said, likely: string) =>
    `${label}: ${value(throughput)}, likely ${likely}`,
  gap: (label: string, why: string) => `${label}: ${why}`,

  runs: 'The runs',
  columns: {
    run: 'Run',
    image: 'Image',
    points: 'Points',
    range: 'Range, tok/s/user',
    throughput: units.throughput,
    likely: 'Likely',
    cost: units.costPerMillionTokens,
    energy: units.joulesPerToken,
    change: 'Against the run before',
    before: 'Before',
    after: 'After',
    status: 'status',
  },
  shown: 'shown in rankings',
  partial: 'few points, passed over',
  first: 'first run',
  notStated: page.sourceOf.notStated,
  likely: (range: Range, decimals: number) =>
    range.map((end) => numberText(end, decimals)).join(' to '),
  tableNote: (isPublished: boolean) =>
    `A dot marks a ${isPublished ? 'published' : 'measured'} value; others are interpolated between two points. ` +
    'Against the run before: of throughput, where the likely ranges settle it.',
  choose: (column: string, label: string) => `${column}: ${label}`,
  compare: 'Compare these two runs',
  unnamed: (runs: readonly string[]) =>
    `No address names just ${runs.length === 1 ? 'the run' : 'one of the runs'} ${listText(runs)}: a run is named by its label, or by its day, which means the newest run up to it.`,
  speed: 'Another speed, tok/s/user',
  read: 'Read the runs there',
  ranking: 'The ranking of every configuration',
  siblings: 'Other configurations with earlier runs',
  noSuch: (id: string) => `${id}: no configuration of this model and workload`,
  /** on the page of a ranking */
  earlier: 'Earlier runs',
  rowRuns: (name: string, runs: number) => `${name}, ${runs} runs`,
};

function value(throughput: string): string {
  return `${throughput} tok/s/GPU`;
}

function pair(from: Said, to: Said, word: string): string {
  return `${from.throughput} ${word} ${value(to.throughput)}`;
}
