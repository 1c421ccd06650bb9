import type { ComparisonDocument } from '../src/view/text/json.ts';
import type { Settings } from './settings.ts';

/**
 * Where an element stands between a page that names a comparison and a figure on screen. Plain data
 * without DOM, network or clock: every change is one of the functions below.
 */
export interface LoadingState {
  /**
   * - `waiting`: far from the viewport, or not in a page: nothing may be requested
   * - `idle`: there is nothing to request
   * - `loading`: requested, not answered yet; what is on screen stays there
   * - `shown`: what was requested last, or the last good copy, is on screen
   * - `failed`: it could not be had, and nothing else is on screen
   */
  readonly phase: 'waiting' | 'idle' | 'loading' | 'shown' | 'failed';
  /**
   * URL last requested, or the text of a document among the children: on screen, loading, or failed.
   * Not requested again as long as it stays the same.
   */
  readonly asked: string | null;
  /** URL that the page alone asks for, without the reader's changes; `null` for a child's document */
  readonly question: string | null;
  /** `null` where the element's children are on screen instead */
  readonly onScreen: OnScreen | null;
  /** the reader's changes to go back to if what they chose last cannot be had */
  readonly undo: Settings | null;
}

/** A document on screen, with the address and the question that it answers. */
interface OnScreen {
  readonly document: ComparisonDocument;
  readonly asked: string;
  readonly question: string | null;
  /** a newer copy was requested since, and could not be had */
  readonly isStale: boolean;
}

/** A new element. */
export const WAITING: LoadingState = {
  phase: 'waiting',
  asked: null,
  question: null,
  onScreen: null,
  undo: null,
};

/** There is no address that could be requested, or what is on screen can no longer be drawn. */
export const FAILED: LoadingState = { ...WAITING, phase: 'failed' };

/** The element is in a page, and near the viewport. */
export function near(state: LoadingState): LoadingState {
  if (state.phase !== 'waiting') return state;
  return { ...state, phase: state.onScreen ? 'shown' : 'idle' };
}

/** The element left its page: whatever has no answer is forgotten, and requested when it is back. */
export function removed(state: LoadingState): LoadingState {
  return { ...state, phase: 'waiting', asked: state.onScreen && state.onScreen.asked };
}

/** What the page and the reader want to see: what is `loading` after this and was not, is to load. */
export function want(
  state: LoadingState,
  asked: string | null,
  question: string | null,
): LoadingState {
  if (!asked) return { ...WAITING, phase: 'idle' };
  const { phase, onScreen } = state;
  if (asked !== state.asked) {
    const undo = question === state.question ? state.undo : null; // not into another question
    return { ...state, phase: 'loading', asked, question, undo };
  }
  if (phase !== 'shown') return { ...state, question };
  return { ...state, question, onScreen: { ...onScreen!, question }, undo: null };
}

/** The same address is requested again. */
export function refreshed(state: LoadingState): LoadingState {
  return { ...state, phase: 'loading' };
}

/** The reader made a choice that takes a server to answer; `edits` are the changes before it. */
export function chosen(state: LoadingState, edits: Settings): LoadingState {
  return { ...state, undo: state.undo ?? edits };
}

/** What was loading is there. */
export function loaded(state: LoadingState, document: ComparisonDocument): LoadingState {
  const { asked, question } = state;
  const onScreen = { document, asked: asked!, question, isStale: false };
  return { ...state, phase: 'shown', onScreen, undo: null };
}

/**
 * What was loading could not be had. The last good copy stays, if it is of the same question.
 *
 * @param question - what the page asks for by now
 */
export function failed(state: LoadingState, question: string | null): LoadingState {
  const { asked, onScreen } = state;
  if (onScreen?.question !== question) {
    return { ...FAILED, asked, question: state.question };
  }
  return {
    ...state,
    phase: 'shown',
    asked: onScreen.asked,
    onScreen: { ...onScreen, isStale: true },
    undo: null,
  };
}
