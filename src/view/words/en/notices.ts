import type { Notice, NoticeCode } from '../../../core/comparison-types.ts';
import {
  listText,
  numberText,
  rangeWords,
  secondsText,
  targetText,
  tickText,
} from '../../format.ts';
import { en as summary } from './summary.ts';

type Facts = Notice['facts'];

/** The sentence of a notice, from its facts. */
export function noticeText({ code, facts }: Notice, words: NoticeWords = en): string {
  return words.texts[code](facts);
}

/** One sentence for each notice code. */
export const en = {
  severity: { info: 'Note', warning: 'Caution' },
  texts: {
    mismatch: (f) =>
      `Not like for like: no common ${listText(dimensions(f), 'or')} has data for all sides ` +
      `(${list(f, 'values').join('; ')}).`,
    pooled: (f) =>
      `Each curve is the best of several sweeps (${listText(list(f, 'sweeps'))}), over engines, ` +
      `deployments and speculative decoding.`,
    'mixed-frameworks': (f) =>
      `The sides run on different engines (${listText(list(f, 'frameworks'))}), so part of the ` +
      `difference may be the engine's.`,
    disjoint: (f) =>
      `The ranges do not overlap (tok/s/user: ${list(f, 'ranges').join('; ')}), so there is no ` +
      `speed at which to compare.`,
    'out-of-range': (f) =>
      `${text(f, 'label')} has no figure at ${listText(list(f, 'targets'), 'or')} tok/s/user: its ` +
      `points run from ${rangeWords({ min: number(f, 'min'), max: number(f, 'max') })}.`,
    'absent-side': (f) => `There are no data for ${text(f, 'label')} under these conditions.`,
    sparse: (f) =>
      `Few points carry these curves (${listText(list(f, 'knots'))}); between them they are a guess ` +
      `within the light bands.`,
    'wide-gap': (f) =>
      `${of(f)} interpolated between points far apart, ${targetText(number(f, 'left'))} and ` +
      `${targetText(number(f, 'right'))} tok/s/user.`,
    'dates-apart': (f) =>
      `The runs are ${text(f, 'days')} days apart (${text(f, 'oldest')} and ${text(f, 'newest')}), ` +
      `so software may have moved between them.`,
    'partial-run': (f) => {
      const runs = list(f, 'runs');
      const isOne = runs.length === 1;
      const most = Math.max(...list(f, 'knots').map(Number));
      return (
        `${isOne ? 'A newer run' : `${runs.length} newer runs`} of ${text(f, 'label')} ` +
        `(${listText(runs)}) ${isOne ? 'was' : 'were'} passed over: ${isOne ? '' : 'at most '}` +
        `${most} ${most === 1 ? 'point' : 'points'} on the frontier, against ` +
        `${text(f, 'taken')} of the run shown.`
      );
    },
    'excluded-run': (f) => `Run ${text(f, 'run')} is left out: ${sentence(f, 'reason')}`,
    'known-issue': (f) => `Run ${text(f, 'run')} has a known issue: ${sentence(f, 'reason')}`,
    'ttft-apart': (f) =>
      `At ${targetText(number(f, 'interactivity'))} tok/s/user the first token takes ` +
      `${numberText(number(f, 'factor'), 1)} times as long on one side as on another ` +
      `(${secondsText(number(f, 'low'))} and ${secondsText(number(f, 'high'))} s).`,
    'published-figures': (f) =>
      `These are figures printed by their publisher, interpolated there and ` +
      `${ROUNDED[text(f, 'rounded')] ?? 'as printed'}; engine and run date are not stated` +
      `${text(f, 'speculation') === 'pooled' ? ', and speculative decoding may be included' : ''}.`,
    'spec-acceptance': (f) =>
      `${listText(list(f, 'frameworks'))} accept drafted tokens in their own ways, so the gain is ` +
      `not speculative decoding's alone.`,
    'no-price': (f) =>
      `Rate card ${text(f, 'rates')} has no ${text(f, 'tier')} price for ` +
      `${listText(list(f, 'labels')) || 'a side'}, so its cost is not known.`,
    'no-power': (f) =>
      `Rate card ${text(f, 'rates')} has no power for ${listText(list(f, 'labels')) || 'a side'}, ` +
      `so its tok/s/MW is not known.`,
  } satisfies Record<NoticeCode, (facts: Facts) => string>,
};

export type NoticeWords = typeof en;

const ROUNDED: Readonly<Record<string, string>> = {
  yes: 'rounded to whole numbers',
  no: 'exact to the printed digit',
  some: 'partly rounded',
};

function text(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === 'number' ? tickText(value) : String(value ?? '');
}

function number(facts: Facts, name: string): number {
  return Number(facts[name]);
}

function list(facts: Facts, name: string): readonly string[] {
  const value = facts[name];
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

function dimensions(facts: Facts): string[] {
  return list(facts, 'dimensions').map((name) => summary.dimensions[name] ?? name);
}

function of(facts: Facts): string {
  const label = text(facts, 'label');
  return label === '' ? 'Values are' : `Values of ${label} are`;
}

/** Words from data as the end of a sentence. */
function sentence(facts: Facts, name: string): string {
  const words = text(facts, name).trim();
  return words === '' ? 'no reason is given.' : /[.!?]$/.test(words) ? words : `${words}.`;
}
