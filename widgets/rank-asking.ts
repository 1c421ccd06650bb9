import type { UnpricedSide } from '../src/core/ranking/ranked-side.ts';
import type { RankFigure } from '../src/core/ranking/ranking-types.ts';
import { sidesOf } from '../src/view/figure/rank-chart-document.ts';
import type { RankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import type { RankAnswer } from './rank-answer.ts';
import { settableTarget } from './rank-keys.ts';
import { rankMade } from './rank-made.ts';
import type { Stale } from './rank-parts.ts';
import { answerAddress, curvesAddress, leadersKey, withKey } from './rank-question.ts';
import type { Question } from './rank-question.ts';

/** How long nothing changes before the server is asked for its sentences. */
const PAUSE_MS = 300;
const TIMEOUT_MS = 8000;

/**
 * What becomes of the page's address with a question: one more entry of its history, or the last one
 * anew; `null` where the question is that of the address already.
 */
export type Step = 'push' | 'replace' | null;

/** What is asked of a ranking, and what there is of the answer. */
export interface Asked {
  /** `null` before the first one */
  question: Question | null;
  /** made from the curves; `null` before they are there. While others are on their way it is of the question before */
  ranking: RankFigure | null;
  /** of the curves, which the ranking is made from */
  sides: readonly UnpricedSide[];
  /** address of the curves; '' while those of the question are on their way */
  curves: string;
  /** what the server says of the question; `null` until it does */
  answer: RankAnswer | null;
  /** what it said last, which may be of a question before */
  said: RankAnswer | null;
}

/** What the one who asks does with what comes. */
export interface AskingHost {
  /** A path of the ranking's site as an absolute address. */
  readonly absolute: (path: string) => string;
  /** The page around says all that the server says in words. */
  readonly isPage: () => boolean;
  /** The target line is still held. */
  readonly isHeld: () => boolean;
  /** @param isFirst - nothing is on screen yet */
  readonly draw: (stale?: Stale, isFirst?: boolean) => void;
  readonly record: (step: 'push' | 'replace') => void;
  readonly emit: (type: 'load' | 'change' | 'error', error?: unknown) => void;
  /**
   * There are no curves.
   *
   * @param isLate - what is on screen is of a question before
   */
  readonly fail: (error: unknown, isLate: boolean) => void;
}

/**
 * Asks the server for what a question takes: curves, from which numbers and ranks are made here, and
 * once a reader rests also words. What comes for a question that is no longer asked is not taken.
 */
export function rankAsking(asked: Asked, host: AskingHost) {
  let document: RankChartDocument;
  /** what `leaders` of the last answer hold for */
  let led = '';
  let isMoved = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let request = new AbortController();

  /** Ends what is being asked for. */
  function newSignal(): AbortSignal {
    request.abort();
    return (request = new AbortController()).signal;
  }

  function ask(question: Question, step: Step): void {
    asked.question = question;
    if (step === 'push') host.record(step);
    const curves = host.absolute(curvesAddress(question));
    if (curves === asked.curves) settle(step);
    else void load(curves, step);
  }

  async function load(curves: string, step: Step): Promise<void> {
    const isFirst = asked.ranking === null;
    asked.curves = ''; // until they are there: nobody asks for words meanwhile, which would end this
    host.draw(); // what is on screen answers another question
    const signal = newSignal();
    try {
      // where it says its own words they come with the curves, since nothing is to move after that
      const [loaded, answer] = await Promise.all([
        fetched(curves, signal) as Promise<RankChartDocument>,
        isFirst && !host.isPage() ? words(signal).catch(() => null) : null,
      ]);
      if (signal.aborted) return;
      if (loaded.version !== 1) throw new SyntaxError('not a chart document of version 1');
      document = loaded;
      asked.sides = sidesOf(loaded);
      asked.curves = curves;
      settle(step, answer, 'load');
      if (isFirst) host.emit('load');
    } catch (error) {
      if (!signal.aborted) host.fail(error, !isFirst);
    }
  }

  /**
   * Makes what is asked, and asks the server for its words, if they are not there, once it rests; a
   * target that was moved comes to rest by that.
   */
  function settle(
    step: Step,
    answer: RankAnswer | null = null,
    stale: Stale = isMoved ? 'target' : 'all',
  ): void {
    const isFirst = asked.ranking === null;
    const question = asked.question!;
    say(answer);
    const leaders = led === leadersKey(question) ? asked.said!.leaders : [];
    asked.ranking = rankMade(document, asked.sides, question, leaders);
    host.draw(stale, isFirst);
    if (step || !isFirst) host.emit('change');
    clearTimeout(pause);
    if (answer) return;
    pause = setTimeout(() => (isMoved ? dropTarget() : void rest(step)), isFirst ? 0 : PAUSE_MS);
  }

  async function rest(step: Step): Promise<void> {
    const question = asked.question!;
    if (step === 'replace') host.record(step);
    if (!asked.curves) return;
    const signal = newSignal();
    try {
      const answer = await words(signal);
      if (signal.aborted || question.keys !== asked.question!.keys) return; // rows in front change no word
      const isLed = led === leadersKey(question);
      // rows do not follow from who leads where
      if (!isLed) asked.ranking = { ...asked.ranking!, leaders: answer.leaders };
      say(answer);
      host.draw(isLed ? undefined : 'chart');
      host.emit('change');
    } catch (error) {
      if (!signal.aborted) host.emit('error', error);
    }
  }

  function words(signal: AbortSignal): Promise<RankAnswer> {
    return fetched(host.absolute(answerAddress(asked.question!)), signal) as Promise<RankAnswer>;
  }

  function say(answer: RankAnswer | null): void {
    asked.answer = answer;
    if (!answer) return;
    asked.said = answer;
    led = leadersKey(asked.question!);
  }

  function dropTarget(): void {
    if (host.isHeld()) return;
    isMoved = false;
    host.draw('all');
    void rest('replace');
  }

  return {
    /** Takes over a question. */
    ask,
    /** The target is where it is meant to be. */
    dropTarget,

    /** Takes over a target, tok/s/user, that is not yet where it is meant to be. */
    moveTarget(value: number): void {
      isMoved = true;
      const at = settableTarget(value, asked.ranking!.at);
      ask(withKey(asked.question!, 'at', String(at)), 'replace');
    },

    /** Changes what of the question moves no number. */
    view(
      change: Partial<Pick<Question, 'picked' | 'zoom'>>,
      step: 'push' | 'replace' = 'push',
    ): void {
      asked.question = { ...asked.question!, ...change };
      host.record(step);
      host.draw('all');
      host.emit('change');
    },

    /** Nothing is on screen any more. */
    forget(): void {
      asked.ranking = null;
      asked.curves = '';
    },

    /** Nothing more is asked for. */
    end(): void {
      request.abort();
      clearTimeout(pause);
    },
  };
}

/** @throws Error when there is no document: network, or status */
async function fetched(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, {
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const { ok, status } = response;
  if (!ok) throw new Error(`${address}: HTTP ${status}`, { cause: status });
  return response.json();
}
